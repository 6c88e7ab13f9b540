"""Find NaN and the infinities in content that msgspec writes: it writes `null` or, as a key, `"nan"` without an error.

Where a type can hold a float and the octets contain such text, the content itself is searched.
"""

from __future__ import annotations

import enum
import keyword
import math
import re
from collections.abc import Callable
from typing import Any

import msgspec

from antiphon.runtime.content.declared import Node
from antiphon.runtime.content.members import members_of

#: The octets that msgspec writes for a NaN or an infinity: as a value, and as a key.
AS_VALUE: tuple[bytes, ...] = (b"null",)
AS_KEY: tuple[bytes, ...] = (b'nan":', b'inf":')

#: A float64 in MessagePack (0xcb) whose exponent is all ones: NaN or an infinity, or by chance other octets.
_NOT_FINITE = re.compile(rb"\xcb[\x7f\xff][\xf0-\xff]", re.DOTALL)


def may_hold_nan(node: Node) -> bool:
    """Whether any value of a type may be a float."""
    return any(part.floats or part.keys for part in node.all())


def may_have_nan_keys(node: Node) -> bool:
    """Whether a key, at whatever depth, may be a float."""
    return any(part.keys for part in node.all())


def direct_floats(node: Node) -> tuple[tuple[str, bool], ...] | None:
    """The fields of a class that are floats, each with whether it may be None; None where floats hide deeper.

    Generated code can check these by itself, which is four times quicker than searching the encoded octets.
    """
    found = []
    for name, part in node.parts.items():
        types = {choice.type_ for choice in part.parts.values()} if part.kind == "union" else {part.type_}
        named = name.isidentifier() and not name.startswith("__") and not keyword.iskeyword(name)
        if named and float in types and types <= {float, int, type(None)}:
            found.append((name, type(None) in types))
        elif may_hold_nan(part):
            return None
    return tuple(found)


def nan_check(unknown: Callable[[Any], Any], refused: Callable[[], Exception]) -> Callable[[Any], None]:
    """A function that raises for content that holds a NaN or an infinity which msgspec would write.

    `unknown` converts what msgspec cannot write; `refused` makes the error. Pydantic models are skipped: their own
    encoders check them.
    """
    pack = msgspec.msgpack.Encoder(enc_hook=unknown).encode
    search = _NOT_FINITE.search

    def check_nan(content: Any) -> None:
        try:
            if search(pack(content)) is None:  # MessagePack keeps floats apart from null, and from text among keys
                return
        except Exception:  # noqa: BLE001, S110 - what MessagePack cannot say is looked at the slow way
            pass
        if holds_not_finite(content):
            raise refused()

    return check_nan


def holds_not_finite(content: Any) -> bool:
    """Whether a value or its keys hold a NaN or an infinity at any depth. Skips pydantic models."""
    pending, met = [content], set()
    while pending:
        value = pending.pop()
        if isinstance(value, enum.Enum):
            value = value.value
        if isinstance(value, float):
            if not math.isfinite(value):
                return True
        elif value is not None and not isinstance(value, str | bytes | int) and id(value) not in met:
            met.add(id(value))
            pending.extend(members_of(value))
    return False

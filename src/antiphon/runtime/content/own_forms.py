"""Pydantic dataclasses at places without a type, where msgspec would write them as it writes any dataclass.

Their own serializers know what they exclude, their aliases and their functions. msgspec asks nobody about a dataclass,
so the content is searched first: `own_forms` is called only where `pydantic.dataclasses` is imported, without which
there is none.

Part of the run time: pydantic is not imported here.
"""

from __future__ import annotations

import datetime as dt
import decimal
import functools
import itertools
import uuid
from collections import deque
from collections.abc import Hashable, Iterable, Mapping, Sequence
from typing import Any

import msgspec

from antiphon.runtime.content.forms import form_of
from antiphon.runtime.content.members import member_names, members_of
from antiphon.runtime.content.narrowed import AsDeclared
from antiphon.runtime.content.type_parts import is_model

#: The module that makes pydantic dataclasses.
PYDANTIC_DATACLASSES = "pydantic.dataclasses"

_SCALARS = frozenset((
    str, int, float, bool, bytes, type(None), dt.datetime, dt.date, dt.time, dt.timedelta, uuid.UUID, decimal.Decimal,
))  # fmt: skip


def own_forms(content: Any) -> Any:
    """The content, with every pydantic dataclass in it to be written by its own serializer."""
    return _replaced(content) if _holds_one(content) else content


@functools.lru_cache(maxsize=1024)
def _is_pydantic_dataclass(class_: Hashable) -> bool:
    return is_model(class_) and hasattr(class_, "__dataclass_fields__")


def _holds_one(content: Any) -> bool:
    """Looked for level by level, so that a level of scalars, which most are, is one call."""
    level: Sequence[Any] = (content,)
    met: set[int] = set()
    while not (kinds := set(map(type, level))) <= _SCALARS:
        if any(map(_is_pydantic_dataclass, kinds)):
            return True
        containers: list[Iterable[Any]] = []
        for value in level:
            class_: Any = type(value)
            if class_ in _SCALARS or id(value) in met:
                continue
            met.add(id(value))
            containers.append(value.values() if class_ is dict else value if class_ is list else members_of(value))
        level = list(itertools.chain.from_iterable(containers))
    return False


def _replaced(value: Any) -> Any:
    class_: Any = type(value)
    if class_ in _SCALARS:
        return value
    if _is_pydantic_dataclass(class_):
        return AsDeclared(class_, value)
    if isinstance(value, Mapping):
        return {key: _replaced(member) for key, member in value.items()}
    if isinstance(value, list | tuple | set | frozenset | deque):
        return [_replaced(member) for member in value]
    members = {name: getattr(value, name, msgspec.UNSET) for name in member_names(value)}
    left = {name: _replaced(member) for name, member in members.items() if member is not msgspec.UNSET}
    if all(left[name] is members[name] for name in left):
        return value
    form = form_of(class_, frozenset(members.keys() - left.keys()))
    if set(form.names) != left.keys():  # an attrs class writes what was set on its instance as well
        return left
    return form.write([left[name] for name in form.names])

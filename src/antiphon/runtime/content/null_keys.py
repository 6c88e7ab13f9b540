"""Content whose keys are NaN or an infinity, with null in their place.

msgspec writes such values as `null` and such keys as `"nan"`. Such keys are mistakes, so this may be slow.
"""

from __future__ import annotations

import math
from typing import Any

import msgspec

from antiphon.runtime.content.narrowed import AsDeclared
from antiphon.runtime.content.type_parts import is_model
from antiphon.runtime.content.unknown import ENCODERS, without_models


def with_null_keys(content: Any) -> Any:
    """The content as builtins, with None for each key that is NaN or an infinity."""
    return _walk(msgspec.to_builtins(content, enc_hook=_builtins))


def _builtins(value: Any) -> Any:
    if type(value) is AsDeclared or is_model(type(value)):
        return msgspec.json.decode(ENCODERS["null"](value))
    return without_models(value)


def _walk(value: Any) -> Any:
    if isinstance(value, dict):
        return {_key(key): _walk(member) for key, member in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        return [_walk(member) for member in value]
    return value


def _key(key: Any) -> Any:
    return None if isinstance(key, float) and not math.isfinite(key) else key

"""Encode types that msgspec cannot: pydantic models, and types of the standard library that have one plain form.

A subclass of a type that msgspec knows is written as that type is, and True, False and None as keys have the names that
JSON has for them, as in `json.dumps`.
"""

from __future__ import annotations

import collections
import datetime as dt
import decimal
import functools
import ipaddress
import pathlib
import re
import types
import uuid
from collections.abc import Callable, Hashable
from typing import Any, Literal

import msgspec

from antiphon.runtime.content import pydantic_json
from antiphon.runtime.content.described import Described
from antiphon.runtime.content.narrowed import AsDeclared
from antiphon.runtime.content.pydantic_models import plain_encoder
from antiphon.runtime.content.refused import nan_refused, not_json
from antiphon.runtime.content.type_parts import is_model

NaN = Literal["error"] | Literal["null"]
Encode = Callable[..., bytes]

#: Types whose instances msgspec writes by exact class, and how an instance of a subclass becomes one of the class.
DERIVED: dict[type, Callable[[Any], Any]] = {
    str: str.__str__,
    int: int.__int__,
    float: float.__float__,
    bytes: bytes,
    bytearray: bytes,
    dt.datetime: lambda v: dt.datetime(
        v.year, v.month, v.day, v.hour, v.minute, v.second, v.microsecond, v.tzinfo, fold=v.fold
    ),
    dt.date: lambda v: dt.date(v.year, v.month, v.day),
    dt.time: lambda v: dt.time(v.hour, v.minute, v.second, v.microsecond, v.tzinfo, fold=v.fold),
    dt.timedelta: lambda v: dt.timedelta.__add__(v, dt.timedelta()),
    decimal.Decimal: decimal.Decimal,
    uuid.UUID: lambda v: uuid.UUID(int=v.int),
}

#: Further types, and what their instances are written as.
PLAIN_FORMS: dict[type, Callable[[Any], Any]] = {
    pathlib.PurePath: str,
    ipaddress.IPv4Address: str,
    ipaddress.IPv6Address: str,
    ipaddress.IPv4Network: str,
    ipaddress.IPv6Network: str,
    re.Pattern: lambda v: v.pattern,
    collections.deque: list,
    types.MappingProxyType: dict,
}

_FORMS = {**DERIVED, **PLAIN_FORMS}


def _as_known(value: Any, encode: Callable[[Any], bytes]) -> Any:
    """A value that msgspec does not know, as one that it does. Raises ParamError."""
    if value is None or isinstance(value, bool):  # as a key
        return encode(value).decode()
    for type_, plain in _FORMS.items():
        if isinstance(value, type_):
            return plain(value)
    raise not_json(value)


@functools.lru_cache(maxsize=1024)
def model_encoder(type_: Hashable, nan: NaN) -> Encode | None:
    """A function that prints the instances of a pydantic model; None for any other class. No value is cached."""
    if not (is_model(type_) or type(type_) is Described):
        return None
    model: Any = type_
    by_pydantic = pydantic_json.encoder(model, nan, nan_refused)
    return plain_encoder(model, many=False, fallback=by_pydantic) or by_pydantic


def _hook(nan: NaN) -> Callable[[Any], Any]:
    def write_unknown(value: Any) -> Any:
        declared = type(value) is AsDeclared
        class_: Any = value.model if declared else type(value)
        encode_model = model_encoder(class_, nan)
        if encode_model is not None:  # embedded as it is
            return msgspec.Raw(encode_model(value.value if declared else value))
        return _as_known(value, _plain)

    return write_unknown


_plain = msgspec.json.Encoder().encode


def without_models(value: Any) -> Any:
    """The same as `_hook`, but None for pydantic models: their encoders have checked them already."""
    return None if type(value) is AsDeclared or is_model(type(value)) else _as_known(value, _plain)


#: Any value as JSON octets, by what becomes of NaN in the models that it holds; in the encoder's own words where it has
#: no JSON form.
ENCODERS: dict[NaN, Callable[[Any], bytes]] = {
    "error": msgspec.json.Encoder(enc_hook=_hook("error")).encode,
    "null": msgspec.json.Encoder(enc_hook=_hook("null")).encode,
}

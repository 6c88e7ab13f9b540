"""Convert the text of a default back to its value, where a description was read from a file."""

from __future__ import annotations

import decimal
import enum
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any, Literal, get_args, get_origin

from antiphon.http.dates import parse_http_date
from antiphon.runtime.param_types import without_none

#: The types whose texts are read, and how.
READABLE: dict[Any, Callable[[str], Any]] = {
    int: int,
    float: float,
    decimal.Decimal: decimal.Decimal,
    uuid.UUID: uuid.UUID,
    datetime: parse_http_date,
    timedelta: lambda text: timedelta(seconds=int(text)),
}


def value_of(annotation: Any, text: str) -> Any:
    """The value of an annotated type that has this text; the text itself where no type can be read from it."""
    for type_ in without_none(annotation):
        for value in _values(type_, text):
            return value
    return text


def _values(type_: Any, text: str) -> list[Any]:
    """The value of one type, if the text is that of one."""
    if get_origin(type_) is Literal:
        return [value for value in get_args(type_) if _text(value) == text]
    if isinstance(type_, type) and issubclass(type_, enum.Enum):
        return [member for member in type_ if _text(member) == text]
    read = READABLE.get(type_) or getattr(type_, "decode", None)
    try:
        return [] if read is None or type_ is str else [read(text)]
    except (ValueError, ArithmeticError, TypeError):
        return []


def _text(value: object) -> str:
    return str(value.value if isinstance(value, enum.Enum) else value)

"""The types whose values have a JSON form, for type checkers. Nothing here exists at run time beside the names."""

from __future__ import annotations

import datetime as dt
import decimal
import enum
import uuid
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING, Any, ClassVar, Protocol, TypeAlias, Union

import msgspec

if TYPE_CHECKING:
    from pydantic import BaseModel


class Dataclass(Protocol):
    """An instance of any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]


class Attrs(Protocol):
    """An instance of any attrs class."""

    __attrs_attrs__: ClassVar[Any]


#: The types that `.json(...)` takes: one of these, or a union or a collection of them.
JSONContent: TypeAlias = Union[
    msgspec.Struct,
    "BaseModel",
    Dataclass,
    Attrs,
    Mapping[str, Any],
    Sequence[Any],
    AbstractSet[Any],
    str,
    int,
    float,
    bool,
    dt.datetime,
    dt.date,
    uuid.UUID,
    decimal.Decimal,
    enum.Enum,
    None,
]

# Written by `nox -s generate` from src; do not edit.
"""The types whose values have a JSON form, for type checkers. Nothing here exists at run time beside the names."""

import datetime as dt
import decimal
import enum
import uuid
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, ClassVar, Protocol, TypeAlias, Union

import msgspec
from pydantic import BaseModel

class Dataclass(Protocol):
    """An instance of any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

class Attrs(Protocol):
    """An instance of any attrs class."""

    __attrs_attrs__: ClassVar[Any]

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

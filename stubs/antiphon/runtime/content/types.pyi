# Written by `nox -s generate` from src; do not edit.
"""The types whose values have a JSON form, for type checkers. At run time these are names and nothing more."""

import datetime as dt
import decimal
import enum
import ipaddress
import pathlib
import re
import uuid
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import Any, ClassVar, Protocol, TypeAlias, Union, final

import msgspec
from pydantic import BaseModel

class Dataclass(Protocol):
    """An instance of any dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Any]]

class Attrs(Protocol):
    """An instance of any attrs class."""

    __attrs_attrs__: ClassVar[Any]

@final
class NoContent:
    """The content of calls that give none, in the type of a draft: `Draft[Literal[200], NoContent, ...]`.

    A 204 derives from `Bodiless`. A class statement that derives from this one raises TypeError.
    """

    def __init_subclass__(cls) -> None: ...

JSONContent: TypeAlias = Union[
    msgspec.Struct,
    msgspec.Raw,
    msgspec.UnsetType,
    "BaseModel",
    Dataclass,
    Attrs,
    Mapping[Any, Any],
    Sequence[Any],
    AbstractSet[Any],
    Iterable[Any],
    deque[Any],
    str,
    int,
    float,
    bool,
    dt.datetime,
    dt.date,
    dt.time,
    dt.timedelta,
    uuid.UUID,
    decimal.Decimal,
    enum.Enum,
    pathlib.PurePath,
    ipaddress.IPv4Address,
    ipaddress.IPv6Address,
    ipaddress.IPv4Network,
    ipaddress.IPv6Network,
    re.Pattern[Any],
    None,
]

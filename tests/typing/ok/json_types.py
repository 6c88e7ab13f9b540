"""Types of JSON content, each accepted by type checkers, compiled, and sent: `test_json_types.py` runs this file."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import decimal
import enum
import ipaddress
import pathlib
import re
import types
import uuid
from collections.abc import Collection, Generator, Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, TypedDict, TypeVar, assert_type

import attrs
import msgspec
import pydantic

from antiphon import JSONContent, Reply, respond
from antiphon.responses import JSONResponse

T = TypeVar("T")
Bound = TypeVar("Bound", bound=JSONContent)


@dataclasses.dataclass
class User:
    id: int


@dataclasses.dataclass
class Page(Generic[T]):
    items: list[T]


@attrs.define
class Tag:
    name: str


class Event(msgspec.Struct):
    name: str


class Order(pydantic.BaseModel):
    id: int


class Envelope(pydantic.BaseModel, Generic[T]):
    data: T


class Row(TypedDict):
    id: int


class Point(NamedTuple):
    x: int
    y: int


class Colour(enum.StrEnum):
    RED = "red"


class Level(enum.Enum):
    LOW = 1


UserId = NewType("UserId", int)
ID = uuid.UUID(int=1)
DAY = dt.date(2030, 1, 2)


def users() -> Generator[User, None, None]:
    yield User(1)


def same(response: JSONResponse[Literal[200], object], octets: bytes) -> None:
    assert response.body == octets


# keys
same(respond(200).json(dict[int, User]).compile()({1: User(1)}), b'{"1":{"id":1}}')
same(respond(200).json(dict[Colour, User]).compile()({Colour.RED: User(1)}), b'{"red":{"id":1}}')
same(respond(200).json(dict[uuid.UUID, int]).compile()({ID: 1}), b'{"00000000-0000-0000-0000-000000000001":1}')
same(respond(200).json(dict[Literal["a"], User]).compile()({"a": User(1)}), b'{"a":{"id":1}}')
same(respond(200).json(dict[dt.date, int]).compile()({DAY: 1}), b'{"2030-01-02":1}')
same(respond(200).json(Mapping[int, User]).compile()({1: User(1)}), b'{"1":{"id":1}}')
same(respond(200).json(MutableMapping[str, int]).compile()({"a": 1}), b'{"a":1}')
same(respond(200).json(types.MappingProxyType[str, int]).compile()(types.MappingProxyType({"a": 1})), b'{"a":1}')
same(respond(200).json(collections.Counter[str]).compile()(collections.Counter("aab")), b'{"a":2,"b":1}')

# collections
same(respond(200).json(Iterable[User]).compile()([User(1)]), b'[{"id":1}]')
same(respond(200).json(Iterable[User]).compile()(users()), b'[{"id":1}]')
same(respond(200).json(Iterable[int]).compile()(number for number in (1, 2)), b"[1,2]")
same(respond(200).json(Iterator[User]).compile()(users()), b'[{"id":1}]')
same(respond(200).json(Generator[User, None, None]).compile()(users()), b'[{"id":1}]')
same(respond(200).json(Collection[User]).compile()([User(1)]), b'[{"id":1}]')
same(respond(200).json(Sequence[User]).compile()((User(1),)), b'[{"id":1}]')
same(respond(200).json(Set[int]).compile()({1}), b"[1]")
same(respond(200).json(frozenset[int]).compile()(frozenset((1,))), b"[1]")
same(respond(200).json(collections.deque[User]).compile()(collections.deque([User(1)])), b'[{"id":1}]')
same(respond(200).json(tuple[int, str]).compile()((1, "a")), b'[1,"a"]')
same(respond(200).json(Point).compile()(Point(1, 2)), b"[1,2]")

# values
same(respond(200).json(dt.time).compile()(dt.time(1, 2)), b'"01:02:00"')
same(respond(200).json(dt.timedelta).compile()(dt.timedelta(hours=1)), b'"PT3600S"')
same(respond(200).json(dt.datetime).compile()(dt.datetime(2030, 1, 2, tzinfo=dt.UTC)), b'"2030-01-02T00:00:00Z"')
same(respond(200).json(pathlib.Path).compile()(pathlib.Path("/a")), b'"/a"')
same(respond(200).json(ipaddress.IPv4Address).compile()(ipaddress.IPv4Address("10.0.0.1")), b'"10.0.0.1"')
same(respond(200).json(ipaddress.IPv6Network).compile()(ipaddress.IPv6Network("::/8")), b'"::/8"')
same(respond(200).json(ipaddress.IPv4Interface).compile()(ipaddress.IPv4Interface("10.0.0.1/8")), b'"10.0.0.1/8"')
same(respond(200).json(re.Pattern[str]).compile()(re.compile("a")), b'"a"')
same(respond(200).json(decimal.Decimal).compile()(decimal.Decimal("1.50")), b'"1.50"')
same(respond(200).json(uuid.UUID).compile()(ID), b'"00000000-0000-0000-0000-000000000001"')
same(respond(200).json(bytes).compile()(b"a"), b'"YQ=="')
same(respond(200).json(bytearray).compile()(bytearray(b"a")), b'"YQ=="')
same(respond(200).json(msgspec.Raw).compile()(msgspec.Raw(b"[1]")), b"[1]")
same(respond(200).json(Colour).compile()(Colour.RED), b'"red"')
same(respond(200).json(Level).compile()(Level.LOW), b"1")
same(respond(200).json(Literal["a", 1]).compile()("a"), b'"a"')
same(respond(200).json(UserId).compile()(UserId(1)), b"1")
same(respond(200).json(Annotated[int, "doc"]).compile()(1), b"1")
same(respond(200).json(bool).compile()(True), b"true")
same(respond(200).json(int | None).compile()(None), b"null")

# classes
same(respond(200).json(User).compile()(User(1)), b'{"id":1}')
same(respond(200).json(Page[User]).compile()(Page([User(1)])), b'{"items":[{"id":1}]}')
same(respond(200).json(Tag).compile()(Tag("a")), b'{"name":"a"}')
same(respond(200).json(Event).compile()(Event("a")), b'{"name":"a"}')
same(respond(200).json(Order).compile()(Order(id=1)), b'{"id":1}')
same(respond(200).json(Row).compile()({"id": 1}), b'{"id":1}')
same(respond(200).json(Envelope[int]).compile()(Envelope(data=1)), b'{"data":1}')


# A pydantic generic is taken where its parametrised class is declared, as by pydantic.
class Wrapped(Reply[Envelope[int]]): ...


assert Wrapped(Envelope(data=1)).body == b'{"data":1}'

# None is content, and so is Any.
assert_type(respond(200).json(None).compile()(None), JSONResponse[Literal[200], None])
assert_type(respond(200).json(Any).compile()(1), JSONResponse[Literal[200], Any])
same(respond(200).json(None).compile()(None), b"null")
same(respond(200).json(Any).compile()({"a": [1]}), b'{"a":[1]}')


def shown(type_: type[Bound], value: Bound) -> JSONResponse[Literal[200], Bound]:
    """A type variable says by its bound that its values have a JSON form."""
    return respond(200).json(type_).compile()(value)


same(shown(User, User(1)), b'{"id":1}')


def money(value: object) -> object:
    raise TypeError


# options
same(
    respond(200)
    .json(User, exclude_none=True, exclude_defaults=True, exclude_unset=True, by_alias=False, key_order="sorted")
    .compile()(User(1)),
    b'{"id":1}',
)
respond(200).json(list[User], encode=money)


class Slim(Reply[Order], exclude_none=True, by_alias=False, key_order="sorted", encode=money): ...


assert Slim(Order(id=1)).body == b'{"id":1}'

"""AN002 knows which types the encoder can write: it is asked for the type, and the encoder for a value of it."""

from __future__ import annotations

import collections
import dataclasses
import datetime as dt
import decimal
import enum
import fractions
import ipaddress
import pathlib
import re
import uuid
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import (
    Annotated,
    Any,
    Generic,
    Literal,
    NamedTuple,
    NewType,
    NotRequired,
    Optional,
    Required,
    TypedDict,
    TypeVar,
)

import attrs
import msgspec
import pydantic
import pytest
from typing_extensions import TypeAliasType

from antiphon.errors import ParamError
from antiphon.rules.check import check
from antiphon.rules.json_form import faults
from antiphon.runtime.content.json import encode
from antiphon.spec import ResponseSpec
from antiphon.spec.bodies import JSONBody
from antiphon.spec.type_name import TypeName

T = TypeVar("T")


class Image:
    """Has no JSON form."""


class Word(str):
    __slots__ = ()


class Moment(dt.datetime):
    """As the classes of pendulum and pandas are."""


class Colour(enum.Enum):
    RED = "red"


class Odd(enum.Enum):
    ONE = Image()


class Point(NamedTuple):
    x: int
    y: float


class Labels(TypedDict, total=False):
    name: Required[str]
    picture: NotRequired[Image]


class Node(msgspec.Struct):
    value: int
    children: list[Node] = []
    parent: Optional[Node] = None  # noqa: UP045 - people write it so


class Page(msgspec.Struct, Generic[T]):
    items: list[T]
    next: Page[T] | None = None


class Deeper(msgspec.Struct, Generic[T]):
    item: T
    deeper: Deeper[list[T]] | None = None


@dataclasses.dataclass
class Album:
    title: str
    cover: Image | None = None
    made: dt.date = dt.date(2026, 1, 1)


@attrs.define
class Shelf:
    albums: list[Album] = attrs.field(factory=list)
    order: collections.deque[int] = attrs.field(factory=collections.deque)


class Account(pydantic.BaseModel):
    name: str
    home: pathlib.Path = pathlib.Path("/")
    address: ipaddress.IPv4Address = ipaddress.IPv4Address("127.0.0.1")
    friends: list[Account] = []


class Loose(pydantic.BaseModel, arbitrary_types_allowed=True):
    picture: Image = pydantic.Field(default_factory=Image)
    hidden: Image = pydantic.Field(default_factory=Image, exclude=True)
    written: Annotated[Image, pydantic.PlainSerializer(str)] = pydantic.Field(default_factory=Image)
    pictures: dict[str, list[Image]] = {}
    call: Callable[[], int] | None = None

    @pydantic.computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated property
    @property
    def thumbnail(self) -> Image:
        """Made from the picture."""
        return Image()


class PageModel(pydantic.BaseModel, Generic[T], arbitrary_types_allowed=True):
    items: list[T]


class Tidy(msgspec.Struct):
    account: Account


class Mixed(msgspec.Struct):
    account: Account
    loose: Loose | None = None


class Lost(msgspec.Struct):
    where: Nowhere  # type: ignore[name-defined]  # noqa: F821 # pyright: ignore[reportUndefinedVariable] # on purpose
    picture: Image


class Unfinished(pydantic.BaseModel):
    where: Nowhere  # type: ignore[name-defined]  # noqa: F821 # pyright: ignore[reportUndefinedVariable] # on purpose


UserId = NewType("UserId", int)
Json = TypeAliasType("Json", "dict[str, Json] | list[Json] | str | int | None")

NOW = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)


def _named(value: object) -> str:
    """The text of a value without its address, so that every process collects the same tests."""
    return re.sub(r" at 0x[0-9a-f]+", "", str(value))


@pytest.mark.parametrize(
    ("type_", "value"),
    [
        (str, "a"),
        (int, 1),
        (float, 1.5),
        (bool, True),
        (None, None),
        (bytes, b"a"),
        (Word, Word("a")),
        (Colour, Colour.RED),
        (Point, Point(1, 2.0)),
        (Node, Node(1, [Node(2)])),
        (Page[int], Page([1])),
        (Account, Account(name="a", friends=[Account(name="b")])),
        (Tidy, Tidy(Account(name="a"))),
        (list[Account], [Account(name="a")]),
        (dict[Colour, dt.date], {Colour.RED: dt.date(2026, 1, 1)}),
        (dict[uuid.UUID, decimal.Decimal], {uuid.UUID(int=1): decimal.Decimal(1)}),
        (dict[bool, int], {True: 1}),
        (dict[Word, UserId], {Word("a"): UserId(1)}),
        (set[int] | frozenset[str], {1}),
        (tuple[int, ...], (1, 2)),
        (Sequence[Point], [Point(1, 2.0)]),
        (Mapping[str, dt.timedelta], {"a": dt.timedelta(1)}),
        (Literal["a", 1], "a"),
        (collections.OrderedDict[str, int], collections.OrderedDict(a=1)),
        (dict[str, dt.datetime | None], {"a": NOW}),
        (Json, {"a": ["b", {"c": None}]}),
        (Any, {"a": 1}),
        (object, 1),
        (pathlib.PurePosixPath, pathlib.PurePosixPath("a")),
        (ipaddress.IPv4Address, ipaddress.IPv4Address(1)),
        (dict[ipaddress.IPv6Network, int], {ipaddress.IPv6Network("::/8"): 1}),
        (re.Pattern[str], re.compile("a")),
        (collections.deque[int], collections.deque([1])),
        (Moment, Moment(2026, 1, 1)),
    ],
    ids=_named,
)
def test_what_the_encoder_writes_has_a_json_form(type_: Any, value: Any) -> None:
    """A type whose values the encoder writes draws nothing."""
    assert () == faults(type_)
    assert encode(value)


@pytest.mark.parametrize(
    ("type_", "value", "expected"),
    [
        (Image, Image(), ["Image"]),
        (complex, 1j, ["complex"]),
        (fractions.Fraction, fractions.Fraction(1, 2), ["Fraction"]),
        (Exception, ValueError("a"), ["Exception"]),
        (Odd, Odd.ONE, ["Odd.ONE"]),
        (list[Image], [Image()], ["list[Image][]"]),
        (dict[tuple[int, int], str], {(1, 2): "a"}, ["the keys of dict[tuple[int, int], str]"]),
        (dict[Odd, int], {Odd.ONE: 1}, ["the keys of dict[Odd, int]"]),
        (Page[Image], Page([Image()]), ["Page[Image].items[]"]),
        (Album, Album("a", Image()), ["Album.cover"]),
        (Shelf, Shelf([Album("a", Image())]), ["Shelf.albums[].cover"]),
        (Labels, {"name": "a", "picture": Image()}, ["Labels.picture"]),
        (Loose, Loose(), ["Loose.thumbnail", "Loose.picture", "Loose.call", "Loose.pictures[][]"]),
        (Mixed, Mixed(Account(name="a"), Loose()), [f"Mixed.loose.{n}" for n in ("thumbnail", "picture", "call")]),
        (PageModel[Node], PageModel[Node](items=[Node(1)]), ["PageModel[Node].items[]"]),
    ],
    ids=_named,
)
def test_what_the_encoder_refuses_is_named_with_its_path(type_: Any, value: Any, expected: list[str]) -> None:
    """A type with a part that the encoder refuses draws that part, and where it is."""
    paths = [fault.path for fault in faults(type_)]
    assert expected == paths[: len(expected)]
    with pytest.raises(ParamError):
        encode(value)


@pytest.mark.parametrize(
    "type_",
    [
        Node, Account, Deeper[int], Page, PageModel, Unfinished, list[Unfinished], Iterator[int], type[int],
        Callable[[], int], Annotated[int, "a"], "a name", T, dict, list, tuple[()], Mapping, 1, lambda: 1, ...,
    ],
    ids=_named,
)  # fmt: skip
def test_no_type_is_too_odd_to_look_at(type_: Any) -> None:
    """Generic, recursive, forward-referenced, unfinished and nonsensical types are looked at without a crash."""
    assert isinstance(faults(type_), tuple)


def test_a_name_that_leads_nowhere_hides_no_other_fault() -> None:
    """Where one annotation cannot be evaluated, the other fields are looked into all the same."""
    assert ["Lost.picture"] == [fault.path for fault in faults(Lost)]


def test_ever_deeper_types_come_to_an_end() -> None:
    """A generic type that holds itself with ever deeper arguments draws a bounded number of faults."""
    assert 1 <= len(faults(Deeper[Image])) <= 20
    assert () == faults(Deeper[int])


def test_the_finding_names_the_field() -> None:
    """AN002's message says which field it is, and its type."""
    spec = ResponseSpec(status=200, body=JSONBody(model=TypeName.of(Album)))
    assert ["Album.cover is Image, which has no JSON form"] == [d.message for d in check(spec) if d.code == "AN002"]


def test_a_type_that_cannot_be_imported_is_another_rule_s() -> None:
    """AN002 is silent where the type's name leads nowhere, which is AN008's."""
    spec = ResponseSpec(status=200, body=JSONBody(model=TypeName("nowhere.at.all:User")))
    assert ["AN008"] == [d.code for d in check(spec) if d.code.startswith("AN")]


def test_metadata_that_cannot_be_hashed_hides_nothing() -> None:
    """A part below `Annotated[..., {}]` is looked into as any other."""
    unhashable: Any = Annotated[complex, {"a": 1}]
    assert ["complex"] == [fault.type_name for fault in faults(list[unhashable])]
    spec = ResponseSpec(status=200, body=JSONBody(model=TypeName.of(list[unhashable])))
    assert ["AN002"] == [diagnostic.code for diagnostic in check(spec)]

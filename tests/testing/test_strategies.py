"""`antiphon.testing.strategies`: every drawn response is made and sent, and is what its declaration says."""

from __future__ import annotations

import asyncio
import collections
import dataclasses
import datetime as dt
import decimal
import enum
import ipaddress
import pathlib
import subprocess
import sys
import types
import uuid
from collections.abc import Callable, Iterable, Mapping, MutableMapping, Sequence
from typing import Annotated, Any, Generic, Literal, NamedTuple, NewType, NotRequired, TypedDict, TypeVar

import annotated_types as at
import attrs
import hypothesis.strategies as st
import msgspec
import pydantic
import pytest
from hypothesis import HealthCheck, Phase, given, settings

import catalogue.responses
import prices.responses
import shop.responses
from antiphon import (
    BytesReply,
    ContentType,
    CookieValue,
    ETag,
    FamilyReply,
    FileReply,
    JSONCookie,
    Location,
    Params,
    Problem,
    ProblemReply,
    Reply,
    cookie,
    header,
    host_cookie,
    insecure_cookie,
    respond,
)
from antiphon.headers.registry import FIELDS, field_class
from antiphon.headers.untyped import UNTYPED
from antiphon.spec import ResponseSpec
from antiphon.testing import assert_sends, strategies
from antiphon.testing.strategies.of_type import of_type
from antiphon.testing.strategies.typed_fields import of_field
from tests.live.app import EVERY
from tests.support.patience import PATIENCE

# Only drawing is tested: a failure names the declaration, and need not be made smaller.
quickly = settings(
    max_examples=15,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
)

DECLARED: dict[str, Callable[..., Any]] = {
    **{
        f"{module.__name__}.{name}": value
        for module in (shop.responses, prices.responses, catalogue.responses)
        for name, value in vars(module).items()
        if isinstance(getattr(value, "spec", None), ResponseSpec)
    },
    **{name: said.compiled for name, said in EVERY.items()},
}


async def _never() -> MutableMapping[str, Any]:
    await asyncio.Event().wait()
    return {}


def sent(response: Any) -> int:
    """Send a response by ASGI; gives its status."""
    messages: list[MutableMapping[str, Any]] = []

    async def send(message: MutableMapping[str, Any]) -> None:
        messages.append(message)

    asyncio.run(response({"type": "http", "method": "GET", "path": "/", "headers": []}, _never, send))
    status: int = messages[0]["status"]
    return status


def every(values: st.SearchStrategy[Any], check: Callable[[Any], object], examples: int = 15) -> list[Any]:
    """Draw values and check each; gives them."""
    drawn: list[Any] = []

    @settings(quickly, max_examples=examples)
    @given(values)
    def look(value: Any) -> None:
        check(value)
        drawn.append(value)

    look()
    return drawn


@pytest.mark.parametrize("name", DECLARED)
def test_declarations_of_the_examples_and_of_the_tests(name: str) -> None:
    """Each drawn response is sent without an error, with a status that is declared."""
    declared: Any = DECLARED[name]
    statuses = declared.spec.body.plan(declared.spec.status).statuses or (declared.spec.status,)

    assert {sent(response) for response in every(strategies.responses(declared), lambda _: None, 8)} <= set(statuses)


# Types of content


class Colour(enum.Enum):
    RED = "red"
    GREEN = "green"


class Node(msgspec.Struct):
    colour: Colour
    children: list[Node]
    parent: Node | None
    count: Annotated[int, msgspec.Meta(ge=1, le=9, multiple_of=2)] = 2


T = TypeVar("T")


class Page(msgspec.Struct, Generic[T]):
    items: Annotated[list[T], msgspec.Meta(min_length=1, max_length=2)]
    first: T


@dataclasses.dataclass
class Point:
    x: Annotated[float, at.Interval(gt=0, lt=1)]
    name: Annotated[str, at.Len(2, 5)]
    code: Annotated[str, msgspec.Meta(pattern="^[a-z]{3}$")] = "abc"


@attrs.define
class Box:
    _points: list[Point]
    colours: dict[Colour, int] = attrs.field(factory=dict)


class Account(pydantic.BaseModel):
    age: int = pydantic.Field(gt=5, le=10)
    name: str = pydantic.Field(min_length=3, alias="fullName")
    count: pydantic.PositiveInt
    pin: Annotated[str, pydantic.StringConstraints(pattern=r"^\d{4}$")]
    secret: pydantic.SecretStr
    site: pydantic.HttpUrl
    opened: pydantic.AwareDatetime
    born: pydantic.PastDate
    price: decimal.Decimal = pydantic.Field(max_digits=5, decimal_places=2)
    sizes: list[int] = pydantic.Field(min_length=2, max_length=3)
    key: pydantic.UUID4
    kind: Literal["a", 1]
    friends: list[Account]
    later: pydantic.UUID7 | None = None

    @pydantic.field_validator("age")
    @classmethod
    def _odd(cls, age: int) -> int:
        if age == 7:
            raise ValueError("not seven")
        return age


class Row(TypedDict):
    a: int
    b: NotRequired[Annotated[str, msgspec.Meta(max_length=3)]]


class Pair(NamedTuple):
    a: int
    b: str = "x"


class Numbers(pydantic.RootModel[list[int]]): ...


class Holder(pydantic.BaseModel, Generic[T]):
    held: T


@pydantic.dataclasses.dataclass
class Strict:
    q: int = pydantic.Field(ge=100)


class Cat(msgspec.Struct, tag=True):
    n: str


class Dog(msgspec.Struct, tag=True):
    m: int | msgspec.UnsetType = msgspec.UNSET


UserId = NewType("UserId", int)

TYPES: list[Any] = [
    *(Node, Page[int], Page[Node], Point, Box, Row, Pair, Numbers, Holder[int], Strict, Cat | Dog, UserId, Any),
    *(object, list, dict, dict[str, Any], tuple[int, str], tuple[int, ...], set[int], frozenset[str]),
    *(collections.deque[int], Sequence[int], Mapping[str, int], Iterable[int], types.MappingProxyType[str, int]),
    *(dt.date, dt.datetime, dt.time, dt.timedelta, decimal.Decimal, uuid.UUID, bytes, float, bool, int | None),
    *(Literal["a", 2], Colour, ipaddress.IPv4Address, ipaddress.IPv6Network, pathlib.PurePosixPath, msgspec.Raw),
    *(Problem, list[Problem], dict[int, str], dict[uuid.UUID, int]),
]


@pytest.mark.parametrize("type_", [*TYPES, Account], ids=str)
def test_content(type_: Any) -> None:
    """Content of any type that has a JSON form is made and sent."""
    every(strategies.responses(respond(200).json(type_).compile()), sent)


@pytest.mark.parametrize("type_", [Node, Page[int], Point, Row, Strict, Numbers], ids=str)
def test_content_is_valid(type_: Any) -> None:
    """A declaration that validates content with each call refuses none of it."""
    every(strategies.content(respond(200).json(type_, validate="always").compile()), lambda _: None, 30)


def test_constraints() -> None:
    """Limits of numbers, lengths, patterns, time zones and predicates hold."""
    cases: list[tuple[Any, Callable[[Any], bool]]] = [
        (Annotated[int, msgspec.Meta(gt=5, lt=8)], lambda n: n in (6, 7)),
        (Annotated[int, at.Ge(3), at.Le(11), at.MultipleOf(4)], lambda n: n in (4, 8)),
        (Annotated[float, pydantic.Field(ge=0.5, lt=1)], lambda x: 0.5 <= x < 1),
        (Annotated[float, msgspec.Meta(ge=0, le=1, multiple_of=0.25)], lambda x: x in (0, 0.25, 0.5, 0.75, 1)),
        (Annotated[decimal.Decimal, pydantic.Field(max_digits=3, decimal_places=1)], lambda x: abs(x) < 100),
        (Annotated[decimal.Decimal, at.MultipleOf(decimal.Decimal("0.5")), at.Interval(ge=1, le=2)], lambda x: x >= 1),
        (Annotated[str, at.MinLen(2), at.MaxLen(3)], lambda text: 2 <= len(text) <= 3),
        (Annotated[str, msgspec.Meta(pattern="^a+$", max_length=4)], lambda text: 1 <= text.count("a") == len(text)),
        (Annotated[bytes, at.Len(2, 2)], lambda octets: len(octets) == 2),
        (Annotated[list[int], at.Len(1, 2)], lambda members: 1 <= len(members) <= 2),
        (Annotated[dict[str, int], at.Len(2, 2)], lambda members: len(members) == 2),
        (Annotated[set[int], at.MinLen(3)], lambda members: len(members) >= 3),
        (Annotated[dt.datetime, msgspec.Meta(tz=True)], lambda moment: moment.tzinfo is not None),
        (Annotated[dt.datetime, msgspec.Meta(tz=False)], lambda moment: moment.tzinfo is None),
        (Annotated[dt.datetime, at.Ge(dt.datetime(2030, 1, 1, tzinfo=dt.UTC))], lambda moment: moment.year >= 2030),
        (Annotated[dt.date, at.Lt(dt.date(1999, 1, 1))], lambda day: day.year < 1999),
        (Annotated[dt.timedelta, at.Ge(dt.timedelta(1))], lambda time: time.days >= 1),
        (Annotated[int, at.Predicate(lambda n: n % 2 == 0)], lambda n: n % 2 == 0),
        (list[Annotated[int, at.Interval(ge=1, le=2)]], lambda many: set(many) <= {1, 2}),
        (pydantic.UUID7, lambda key: key.version == 7),
        (NotRequired[Annotated[int, at.Interval(ge=1, le=2)]], lambda n: n in (1, 2)),
    ]
    for type_, holds in cases:
        assert all(map(holds, every(of_type(type_), lambda _: None))), type_


# Params


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Prefs(msgspec.Struct):
    dark: bool
    size: Annotated[int, msgspec.Meta(ge=0)]


prefs = JSONCookie(Prefs)


class Fields(Params):
    location: Location
    etag: ETag | None
    retry_after: int
    last_modified: dt.datetime
    cache_control: str
    vary: list[str]
    allow: tuple[str, ...]
    link: str
    content_language: str
    content_disposition: str
    x_id: uuid.UUID
    x_number: Annotated[int, at.Gt(3)] = header(default=5)
    x_set: set[int]
    x_texts: list[str]
    x_day: dt.date = header(encode=dt.date.isoformat)
    x_time: dt.timedelta
    x_amount: decimal.Decimal
    x_any: str


class Cookies(Params):
    tier: Literal["free"] | None = cookie()
    level: Level = cookie()
    session: CookieValue[str] = host_cookie()
    visits: CookieValue[int] | None = insecure_cookie()
    prefs: Prefs = cookie(encode=prefs)
    text: str = cookie(encode="percent")
    other: str = cookie(encode="base64url")
    plain: str = cookie()


class Refused(FamilyReply[Problem], family="4XX"): ...


class OutOfStock(ProblemReply, type="https://a.example/test-out-of-stock", title="Out of stock", status=409):
    sku: Annotated[str, msgspec.Meta(min_length=1)]
    left: int = 3
    retry_after: int = header()


class Octets(BytesReply):
    content_type: ContentType


class Report(FileReply, media_type="text/csv"): ...


class Created(Reply[Point], status=201):
    location: Location


@pytest.mark.parametrize(
    "declared",
    [
        respond(200).text().params(Fields).compile(),
        respond(200).text().params(Cookies).compile(),
        (
            respond(201)
            .text()
            .header("Location", "/users/{user}?page={page}")
            .placeholder_param("user", str)
            .placeholder_param("page", int)
            .compile()
        ),
        respond(200).stream("text/plain; charset=iso-8859-15", str).compile(),
        respond(200).stream("application/zip", length=5).compile(),
        respond(200).json(float, nan="null").compile(),
        *(Refused, OutOfStock, Octets, Report, Created),
    ],
    ids=lambda declared: declared.__name__,
)
def test_params(declared: Any) -> None:
    """Params of every kind of slot have values that it carries, and so have families and problem types."""
    every(strategies.responses(declared), sent)


def test_params_may_be_left_out() -> None:
    """A param that has a default, or may be None, is sometimes not given."""
    drawn = every(strategies.params(respond(200).text().params(Fields).compile()), lambda _: None, 40)

    names = set(Fields.__annotations__)
    assert {frozenset({"etag"}), frozenset({"x_number"})} & {frozenset(names - set(one)) for one in drawn}
    assert all(names - set(one) <= {"etag", "x_number"} for one in drawn)
    assert all(one.get("x_number", 5) > 3 for one in drawn)


def test_the_members_of_a_problem_type_are_params() -> None:
    """And its content is none of its own; of a family the status is a param."""
    (drawn,) = every(strategies.params(OutOfStock), lambda _: None, 1)
    assert {"sku", "retry_after"} <= set(drawn)
    assert all(
        400 <= one["status"] < 500 and one["status"] != 401 for one in every(strategies.params(Refused), lambda _: None)
    )


@pytest.mark.parametrize("name", FIELDS)
def test_typed_fields(name: str) -> None:
    """Values of every typed field come back from their texts."""
    field: Any = field_class(name)

    every(
        of_field(field),
        lambda value: field.decode(value.encode().decode("latin-1")).encode() == value.encode() or 1 / 0,
    )


@pytest.mark.parametrize("name", sorted(UNTYPED))
def test_judged_fields(name: str) -> None:
    """A text param of a field without a class has values that its readers take."""
    declared = respond(200).text("a").header_param("given", str, wire=name.title()).compile()

    every(strategies.responses(declared), sent, 3)


@settings(quickly)
@given(strategies.responses(Created))
def test_a_drawn_response_is_as_declared(response: Created) -> None:
    """Its own judge takes it, and reads back what was drawn."""
    read = assert_sends(Created, response)

    assert (response.content, response.location) == (read.content, read.location)


# Errors


class Money:
    def __init__(self, *, cents: Nowhere) -> None:  # type: ignore[name-defined]  # noqa: F821  # pyright: ignore[reportUndefinedVariable]  # this is what the test is about
        self.cents = cents


class Never(msgspec.Struct):
    x: int

    def __post_init__(self) -> None:
        raise ValueError("never")


class Endless(msgspec.Struct):
    again: Endless


def test_a_registered_type_is_drawn_by_its_strategy() -> None:
    """Hypothesis's own registry is asked first, also for classes with declared fields."""

    class Own(msgspec.Struct):
        x: int

    st.register_type_strategy(Own, st.just(Own(42)))

    assert {42} == {one.x for one in every(of_type(Own), lambda _: None)}


def test_a_type_without_a_strategy() -> None:
    """The error names the type and the line that gives it one."""
    with pytest.raises(strategies.NoStrategy) as raised:
        of_type(list[Money])

    assert str(raised.value).startswith("there is no strategy for a Money: ")
    assert str(raised.value).endswith("register_type_strategy(Money, ...) gives one")
    with pytest.raises(strategies.NoStrategy, match="Endless"):
        of_type(Endless)


def test_a_type_that_refuses_everything() -> None:
    """Drawing ends with an error that says what it refuses with."""
    with pytest.raises(
        strategies.NoStrategy, match="Never: it refuses what is drawn for its fields, ValueError: never"
    ):
        every(of_type(Never), lambda _: None)


def test_a_param_that_takes_nothing() -> None:
    """The error names the param and its field."""

    def broken(value: str) -> str:
        raise ValueError("is out of paper")

    declared = respond(200).text("a").header_param("note", str, wire="X-Note", encode=broken).compile()

    with pytest.raises(strategies.NoStrategy, match=r"X-Note takes for the param note: ParamError: .*out of paper"):
        every(strategies.responses(declared), lambda _: None)


def test_misuse() -> None:
    """A function that declares nothing, and a response without content, are said at once."""
    with pytest.raises(TypeError, match="<lambda> declares no response"):
        strategies.responses(lambda: None)  # type: ignore[type-var]  # this is the mistake
    with pytest.raises(strategies.NoStrategy, match="gives no content: params"):
        strategies.content(respond(204).compile())
    with pytest.raises(strategies.NoStrategy, match="below '/srv'"):
        strategies.content(respond(200).file(root="/srv").compile())


def test_without_hypothesis() -> None:
    """The error names the extra, and the page."""
    code = "import sys; sys.modules['hypothesis'] = None\nimport antiphon.testing.strategies"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=PATIENCE)

    assert "needs Hypothesis: pip install 'antiphon[hypothesis]'\n" in done.stderr
    assert done.stderr.endswith("/how-to/draw-responses.html\n")

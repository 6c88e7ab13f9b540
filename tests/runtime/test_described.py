"""Types outside of pydantic's models that pydantic's annotations describe: pydantic's own TypeAdapter is the oracle."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Any, Generic, NamedTuple, NotRequired, TypeVar

import attrs
import msgspec
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Base64Bytes, Field, PlainSerializer, SerializeAsAny, TypeAdapter, WrapSerializer
from typing_extensions import TypeAliasType, TypedDict

from antiphon import ParamError, SpecError, respond

T = TypeVar("T")


def _shown(value: Any) -> str:
    return f"#{value}"


def _wrapped(value: Any, handler: Any) -> Any:
    return {"wrapped": handler(value)}


Number = Annotated[int, PlainSerializer(_shown, return_type=str)]
Plain = Annotated[int, pydantic.AfterValidator(abs), Field(ge=0, description="a number")]
Wrapped = Annotated[dict[str, int], WrapSerializer(_wrapped)]
Alias = TypeAliasType("Alias", Number)


class Row(TypedDict):
    number: Number
    secret: NotRequired[Annotated[str, Field(exclude=True)]]
    long_name: NotRequired[Annotated[int | None, Field(serialization_alias="longName")]]


class Longer(Row):
    more: int


@dataclasses.dataclass
class Item:
    name: str
    secret: Annotated[str, Field(exclude=True)] = "s3cret"
    number: Number = 3
    row: Row | None = None


@dataclasses.dataclass
class Configured:
    __pydantic_config__ = pydantic.ConfigDict(ser_json_timedelta="float")

    time: timedelta | None = None
    item: Item | None = None


@dataclasses.dataclass
class ByMethod:
    number: int = 1

    @pydantic.field_serializer("number")
    def _number(self, value: int) -> str:
        return f"<{value}>"

    @pydantic.computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated properties
    @property
    def double(self) -> int:
        """Twice the number."""
        return self.number * 2


class Pair(NamedTuple):
    left: Number
    right: list[Item | None]


@dataclasses.dataclass
class Page(Generic[T]):
    items: list[T]
    next: Page[T] | None = None


class Base(pydantic.BaseModel):
    name: str = "b"


class Derived(Base):
    more: str = "more"


NUMBERS = st.integers(-9, 9)
ROWS = st.fixed_dictionaries(
    {"number": NUMBERS}, optional={"secret": st.just("s3cret"), "long_name": st.none() | NUMBERS}
)
ITEMS = st.builds(Item, st.text(max_size=2), number=NUMBERS, row=st.none() | ROWS)
CONFIGURED = st.builds(Configured, st.none() | st.timedeltas(timedelta(0), timedelta(1)), st.none() | ITEMS)
KNOWN: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (Number, NUMBERS),
    (Alias, NUMBERS),
    (list[Alias], st.lists(NUMBERS, max_size=2)),
    (dict[str, Number], st.dictionaries(st.text(max_size=2), NUMBERS, max_size=2)),
    (dict[Number, int], st.dictionaries(NUMBERS, NUMBERS, max_size=2)),
    (Wrapped, st.dictionaries(st.text(max_size=2), NUMBERS, max_size=2)),
    (Base64Bytes, st.binary(max_size=3)),
    (Row, ROWS),
    (Longer, ROWS.map(lambda row: {**row, "more": 1})),
    (Row | str | None, st.none() | st.text(max_size=2) | ROWS),
    (Item, ITEMS),
    (list[Item], st.lists(ITEMS, max_size=2)),
    (dict[str, list[Item | None]], st.dictionaries(st.text(max_size=2), st.lists(st.none() | ITEMS, max_size=2))),
    (tuple[Item, Row], st.tuples(ITEMS, ROWS)),
    (Configured, CONFIGURED),
    (ByMethod, st.builds(ByMethod, NUMBERS)),
    (Pair, st.builds(Pair, NUMBERS, st.lists(st.none() | ITEMS, max_size=2))),
    (Page[Row], st.builds(Page, st.lists(ROWS, max_size=2), st.none() | st.builds(Page, st.lists(ROWS, max_size=1)))),
    (SerializeAsAny[Base], st.sampled_from([Base(), Derived()])),
]
CHOICES = st.fixed_dictionaries({name: st.booleans() for name in ("exclude_none", "exclude_defaults", "by_alias")})


@given(st.sampled_from(KNOWN).flatmap(lambda known: st.tuples(st.just(known[0]), known[1])), CHOICES)
def test_what_pydantic_is_told_is_done(known: tuple[Any, Any], choice: Mapping[str, Any]) -> None:
    """At every depth, with the options of a declaration and without."""
    type_, value = known
    oracle: TypeAdapter[Any] = TypeAdapter(type_)
    expected = oracle.dump_json(value, by_alias=True)

    assert expected == respond(200).json(type_).compile()(value).body
    assert oracle.dump_json(value, **choice) == respond(200).json(type_, **choice).compile()(value).body


def test_content_that_is_checked() -> None:
    """By msgspec, which reads the types below pydantic's annotations."""
    made = respond(200).json(dict[str, Item | Number], validate="always").compile()
    assert made({"a": Item("a"), "b": 1}).body == b'{"a":{"name":"a","number":"#3","row":null},"b":"#1"}'
    with pytest.raises(ParamError, match="Expected `int`, got `str`"):
        made({"a": Item("a", number="3")})  # type: ignore[arg-type]


class Struct(msgspec.Struct, rename="camel"):
    one_number: Number
    rows: list[Row]
    either: Item | Row | Number | None = None


@attrs.define
class Attrs:
    item: Item
    structs: dict[str, Struct]


@pytest.mark.parametrize("options", [{}, {"exclude_unset": True}])
def test_inside_classes_that_pydantic_does_not_know(options: dict[str, Any]) -> None:
    """The annotations hold there, too, in as large a part as pydantic can write."""
    made = respond(200).json(Attrs, **options).compile()
    structs = {
        "row": Struct(1, [{"number": 2, "secret": "s"}], {"number": 3, "secret": "s"}),
        "number": Struct(1, [], 4),
        "item": Struct(1, [], Item("i")),
        "none": Struct(1, []),
    }

    assert (
        b'{"item":{"name":"a","number":"#3","row":null},"structs":{'
        b'"row":{"oneNumber":"#1","rows":[{"number":"#2"}],"either":{"number":"#3"}},'
        b'"number":{"oneNumber":"#1","rows":[],"either":"#4"},'
        b'"item":{"oneNumber":"#1","rows":[],"either":{"name":"i","number":"#3","row":null}},'
        b'"none":{"oneNumber":"#1","rows":[],"either":null}}}' == made(Attrs(Item("a"), structs)).body
    )


@dataclasses.dataclass
class Special(Item):
    password: str = "hidden"


@dataclasses.dataclass
class Wave:
    value: Annotated[complex, PlainSerializer(str)]
    ratio: float = 0.5


def test_what_is_declared_is_sent() -> None:
    """Nothing of a subclass, no NaN, no object of another class; a part that pydantic writes has a JSON form."""
    send = respond(200).json(list[Item | None]).compile()
    assert send([Special("a"), None]).body == b'[{"name":"a","number":"#3","row":null},null]'
    with pytest.raises(ParamError, match="holds dict where"):
        send([{"name": "a"}])  # type: ignore[list-item]

    wave = respond(200).json(Wave).compile()
    assert wave(Wave(1j)).body == b'{"value":"1j","ratio":0.5}'
    with pytest.raises(ParamError, match="NaN"):
        wave(Wave(1j, float("nan")))
    with pytest.raises(SpecError, match="AN002"):
        respond(200).json(list[complex]).compile()


def test_annotations_that_say_nothing_of_what_is_written() -> None:
    """Validators and bounds change nothing: the content goes the quick way."""
    body = respond(200).json(list[Plain]).spec().body

    content = body.plan(200).content
    assert content is not None
    assert content.exact is list
    assert respond(200).json(list[Plain]).compile()([-1]).body == b"[-1]"

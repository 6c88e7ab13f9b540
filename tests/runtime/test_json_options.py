"""JSON options of a declaration, with pydantic as the oracle wherever it can write the same type."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from typing import Any, Generic, Literal, NotRequired, TypeVar

import attrs
import msgspec
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic.dataclasses import dataclass as pydantic_dataclass
from typing_extensions import TypedDict

from antiphon import ParamError, Problem, Reply, SpecError, respond
from antiphon.runtime.content.json import content_of
from antiphon.runtime.content.options import JSONOptions

T = TypeVar("T")


@dataclasses.dataclass
class Item:
    name: str | None = None
    tags: list[str] = dataclasses.field(default_factory=list)
    count: int = 3


class Row(TypedDict):
    item: Item | None
    note: NotRequired[str | None]


class Model(pydantic.BaseModel):
    item: Item | None = None
    rows: list[Row] = pydantic.Field(default_factory=list, alias="allRows")
    inner: Model | None = None
    loose: Any = None
    named: dict[str, Item | None] = {}


@pydantic_dataclass
class Pair:
    left: int | None = None
    right: Item | None = pydantic.Field(default=None, alias="rightItem")


@dataclasses.dataclass
class Page(Generic[T]):
    items: list[T]
    after: T | None = None


ITEMS = st.builds(Item, st.none() | st.text(max_size=3), st.lists(st.text(max_size=2), max_size=2), st.integers(2, 4))
ROWS = st.fixed_dictionaries({"item": st.none() | ITEMS}, optional={"note": st.none() | st.just("n")})
LOOSE = st.none() | st.dictionaries(st.just("k"), st.none() | ITEMS, max_size=1)


def _models(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Model]:
    fields: dict[str, st.SearchStrategy[Any]] = {
        "item": st.none() | ITEMS,
        "allRows": st.lists(ROWS, max_size=2),
        "inner": st.none() | inner,
        "loose": LOOSE,
        "named": st.dictionaries(st.just("n"), st.none() | ITEMS, max_size=1),
    }
    return st.fixed_dictionaries({}, optional=fields).map(lambda chosen: Model(**chosen))


MODELS = _models(_models(st.none()))
SIDES: dict[str, st.SearchStrategy[Any]] = {"left": st.none() | st.integers(0, 3), "rightItem": st.none() | ITEMS}
PAIRS = st.fixed_dictionaries({}, optional=SIDES).map(lambda chosen: Pair(**chosen))
#: Types that pydantic can write, too, with values of each.
KNOWN: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (Item, ITEMS),
    (Row, ROWS),
    (Model, MODELS),
    (Pair, PAIRS),
    (list[Model], st.lists(MODELS, max_size=2)),
    (dict[str, Row], st.dictionaries(st.just("r"), ROWS, max_size=1)),
    (Page[Model], st.builds(Page, st.lists(MODELS, max_size=2), st.none() | MODELS)),
    (Page[Row], st.builds(Page, st.lists(ROWS, max_size=2), st.none() | ROWS)),
    (tuple[Pair, Item | None], st.tuples(PAIRS, st.none() | ITEMS)),
]
CHOICES = st.fixed_dictionaries(
    {name: st.booleans() for name in ("exclude_none", "exclude_defaults", "exclude_unset", "by_alias")}
)


@given(st.sampled_from(KNOWN).flatmap(lambda known: st.tuples(st.just(known[0]), known[1])), CHOICES)
def test_what_is_left_is_what_pydantic_leaves(known: tuple[Any, Any], choice: Mapping[str, Any]) -> None:
    """For every choice of the options, at every depth, by way of models, dataclasses and TypedDicts."""
    type_, value = known
    oracle: pydantic.TypeAdapter[Any] = pydantic.TypeAdapter(type_)

    assert oracle.dump_json(value, **choice) == respond(200).json(type_, **choice).compile()(value).body


class Point(msgspec.Struct, rename="camel", tag="point"):
    in_metres: bool = False
    label_text: str | None = None
    inner: Point | None = None


class Corner(msgspec.Struct, array_like=True):
    x: int
    note: str | None = None


@attrs.define
class Label:
    text: str | None = None
    points: list[Point] = attrs.field(factory=list)


class Wide(msgspec.Struct):
    point: Point | None
    label: Label
    corner: Corner
    model: Model


WIDE = Wide(Point(inner=Point(True)), Label(), Corner(1), Model(item=Item()))


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (
            JSONOptions(exclude_none=True),
            {
                "point": {"type": "point", "inMetres": False, "inner": {"type": "point", "inMetres": True}},
                "label": {"points": []},
                "corner": [1, None],
                "model": {"item": {"tags": [], "count": 3}, "allRows": [], "named": {}},
            },
        ),
        (
            JSONOptions(exclude_defaults=True),
            {
                "point": {"type": "point", "inner": {"type": "point", "inMetres": True}},
                "label": {},
                "corner": [1, None],
                "model": {"item": {}},
            },
        ),
        (
            JSONOptions(exclude_unset=True, by_alias=False),
            {
                "point": {
                    "type": "point",
                    "in_metres": False,
                    "label_text": None,
                    "inner": {"type": "point", "in_metres": True, "label_text": None, "inner": None},
                },
                "label": {"text": None, "points": []},
                "corner": [1, None],
                "model": {"item": {"name": None, "tags": [], "count": 3}},
            },
        ),
    ],
)
def test_structs_and_attrs_classes_follow(options: JSONOptions, expected: object) -> None:
    """Types that pydantic cannot write are written by the same rules; a Struct that is an array keeps its places."""
    content = content_of(Wide, options=options)

    assert content.encode is not None
    assert expected == json.loads(content.encode(content.accept(WIDE)))


def test_members_by_name() -> None:
    """`key_order="sorted"` sorts the members of classes, dicts and models alike, at every depth."""
    made = respond(200).json(dict[str, Model | dict[str, int]], key_order="sorted").compile()

    assert (
        made({"b": {"z": 1, "a": 2}, "a": Model()}).body
        == b'{"a":{"allRows":[],"inner":null,"item":null,"loose":null,"named":{}},"b":{"a":2,"z":1}}'
    )


class Money:
    def __init__(self, cents: int) -> None:
        self.cents = cents


def plain(value: object) -> object:
    """The form of the types of this module."""
    if isinstance(value, Money):
        return {"cents": value.cents}
    raise TypeError(f"nobody writes {type(value).__name__}")


@dataclasses.dataclass
class Bill:
    total: Money
    paid: bool = False


class Invoice(pydantic.BaseModel, arbitrary_types_allowed=True):
    total: Money
    bill: Bill | None = None


@pytest.mark.parametrize("declared", [Bill, Invoice])
def test_types_of_ones_own(declared: Any) -> None:
    """`encode` writes them, in classes of every kind, and the type is not found to be without a JSON form (AN002)."""
    with pytest.raises(SpecError, match="AN002"):
        respond(200).json(declared).compile()

    made = respond(200).json(declared, encode=plain).compile()
    assert {"cents": 5} == json.loads(made(declared(total=Money(5))).body)["total"]


def test_the_function_says_what_it_does_not_write() -> None:
    """By a TypeError or a ValueError, whose words the error has."""
    made = respond(200).json(dict[str, Any], encode=plain).compile()

    with pytest.raises(ParamError, match="nobody writes object"):
        made({"a": object()})
    with pytest.raises(SpecError, match="`encode` is str, and not a function"):
        respond(200).json(Bill, encode="plain")  # type: ignore[arg-type]


def test_other_content_is_refused_as_ever() -> None:
    """The options change what is written, and nothing of what is accepted; NaN is refused, or null where declared."""
    made = respond(200).json(list[Item], exclude_none=True).compile()
    with pytest.raises(ParamError, match="holds dict where Item is declared"):
        made([{"name": "a"}])  # type: ignore[list-item]

    @dataclasses.dataclass
    class Special(Item):
        secret: str = "s"

    assert made([Special()]).body == b'[{"tags":[],"count":3}]'
    with pytest.raises(ParamError, match="NaN"):
        respond(200).json(dict[str, float], exclude_none=True).compile()({"a": float("nan")})
    nulling = respond(200).json(dict[str, float], exclude_none=True, nan="null").compile()
    assert nulling({"a": float("nan")}).body == b'{"a":null}'


class Slim(Reply[Model], exclude_none=True, exclude_defaults=True): ...


class Named(Slim, exclude_defaults=False, by_alias=False): ...


class Short(Reply[Problem], status=404, exclude_none=True): ...


def test_class_statements_have_the_same_options() -> None:
    """As keywords, which subclasses inherit one by one; a Problem keeps the status of its response."""
    assert Slim(Model(item=Item("a"))).body == b'{"item":{"name":"a"}}'
    assert Named(Model()).body == b'{"rows":[],"named":{}}'
    assert {"title": "t", "status": 404} == json.loads(Short(Problem(title="t")).body)


def test_the_spec_says_the_options() -> None:
    """By value, so that the spec of another process makes the same response."""
    spec = respond(200).json(Item, exclude_none=True, key_order="sorted").spec()
    again = type(spec).model_validate_json(spec.model_dump_json())

    assert spec == again
    assert {"exclude_none": True, "key_order": "sorted"} == again.body.options.model_dump(exclude_defaults=True)  # type: ignore[union-attr]
    with pytest.raises(SpecError, match="key_order"):
        respond(200).json(Item, key_order="random")  # type: ignore[arg-type]


def order_of(order: Literal["declared", "sorted"]) -> bytes:
    """The members of an Item in an order."""
    body = respond(200).json(Item, key_order=order).compile()(Item()).body
    assert isinstance(body, bytes)
    return body


def test_the_declared_order_is_the_default() -> None:
    """Sorting is asked for."""
    assert respond(200).json(Item).compile()(Item()).body == order_of("declared") != order_of("sorted")

"""The options of pydantic's classes hold at every place, one without a type as well.

The oracle is pydantic's own TypeAdapter, for types that pydantic can write.
"""

from __future__ import annotations

import dataclasses
import json
from collections import deque
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

import attrs
import msgspec
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ConfigDict, Field, TypeAdapter
from pydantic.dataclasses import dataclass as pydantic_dataclass
from typing_extensions import TypedDict

from antiphon import ParamError, respond
from antiphon.responses import JSONResponse


@pydantic_dataclass
class Hidden:
    name: str = "Ada"
    secret: str = Field(default="s3cret", exclude=True)


@pydantic_dataclass
class More(Hidden):
    age: int = 36


@pydantic_dataclass
class Aliased:
    user_name: str | None = Field(default=None, alias="userName")


@pydantic_dataclass(config=ConfigDict(ser_json_timedelta="float"))
class ByFunction:
    number: int = 1
    inner: Hidden = Field(default_factory=Hidden)

    @pydantic.field_serializer("number")
    def _number(self, value: int) -> str:
        return f"<{value}>"

    @pydantic.computed_field  # type: ignore[prop-decorator]  # mypy knows no decorated properties
    @property
    def double(self) -> int:
        """Twice the number."""
        return self.number * 2


@pydantic_dataclass
class Whole:
    number: int = 1

    @pydantic.model_serializer
    def _whole(self) -> dict[str, int]:
        return {"all": self.number}


class Model(pydantic.BaseModel):
    hidden: Hidden = Hidden()
    loose: Any = None
    secret: str = Field(default="s3cret", exclude=True)


@dataclasses.dataclass
class Loose:
    value: Any
    typed: Hidden = dataclasses.field(default_factory=Hidden)


class Row(TypedDict):
    value: Any
    typed: Hidden | Aliased


class Pair(NamedTuple):
    left: Any
    right: list[Any]


#: Objects that write themselves.
OWN = st.sampled_from([Hidden(), More(), Aliased(userName="a"), Aliased(), ByFunction(), Whole(), Model()])
VALUES = st.recursive(
    st.one_of(OWN, st.none(), st.text(max_size=2), st.integers(0, 9)),
    lambda inner: st.one_of(
        st.lists(inner, max_size=2),
        st.dictionaries(st.text(max_size=2), inner, max_size=2),
        st.tuples(inner, inner),
        st.lists(inner, max_size=2).map(deque),
        st.builds(Loose, inner, st.sampled_from([Hidden(), More()])),
        st.builds(Pair, inner, st.lists(inner, max_size=1)),
        inner.map(lambda value: Model(loose=value)),
    ),
    max_leaves=5,
)
ROWS = st.fixed_dictionaries({"value": VALUES, "typed": st.sampled_from([Hidden(), Aliased(userName="a")])})
#: Types with places that have none.
UNTYPED: list[tuple[Any, st.SearchStrategy[Any]]] = [
    (Any, VALUES),
    (object, VALUES),
    (list[Any], st.lists(VALUES, max_size=2)),
    (list, st.lists(VALUES, max_size=2)),
    (dict[str, Any], st.dictionaries(st.text(max_size=2), VALUES, max_size=2)),
    (int | dict[str, object], st.dictionaries(st.text(max_size=2), VALUES, max_size=2)),
    (tuple[Any, int], st.tuples(VALUES, st.integers(0, 9))),
    (Loose, st.builds(Loose, VALUES)),
    (list[Loose | None], st.lists(st.none() | st.builds(Loose, VALUES), max_size=2)),
    (Row, ROWS),
    (Pair, st.builds(Pair, VALUES, st.lists(VALUES, max_size=1))),
    (Model, VALUES.map(lambda value: Model(loose=value))),
]
CHOICES = st.fixed_dictionaries(
    {"by_alias": st.booleans()}, optional={"exclude_none": st.booleans(), "exclude_defaults": st.booleans()}
)


def _bare(type_: Any) -> Any:
    return Any if type_ is object else type_


@given(st.sampled_from(UNTYPED).flatmap(lambda known: st.tuples(st.just(known[0]), known[1])), CHOICES)
def test_an_object_that_writes_itself_does_so_at_a_place_without_a_type(
    known: tuple[Any, Any], choice: Mapping[str, Any]
) -> None:
    """As pydantic has it write itself, with its options and without."""
    type_, value = known
    oracle: TypeAdapter[Any] = TypeAdapter(_bare(type_))

    assert oracle.dump_json(value, by_alias=True) == respond(200).json(type_).compile()(value).body
    assert oracle.dump_json(value, **choice) == respond(200).json(type_, **choice).compile()(value).body


@given(VALUES)
def test_content_without_a_declaration(value: Any) -> None:
    """As the drop-in classes and fixed values have it."""
    expected = TypeAdapter(Any).dump_json(value, by_alias=True)

    assert expected == JSONResponse(value).body
    assert expected == respond(200).json_value(value).compile()().body


class Struct(msgspec.Struct, rename="camel", tag="s", omit_defaults=True):
    any_value: Any
    unset_value: int | msgspec.UnsetType = msgspec.UNSET
    at_default: int = 1


class Array(msgspec.Struct, array_like=True):
    value: Any
    more: int = 2


@attrs.define
class Slotted:
    value: Any


@attrs.define(slots=False)
class Open:
    value: Any


def _opened(value: Any) -> Open:
    made = Open(value)
    made.added = value  # type: ignore[attr-defined]  # what is set on an instance is written as well
    return made


@pytest.mark.parametrize(
    ("wrapped", "expected"),
    [
        (Struct, '{"type":"s","anyValue":#}'),
        (Array, "[#,2]"),
        (Slotted, '{"value":#}'),
        (_opened, '{"value":#,"added":#}'),
        (lambda value: [Struct([{"a": value}])], '[{"type":"s","anyValue":[{"a":#}]}]'),
    ],
)
@pytest.mark.parametrize("value", [Hidden(), Aliased(userName="a"), Whole()])
def test_inside_classes_that_pydantic_does_not_know(wrapped: Callable[[Any], Any], expected: str, value: Any) -> None:
    """Structs and attrs classes are written as ever, and what is in them writes itself."""
    written = TypeAdapter(Any).dump_json(value, by_alias=True).decode()
    content = wrapped(value)

    assert expected.replace("#", written).encode() == JSONResponse(content).body
    assert json.loads(expected.replace("#", written)) == json.loads(
        respond(200).json(Any, key_order="sorted").compile()(content).body
    )


def test_nan_and_cycles() -> None:
    """Nothing excluded is looked at, NaN that would be sent is refused, and so is content that holds itself."""

    @pydantic_dataclass
    class Half:
        ratio: float = 0.5
        hidden: float = Field(default=float("nan"), exclude=True)

    send = respond(200).json(dict[str, Any]).compile()
    nulling = respond(200).json(dict[str, Any], nan="null").compile()
    assert send({"a": Half(), "b": None}).body == b'{"a":{"ratio":0.5},"b":null}'
    with pytest.raises(ParamError, match="NaN"):
        send({"a": Half(float("nan"))})
    assert nulling({"a": Half(float("nan"))}).body == b'{"a":{"ratio":null}}'

    cycle: dict[str, Any] = {"a": Half()}
    cycle["b"] = [cycle]
    with pytest.raises(ParamError):
        send(cycle)


class Searched(msgspec.Struct):
    """Its members are read in one call, as long as it has them all."""

    number: int
    held: Any


def test_members_of_a_struct_are_searched_though_one_is_gone() -> None:
    row = Searched(1, [Hidden()])
    assert json.loads(JSONResponse(row).body) == {"number": 1, "held": [{"name": "Ada"}]}

    del row.number
    assert json.loads(JSONResponse(row).body) == {"held": [{"name": "Ada"}]}


class Closed(msgspec.Struct):
    number: int
    texts: list[str] | None = None


class OpenStruct(msgspec.Struct):
    number: int
    inner: object = None


@dataclasses.dataclass
class OpenDataclass:
    number: int
    parent: OpenDataclass | None = None
    inner: dict[str, Any] = dataclasses.field(default_factory=dict)


HIDDEN = {"name": "Ada"}
SEARCHED: dict[str, tuple[Any, Any]] = {
    "beside closed": ([Closed(1), Closed(2, ["a"]), Hidden()], [
        {"number": 1, "texts": None}, {"number": 2, "texts": ["a"]}, HIDDEN,
    ]),
    "in an open field": ([OpenStruct(1), OpenStruct(2, Hidden())], [
        {"number": 1, "inner": None}, {"number": 2, "inner": HIDDEN},
    ]),
    "below a dataclass": (OpenDataclass(1, OpenDataclass(2, None, {"a": [Hidden()]})), {
        "number": 1, "parent": {"number": 2, "parent": None, "inner": {"a": [HIDDEN]}}, "inner": {},
    }),
    "in a tuple in a dict": ({"a": (1, Hidden())}, {"a": [1, HIDDEN]}),
    "late in a long list": ([*range(300), Hidden()], [*range(300), HIDDEN]),
    "twice the same": ([[shared := Hidden()], {"a": shared}], [[HIDDEN], {"a": HIDDEN}]),
    "itself": (Hidden(), HIDDEN),
}  # fmt: skip


@pytest.mark.parametrize("name", SEARCHED)
def test_content_without_a_type_is_searched_at_every_depth(name: str) -> None:
    """Objects of classes whose fields hold scalars alone are passed over, and nothing else is."""
    content, expected = SEARCHED[name]

    assert json.loads(JSONResponse(content).body) == expected


def test_content_that_holds_itself_is_refused() -> None:
    """The search for dataclasses ends."""
    itself: list[Any] = []
    itself.extend([itself, {"a": itself}, OpenStruct(1, itself)])

    with pytest.raises(ParamError, match="refers to itself"):
        JSONResponse(itself)

"""The schemas and their names are those that FastAPI gives to the same types."""

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import enum
import uuid
from typing import Annotated, Any, Generic, Literal, TypeVar

import pydantic
import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st
from typing_extensions import TypedDict

from antiphon.interpreters.openapi.schemas import schemas

T = TypeVar("T")


class Colour(enum.Enum):
    RED = "red"
    BLUE = "blue"


class Level(enum.IntEnum):
    LOW = 1


class Node(pydantic.BaseModel):
    __doc__ = "A node of a tree.\fNot for clients."

    children: list[Node] = []
    label: str = pydantic.Field(default="", alias="the-label", description="Its label.", max_length=10)


class Box(pydantic.BaseModel, Generic[T]):
    held: T
    also: list[T] = []


class Cat(pydantic.BaseModel):
    kind: Literal["cat"] = "cat"


class Dog(pydantic.BaseModel):
    kind: Literal["dog"]
    owner: Node | None = None


class Computed(pydantic.BaseModel):
    side: float

    @pydantic.computed_field(description="Its area.")  # type: ignore[prop-decorator]  # mypy refuses every decorator above @property
    @property
    def area(self) -> float:
        return self.side**2


@dataclasses.dataclass
class Point:
    """A point."""

    x: int
    y: int = 0


class Row(TypedDict):
    name: str
    at: Point


class Several(pydantic.RootModel[list[Cat]]): ...


def model_of(types: list[Any]) -> type[pydantic.BaseModel]:
    """A model with a field of each type; all such models have one name."""
    fields: dict[str, Any] = {f"field_{index}": (type_, ...) for index, type_ in enumerate(types)}
    return pydantic.create_model("Made", __doc__="Made up.", **fields)


LEAVES: list[Any] = [
    *(int, str, bool, float, dt.datetime, dt.date, dt.timedelta, uuid.UUID, decimal.Decimal, Any),
    *(Colour, Level, Literal["a", "b"], Annotated[int, pydantic.Field(ge=1, le=9)]),
    *(Node, Box[int], Box[Node], Cat, Dog, Computed, Point, Row, Several),
    Annotated[Cat | Dog, pydantic.Field(discriminator="kind")],
]
TYPES = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        inner.map(lambda one: list[one]),  # type: ignore[valid-type]  # a type that is made here
        inner.map(lambda one: dict[str, one]),  # type: ignore[valid-type]  # likewise
        inner.map(lambda one: one | None if one is not Any else one),
        inner.map(lambda one: set[int] | None if one is Any else tuple[one, int]),  # type: ignore[valid-type]  # likewise
        st.lists(inner, min_size=1, max_size=3).map(model_of),
    ),
    max_leaves=6,
)


def handler() -> None:
    """Never called."""


def by_fastapi(types: list[Any]) -> tuple[list[Any], dict[str, Any]]:
    """The schema of each type as the response model of a route, without the title that names the route."""
    app = FastAPI()
    for index, type_ in enumerate(types):
        app.get(f"/{index}", response_model=type_)(handler)
    document = app.openapi()
    each = [
        document["paths"][f"/{index}"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        for index in range(len(types))
    ]
    stripped = [{key: value for key, value in schema.items() if key != "title"} for schema in each]
    return stripped, document.get("components", {}).get("schemas", {})


@given(st.lists(TYPES, min_size=1, max_size=4))
def test_schemas_and_names_are_those_of_fastapi(types: list[Any]) -> None:
    """Of any types together, since names depend on which other types there are."""
    each, definitions = by_fastapi(types)
    made = schemas(types)

    assert each == [{key: value for key, value in schema.items() if key != "title"} for schema in made.each]
    assert definitions == made.definitions


@pytest.mark.parametrize("type_", LEAVES, ids=str)
def test_each_kind_of_type_is_described_as_fastapi_does(type_: Any) -> None:
    """One at a time, so that a difference is found where it is."""
    each, definitions = by_fastapi([type_])
    made = schemas([type_])

    assert (each, definitions) == ([{k: v for k, v in made.each[0].items() if k != "title"}], made.definitions)

"""Content that is sent matches its schema, whatever libraries its types are of."""

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import enum
import json
import uuid
from typing import Annotated, Any, Literal

import jsonschema
import msgspec
import pydantic
from hypothesis import given
from hypothesis import strategies as st

from antiphon.cli.showing.sample import sample
from antiphon.interpreters.openapi.schemas import schemas
from antiphon.runtime.content.json import encode


class Colour(enum.Enum):
    RED = "red"


class Cat(msgspec.Struct, tag=True, rename="camel", forbid_unknown_fields=True):
    likes_milk: bool
    born: dt.date | None = None


class Dog(msgspec.Struct, tag="dog", omit_defaults=True):
    name: Annotated[str, msgspec.Meta(min_length=1, max_length=20)]
    chip: str | None = None
    age: int | msgspec.UnsetType = msgspec.UNSET
    toys: list[str] = []


class Row(msgspec.Struct, array_like=True):
    number: int
    colour: Colour


class Model(pydantic.BaseModel):
    at: dt.datetime = pydantic.Field(alias="the at")
    more: list[int] = []


@dataclasses.dataclass
class Plain:
    octets: bytes
    model: Model


LEAVES: list[Any] = [
    *(int, str, bool, float, bytes, dt.datetime, dt.date, dt.time, dt.timedelta, uuid.UUID, decimal.Decimal),
    *(Colour, Literal["a", 1], Cat, Dog, Row, Model, Plain, Cat | Dog, Cat | Dog | None),
]


def struct_of(types: list[Any], *, omit: bool) -> Any:
    """A Struct with a field of each type, the last of which has a default."""
    fields: list[Any] = [(f"field_{index}", type_) for index, type_ in enumerate(types)]
    return msgspec.defstruct("Made", [*fields, ("last", int | None, None)], omit_defaults=omit, kw_only=True)


TYPES = st.recursive(
    st.sampled_from(LEAVES),
    lambda inner: st.one_of(
        inner.map(lambda one: list[one]),  # type: ignore[valid-type]  # a type that is made here
        inner.map(lambda one: dict[str, one]),  # type: ignore[valid-type]  # likewise
        inner.map(lambda one: tuple[one, int]),  # type: ignore[valid-type]  # likewise
        inner.map(lambda one: one | None),
        st.builds(struct_of, st.lists(inner, min_size=1, max_size=3), omit=st.booleans()),
    ),
    max_leaves=6,
)


@given(TYPES)
def test_content_matches_its_schema(type_: Any) -> None:
    """The octets that are sent for a value of a type, read as JSON, match the schema of the type."""
    made = schemas([type_])
    content = json.loads(encode(sample(type_)))

    assert {} != made.each[0]
    schema = {**made.each[0], "components": {"schemas": made.definitions}}
    jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(content)


def test_a_member_that_is_left_out_is_not_required() -> None:
    """Where defaults are left out, the members at their defaults are absent, and never null."""
    schema = schemas([Dog]).definitions["Dog"]

    assert {"type": "dog", "name": "Rex"} == json.loads(encode(Dog("Rex")))
    assert ["type", "name"] == schema["required"]
    assert "anyOf" not in schema["properties"]["chip"]

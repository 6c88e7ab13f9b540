"""Content under the options of its declaration matches what the document says of it."""

from __future__ import annotations

import enum
import json
from typing import Any

import jsonschema
import msgspec
import pydantic
import pytest
from fastapi import FastAPI
from hypothesis import given
from hypothesis import strategies as st

from antiphon import Event, EventReply, JSONLinesReply, Reply, respond
from antiphon.integrations.fastapi import install
from antiphon.openapi import describe
from tests.runtime.test_json_options import CHOICES, ITEMS, KNOWN, Item, Label, Point

POINTS = st.builds(Point, st.booleans(), st.none() | st.just("x"), st.none() | st.builds(Point))
LABELS = st.builds(Label, st.none() | st.just("x"), st.lists(POINTS, max_size=1))
ALL = [*KNOWN, (Point, POINTS), (Label, LABELS), (Point | Item | None, POINTS | ITEMS | st.none())]


@given(st.sampled_from(ALL).flatmap(lambda known: st.tuples(st.just(known[0]), known[1])), CHOICES)
def test_content_matches_its_schema(known: tuple[Any, Any], choice: dict[str, Any]) -> None:
    """For every choice of the options, at every depth, whatever libraries the classes are of."""
    type_, value = known
    compiled = respond(200).json(type_, **choice).compile()
    described = describe(compiled)
    schema = described["responses"]["200"]["content"]["application/json"]["schema"]
    components = described.get("components", {})
    jsonschema.Draft202012Validator({**schema, "components": components}).validate(json.loads(compiled(value).body))


PYDANTIC = tuple(map(int, pydantic.VERSION.split(".")[:2]))


class User(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(json_schema_serialization_defaults_required=True)

    full_name: str = pydantic.Field(alias="fullName")
    age: int | None
    manager: User | None = None
    number: int = 3

    @pydantic.computed_field(alias="nickName")
    def nick(self) -> str | None:
        """Computed, and perhaps not there."""
        return None


@pytest.mark.skipif(PYDANTIC < (2, 13), reason="pydantic calls computed fields, and all with this setting, required")
@pytest.mark.parametrize(
    ("options", "required"),
    [
        ({}, {"fullName", "age", "manager", "number", "nickName"}),
        ({"exclude_none": True}, {"fullName", "number"}),
        ({"exclude_defaults": True}, {"fullName", "age", "nickName"}),
        ({"exclude_unset": True}, {"fullName", "age", "nickName"}),
        ({"by_alias": False}, {"full_name", "age", "manager", "number", "nick"}),
    ],
)
def test_members_that_may_be_absent_are_not_required(options: dict[str, Any], required: set[str]) -> None:
    """Under the names that are sent, whatever the model's own settings call required."""
    described = describe(respond(200).json(User, **options).compile())
    schema = described["components"]["schemas"]["User"]

    assert required == set(schema["required"])
    assert ("anyOf" in schema["properties"]["age"]) is ("exclude_none" not in options)


class Shown(Reply[User]): ...


class Short(Reply[list[User]], exclude_none=True): ...


class Named(Reply[Item], status=201, key_order="sorted", exclude_none=False): ...


def test_one_class_under_two_options_is_two_components() -> None:
    """Each says what is sent where it is used; a class that no option changes is one."""
    described = describe(Shown, Short)

    assert len(described["components"]["schemas"]) == 2
    assert describe(Named)["components"] == describe(respond(201).json(Item).compile())["components"]


class Lines(JSONLinesReply[Item], exclude_none=True): ...


class Feed(EventReply[Event[Item]], exclude_none=True): ...


@pytest.mark.parametrize("reply", [Lines, Feed])
def test_items_are_described_under_the_options(reply: Any) -> None:
    """Lines and the data of events have them as content has."""
    item = describe(reply)["components"]["schemas"]["Item"]

    assert {"type": "string", "title": "Name"} == item["properties"]["name"]


def test_a_fastapi_application_says_the_same() -> None:
    """FastAPI's own generator describes what is sent, beside its models for requests."""
    app = FastAPI()
    install(app)

    @app.post("/users")
    def make(_user: User) -> Short:
        raise NotImplementedError

    schemas = app.openapi()["components"]["schemas"]

    assert {"anyOf": [{"type": "integer"}, {"type": "null"}], "title": "Age"} == schemas["User-Input"]["properties"][
        "age"
    ]
    assert {"type": "integer", "title": "Age"} == schemas["User-Output"]["properties"]["age"]


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


class Money:
    """Nobody knows how to write it."""


class Priced(msgspec.Struct):
    price: Money
    by_level: dict[Level, list[Money]]


def test_one_part_that_nobody_describes_leaves_the_rest() -> None:
    """A class that an `encode` function writes admits anything; keys are text, whatever they are in Python."""
    schema = describe(respond(200).json(Priced, encode=repr).compile())["components"]["schemas"]["Priced"]

    assert {"title": "Price"} == schema["properties"]["price"]
    assert {"enum": ["1", "2"]} == schema["properties"]["by_level"]["propertyNames"]

"""Schemas of content: by reference, with FastAPI's names, of types of msgspec and pydantic in one graph."""

from __future__ import annotations

import dataclasses
import enum
from typing import Annotated, Any, Generic, NamedTuple, NewType, NotRequired, TypedDict, TypeVar

import attrs
import msgspec
import pydantic
import pytest
from typing_extensions import TypeAliasType

from antiphon import Problem
from antiphon.interpreters.openapi.schemas import schemas

T = TypeVar("T")


class User(pydantic.BaseModel):
    """A user."""

    id: int
    friend: User | None = None


class Cat(msgspec.Struct, tag=True, rename="camel"):
    """A cat."""

    likes_milk: bool


class Dog(msgspec.Struct, tag="woof"):
    age: Annotated[int, msgspec.Meta(ge=0, description="In years.")]
    owner: User
    chip: str | msgspec.UnsetType = msgspec.UNSET


class Page(msgspec.Struct, Generic[T], omit_defaults=True):
    items: list[T]
    next: str | None = None


class Node(msgspec.Struct):
    children: list[Node]


class Pair(NamedTuple):
    left: int
    right: Cat


class Loose(TypedDict):
    cat: Cat
    note: NotRequired[str]


@dataclasses.dataclass
class Owner:
    cat: Cat


@attrs.define
class Point:
    x: int


class Colour(enum.Enum):
    RED = "red"


class Kennel(pydantic.BaseModel):
    model_config = pydantic.ConfigDict(arbitrary_types_allowed=True)
    dog: Dog


UserId = NewType("UserId", int)
Names = TypeAliasType("Names", list[Annotated[str, msgspec.Meta(min_length=1)]])
Pages = TypeAliasType("Pages", list[Page[T]], type_params=(T,))


class Parent(msgspec.Struct):
    id: UserId
    names: Names
    pages: Pages[int]
    image: bytes
    child: Later | None = None


class Later(msgspec.Struct):
    age: int


class Octets(pydantic.BaseModel, ser_json_bytes="base64"):
    held: bytes


class Box(pydantic.BaseModel, Generic[T]):
    held: T


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


@pytest.mark.parametrize(
    ("type_", "expected", "names"),
    [
        (User, ref("User"), {"User"}),
        (list[User], {"type": "array", "items": ref("User")}, {"User"}),
        (dict[str, User], {"type": "object", "additionalProperties": ref("User")}, {"User"}),
        (User | None, {"anyOf": [ref("User"), {"type": "null"}]}, {"User"}),
        (Cat | None, {"anyOf": [ref("Cat"), {"type": "null"}]}, {"Cat"}),
        (Page[User], ref("Page_User_"), {"Page_User_", "User"}),
        (Box[int], ref("Box_int_"), {"Box_int_"}),
        (Node, ref("Node"), {"Node"}),
        (Pair, ref("Pair"), {"Cat", "Pair"}),
        (Loose, ref("Loose"), {"Cat", "Loose"}),
        (Owner, ref("Owner"), {"Cat", "Owner"}),
        (Point, ref("Point"), {"Point"}),
        (Colour, ref("Colour"), {"Colour"}),
        (Kennel, ref("Kennel"), {"Dog", "Kennel", "User"}),
        (bytes, {"type": "string", "contentEncoding": "base64"}, set()),
        (int, {"type": "integer"}, set()),
        (Any, {}, set()),
        (msgspec.Raw, {}, set()),
    ],
    ids=lambda value: str(sorted(value) if isinstance(value, set) else value),
)
def test_each_type_has_its_schema(type_: Any, expected: dict[str, Any], names: set[str]) -> None:
    """A type with a name is a component; one without is described in place."""
    made = schemas([type_])

    assert (expected,) == made.each
    assert names == set(made.definitions)


def test_structs_with_a_tag_are_told_apart_by_it() -> None:
    """A union of tagged Structs is `oneOf` with a discriminator; None stays an alternative beside it."""
    union = {
        "oneOf": [ref("Cat"), ref("Dog")],
        "discriminator": {
            "propertyName": "type",
            "mapping": {"Cat": ref("Cat")["$ref"], "woof": ref("Dog")["$ref"]},
        },
    }

    assert (union, {"anyOf": [union, {"type": "null"}]}) == schemas([Cat | Dog, Cat | Dog | None]).each


def test_a_struct_is_described_as_it_is_sent() -> None:
    """Names on the wire, the tag, constraints, and which members are always there."""
    found = schemas([Cat | Dog, Page[int]]).definitions

    assert ["type", "likesMilk"] == list(found["Cat"]["properties"]) == found["Cat"]["required"]
    assert "A cat." == found["Cat"]["description"]
    assert {"type": "integer", "minimum": 0, "description": "In years.", "title": "Age"} == found["Dog"]["properties"][
        "age"
    ]
    assert ["type", "age", "owner"] == found["Dog"]["required"]
    assert {"type": "string", "title": "Chip"} == found["Dog"]["properties"]["chip"]
    assert {"type": "string", "title": "Next"} == found["Page_int_"]["properties"]["next"]
    assert ["items"] == found["Page_int_"]["required"]


def test_a_problem_has_its_status_and_no_text_of_antiphon() -> None:
    """The status is filled in, so it is always there; antiphon's docstring is for its users, not for theirs."""
    problem = schemas([Problem]).definitions["Problem"]

    assert ["status"] == problem["required"]
    assert "description" not in problem


def test_aliases_and_names_of_later_classes_are_followed() -> None:
    """Constraints inside of an alias count, too."""
    found = schemas([Parent]).definitions
    members = found["Parent"]["properties"]

    assert {"Parent", "Later", "Page_int_"} == set(found)
    assert "integer" == members["id"]["type"]
    assert {"type": "string", "minLength": 1} == members["names"]["items"]
    assert ref("Page_int_") == members["pages"]["items"]
    assert "base64" == members["image"]["contentEncoding"]


def test_octets_in_a_model_are_written_by_its_settings() -> None:
    """As pydantic writes them."""
    assert "base64" == schemas([Octets]).definitions["Octets"]["properties"]["held"]["contentEncoding"]


def test_types_that_cannot_be_hashed_are_described() -> None:
    """An Annotated with a list, for example."""
    assert ({"type": "integer", "examples": [1]},) == schemas([Annotated[int, pydantic.Field(examples=[1])]]).each
    assert ({"type": "integer"},) == schemas([Annotated[int, ["a list"]]]).each


def test_equal_names_are_told_apart() -> None:
    """Two classes of one name get their modules in front, whichever library made them."""

    def other() -> type:
        class User(msgspec.Struct):
            name: str

        return User

    made = schemas([User, other()])

    assert made.each[0] != made.each[1]
    assert 2 == len(made.definitions)


def test_a_type_that_nobody_can_describe_admits_anything() -> None:
    """It does not keep the others from being described."""

    class Odd:
        pass

    made = schemas([Odd, User])

    assert ({}, ref("User")) == made.each

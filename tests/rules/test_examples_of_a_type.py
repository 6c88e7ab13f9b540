"""Examples are compared with the type that the body declares (AN012)."""

from __future__ import annotations

import dataclasses
import datetime as dt
import decimal
import pathlib
from typing import Any

import attrs
import msgspec
import pydantic
import pytest

from antiphon import Problem, respond


@dataclasses.dataclass
class User:
    id: int
    since: dt.datetime | None = None
    share: decimal.Decimal = decimal.Decimal("1.5")
    wait: dt.timedelta = dt.timedelta(1)


class Order(msgspec.Struct, rename="camel", tag=True):
    order_id: int


@attrs.define
class Tag:
    name: str


class Model(pydantic.BaseModel):
    id: int


CASES: list[tuple[Any, Any, Any]] = [
    (User, User(1, dt.datetime(2030, 1, 1, tzinfo=dt.UTC)), {"nmae": 1}),
    (Order, Order(1), {"type": "Order", "order_id": 1}),
    (Tag, Tag("a"), {"name": 1}),
    (list[User], [User(1)], [{}]),
    (dict[str, int], {"a": 1}, {"a": "b"}),
    (Problem, Problem(title="a"), {"title": 3}),
]


@pytest.mark.parametrize(("type_", "right", "wrong"), CASES)
def test_an_example_is_of_the_declared_type(type_: Any, right: object, wrong: object) -> None:
    """Content that the response could send is taken, and nothing else."""
    draft = respond(200).json(type_)

    assert () == draft.example("one", right).check()
    assert ["AN012"] == [found.code for found in draft.example("one", wrong).check()]


@pytest.mark.parametrize(
    ("type_", "content"), [(pathlib.Path, '"/a"'), (list[pathlib.Path], '["/a"]'), (Model, '{"Id": "1"}'), (Any, "1")]
)
def test_what_cannot_be_compared_is_left_alone(type_: Any, content: str) -> None:
    """Types that are written and not read by msgspec, pydantic's models, and no type at all."""
    assert () == respond(200).json(type_).example("one", content).check()


def test_options_leave_members_out() -> None:
    """An example of a body with options lacks what the options leave out."""
    assert () == respond(200).json(User, exclude_none=True).example("one", {"id": 1}).check()

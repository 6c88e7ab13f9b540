"""Examples of several contents of one media type: each is a value that its schema admits, or there is none."""

from __future__ import annotations

import datetime as dt
import uuid
from typing import Annotated, Any, Literal

import pydantic
import pytest

from antiphon.interpreters.openapi.samples import with_examples


class Inner(pydantic.BaseModel):
    at: dt.datetime
    on: dt.date
    key: uuid.UUID
    kind: Literal["a", "b"]
    none: None
    flag: bool = True


class Cat(pydantic.BaseModel):
    purrs: bool
    inner: Inner
    many: Annotated[list[int], pydantic.Field(min_length=1)]
    name: Annotated[str, pydantic.Field(min_length=8, max_length=9)]
    age: Annotated[int, pydantic.Field(ge=3, le=3)]
    weight: Annotated[float, pydantic.Field(gt=0)]
    friend: Cat | None = None
    either: int | str
    mapping: dict[str, int] = {}


class Dog(pydantic.BaseModel):
    barks: bool
    puppies: list[Dog]


class Code(pydantic.BaseModel):
    code: Annotated[str, pydantic.Field(pattern="[A-Z]{3}-[0-9]+")]


class Pair(pydantic.BaseModel):
    both: tuple[int, str]


MODELS: list[Any] = [Cat, Dog, Code, Pair]


def _media(*models: Any) -> tuple[dict[str, Any], dict[str, Any]]:
    keyed = [(model.__name__, "validation", pydantic.TypeAdapter(model)) for model in models]
    _, made = pydantic.TypeAdapter.json_schemas(keyed, ref_template="#/components/schemas/{model}")  # type: ignore[arg-type]  # mypy joins the adapters
    references = [{"$ref": f"#/components/schemas/{model.__name__}"} for model in models]
    return {"schema": {"oneOf": references}}, made["$defs"]


def test_each_example_is_admitted_by_its_schema() -> None:
    """Or is left out: a pattern and a tuple are not guessed."""
    media, definitions = _media(*MODELS)
    found = with_examples(media, definitions)["examples"]
    assert set(found) == {"Cat", "Dog"}
    for name, example in found.items():
        next(model for model in MODELS if model.__name__ == name).model_validate_json(
            pydantic.TypeAdapter(Any).dump_json(example["value"])
        )


@pytest.mark.parametrize("added", [{"example": 1}, {"examples": {"own": {"value": 1}}}])
def test_examples_of_ones_own_stay(added: dict[str, Any]) -> None:
    """Nothing is added to them."""
    media, definitions = _media(Cat, Dog)
    assert with_examples(media | added, definitions) == media | added


def test_one_content_needs_none() -> None:
    """Nor does a choice of which one alone can be guessed."""
    media, definitions = _media(Cat)
    assert with_examples(media, definitions) == media
    media, definitions = _media(Cat, Code)
    assert with_examples(media, definitions) == media
    assert with_examples({"schema": {"type": "string"}}, {}) == {"schema": {"type": "string"}}

"""Whether content of two schemas can be confused, seen in the schemas alone."""

from __future__ import annotations

from typing import Any

import pytest

from antiphon.interpreters.openapi.disjoint import disjoint


def of(*required: str, also: tuple[str, ...] = (), **more: Any) -> dict[str, Any]:
    """An object with these members."""
    members = {name: {"type": "string"} for name in (*required, *also)}
    return {"type": "object", "properties": members | more.pop("members", {}), "required": [*required], **more}


def const(value: str) -> dict[str, Any]:
    """An object whose kind is this constant."""
    return of("kind", members={"kind": {"type": "string", "const": value}})


APART: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({"type": "string"}, {"type": "integer"}),
    ({"type": "array"}, of("a")),
    ({"type": "string", "const": "a"}, {"type": "string", "const": "b"}),
    (of("a"), of("b")),
    (of("a", also=("c",)), of("b", also=("c",))),
    (const("cat"), const("dog")),
    ({"$ref": "#/components/schemas/A"}, of("b")),
]
CONFUSED: list[tuple[dict[str, Any], dict[str, Any]]] = [
    ({}, of("a")),
    ({"anyOf": [{"type": "string"}]}, {"type": "string"}),
    ({"type": "integer"}, {"type": "number"}),
    ({"type": "string"}, {"type": "string", "const": "a"}),
    (of("a"), of("a", "b")),
    (of("a", also=("b",)), of("b")),
    (of("a", additionalProperties=True), of("b")),
    (of("a", additionalProperties={"type": "string"}), of("b")),
    (const("cat"), const("cat")),
    ({"$ref": "#/components/schemas/Nowhere"}, of("b")),
]
DEFINITIONS = {"A": of("a")}


@pytest.mark.parametrize(("one", "other"), APART, ids=str)
def test_what_cannot_be_confused_is_disjoint(one: dict[str, Any], other: dict[str, Any]) -> None:
    """In either order."""
    assert disjoint(one, other, DEFINITIONS)
    assert disjoint(other, one, DEFINITIONS)


@pytest.mark.parametrize(("one", "other"), CONFUSED, ids=str)
def test_what_is_not_certain_is_not_disjoint(one: dict[str, Any], other: dict[str, Any]) -> None:
    """In either order."""
    assert not disjoint(one, other, DEFINITIONS)
    assert not disjoint(other, one, DEFINITIONS)

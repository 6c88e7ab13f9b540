"""Responses and headers that occur more than once are components."""

from __future__ import annotations

from typing import Any

from openapi_spec_validator import validate

from antiphon import Problem, Reply, fragment, respond
from antiphon.interpreters.openapi.declared import declared
from antiphon.interpreters.openapi.sharing import Placed, names_of, share
from antiphon.openapi import components, describe

HOUSE = fragment().header("X-House", "1").referrer_policy("no-referrer")

shown = respond(200).text().add(HOUSE).compile()
listed = respond(200).html().add(HOUSE).compile()


class NotFound(Reply[Problem], status=404, add=HOUSE):
    """There is no such thing."""


def document(*operations: tuple[Any, ...]) -> dict[str, Any]:
    """A document with an operation for each set of responses."""
    made = [describe(*responses) for responses in operations]
    found: dict[str, Any] = {"schemas": {}}
    for one in made:
        found["schemas"] |= one["components"].get("schemas", {})
    placed = [
        Placed(one["responses"], names_of(map(declared, responses)))
        for one, responses in zip(made, operations, strict=True)
    ]
    share(placed, found)
    paths = {f"/{index}": {"get": {"responses": one["responses"]}} for index, one in enumerate(made)}
    return {"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths, "components": found}


def test_a_response_of_two_operations_is_a_component() -> None:
    """An error set is written once; what one operation alone gives stays where it is."""
    made = document((shown, NotFound), (listed, NotFound))

    assert {"$ref": "#/components/responses/NotFound"} == made["paths"]["/0"]["get"]["responses"]["404"]
    assert {"$ref": "#/components/responses/NotFound"} == made["paths"]["/1"]["get"]["responses"]["404"]
    assert ["NotFound"] == list(made["components"]["responses"])
    assert "content" in made["paths"]["/0"]["get"]["responses"]["200"]
    validate(made)


def test_a_fragment_is_written_once() -> None:
    """Headers that different responses have alike are components, in responses that are components, too."""
    made = document((shown, NotFound), (listed, NotFound))

    shared = {name: {"$ref": f"#/components/headers/{name}"} for name in ("X-House", "Referrer-Policy")}
    assert shared == made["paths"]["/0"]["get"]["responses"]["200"]["headers"]
    assert shared == made["components"]["responses"]["NotFound"]["headers"]
    assert {"required": True, "schema": {"type": "string", "const": "1"}} == made["components"]["headers"]["X-House"]


def test_different_responses_of_one_name_get_numbers() -> None:
    """No component replaces another of its name."""
    other = declared(respond(404).json(Problem).describe("Another.").compile())._replace(name="NotFound")

    made = document((NotFound,), (NotFound,), (other,), (other,))

    assert {"NotFound": "There is no such thing.", "NotFound_2": "Another."} == {
        name: response["description"] for name, response in made["components"]["responses"].items()
    }


def test_components_of_a_module_have_the_names_of_its_responses() -> None:
    """Compiled responses and classes by their names, drafts by the words of their status."""
    made = components([shown, listed, NotFound, respond(410).text("gone")])

    assert ["shown", "listed", "NotFound", "Gone"] == list(made["responses"])
    assert {"Problem"} == set(made["schemas"])
    assert {"X-House", "Referrer-Policy"} == set(made["headers"])
    validate({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "components": made})


def test_the_order_of_operations_alone_decides() -> None:
    """The same declarations give the same document."""
    assert document((shown, NotFound), (listed, NotFound)) == document((shown, NotFound), (listed, NotFound))

"""FastAPI's document with declared responses: one set of components for requests and responses."""

from __future__ import annotations

from typing import Any

import msgspec
import pydantic
from fastapi import APIRouter, FastAPI
from openapi_spec_validator import validate

from antiphon import Problem, Reply
from antiphon.integrations.fastapi import install
from antiphon.openapi import describe


class Square(pydantic.BaseModel):
    side: float
    note: str = ""

    @pydantic.computed_field  # type: ignore[prop-decorator]  # mypy refuses every decorator above @property
    @property
    def area(self) -> float:
        return self.side**2


class Pair(msgspec.Struct):
    one: Square
    other: Square | None


class Plain(pydantic.BaseModel):
    name: str


class Made(Reply[Square]): ...


class MadePair(Reply[Pair]): ...


class Named(Reply[list[Plain]]): ...


class Unknown(Reply[Problem], status=404):
    """There is none."""


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def service() -> FastAPI:
    """An application whose models are in requests and in responses."""
    app, router = FastAPI(), APIRouter(prefix="/more")
    install(app)

    @app.post("/squares")
    def make(square: Square) -> Made | Unknown:
        return Made(square)

    @router.get("/pair")
    def pair() -> MadePair | Unknown:
        return Unknown(Problem())

    @router.post("/names")
    def names(plain: Plain) -> Named:
        return Named([plain])

    @router.get("/model")
    def model() -> Plain:
        return Plain(name="x")

    app.include_router(router)
    return app


def content(document: dict[str, Any], path: str, method: str) -> Any:
    """The schema of the JSON that an operation gives with 200."""
    return document["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]


def test_a_model_with_two_forms_is_two_components() -> None:
    """A request has the form without what is computed; responses, Structs among them, the other one."""
    document = service().openapi()
    schemas = document["components"]["schemas"]

    validate(document)
    body = document["paths"]["/squares"]["post"]["requestBody"]["content"]["application/json"]["schema"]
    assert ref("Square-Input") == body
    assert ref("Square-Output") == content(document, "/squares", "post")
    assert "area" in schemas["Square-Output"]["properties"]
    assert "area" not in schemas["Square-Input"]["properties"]
    assert ref("Square-Output") == schemas["Pair"]["properties"]["one"]


def test_a_model_with_one_form_is_one_component() -> None:
    """FastAPI's own response model, a request and a reply share it."""
    document = service().openapi()

    assert ref("Plain") == content(document, "/more/model", "get")
    assert {"type": "array", "items": ref("Plain")} == content(document, "/more/names", "post")
    assert ["Plain"] == [name for name in document["components"]["schemas"] if name.startswith("Plain")]


def test_nothing_of_the_questions_is_left() -> None:
    """The routes that ask FastAPI for schemas are not in the document; an error set is one component."""
    document = service().openapi()

    assert {"/squares", "/more/pair", "/more/names", "/more/model"} == set(document["paths"])
    assert ["Unknown"] == list(document["components"]["responses"])
    assert {"$ref": "#/components/responses/Unknown"} == document["paths"]["/more/pair"]["get"]["responses"]["404"]


def test_it_says_the_same_as_describe() -> None:
    """Where requests do not matter, the framework makes no difference."""
    document = service().openapi()
    alone = describe(MadePair, Unknown)

    assert alone["responses"]["200"] == document["paths"]["/more/pair"]["get"]["responses"]["200"]
    assert alone["responses"]["404"] == document["components"]["responses"]["Unknown"]
    assert alone["components"]["schemas"]["Problem"] == document["components"]["schemas"]["Problem"]


def test_one_form_for_both_where_the_application_says_so() -> None:
    """`separate_input_output_schemas=False` is FastAPI's own switch; what is computed keeps its own form there."""
    app = FastAPI(separate_input_output_schemas=False)
    install(app)

    @app.post("/names")
    def names(plain: Plain) -> Named:
        return Named([plain])

    assert {"type": "array", "items": ref("Plain")} == content(app.openapi(), "/names", "post")
    assert not any(name.endswith("put") for name in app.openapi()["components"]["schemas"])


def test_the_document_is_made_again_when_routes_are_added() -> None:
    """And kept as long as none is."""
    app = service()
    first = app.openapi()
    assert app.openapi() is first

    @app.get("/late")
    def late() -> Made:
        return Made(Square(side=1))

    assert "/late" in app.openapi()["paths"]

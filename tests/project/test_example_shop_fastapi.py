"""The example shop on FastAPI: its document is valid, and says what each answer of a visit is."""

from __future__ import annotations

from typing import Any

import httpx2 as httpx
import jsonschema
import pytest
from openapi_spec_validator import validate

from shop.store import Store
from shop.visit import ADA, CUP, LOG_IN, ORDER
from shop_fastapi.app import service

JSON = ("application/json", "application/problem+json")

#: Method, path as the document has it, the values for it, what is sent, and the status that comes back.
VISIT: list[tuple[str, str, dict[str, Any], dict[str, Any], int]] = [
    ("get", "/health", {}, {}, 200),
    ("post", "/accounts", {}, {"json": ADA}, 201),
    ("post", "/accounts", {}, {"json": ADA}, 409),
    ("post", "/accounts", {}, {"json": {**ADA, "password": "short"}}, 422),
    ("post", "/accounts", {}, {"content": b"\xff", "headers": {"content-type": "application/json"}}, 422),
    ("delete", "/session", {}, {}, 204),
    ("post", "/items", {}, {"json": CUP}, 401),
    ("post", "/session", {}, {"json": {**LOG_IN, "password": "?"}}, 401),
    ("post", "/session", {}, {"json": LOG_IN}, 200),
    ("get", "/account", {}, {}, 200),
    ("get", "/items", {}, {}, 200),
    ("get", "/items", {}, {"headers": {"if-none-match": '"items-2"'}}, 304),
    ("post", "/items", {}, {"json": CUP}, 201),
    ("post", "/items", {}, {"json": CUP}, 409),
    ("get", "/items/{sku}", {"sku": "cup-gold"}, {}, 200),
    ("get", "/items/{sku}", {"sku": "teapot"}, {}, 404),
    ("get", "/", {}, {}, 200),
    ("post", "/orders", {}, {"data": ORDER}, 303),
    ("post", "/orders", {}, {"data": {"sku": "teapot"}}, 404),
    ("get", "/orders/{number}", {"number": 1}, {}, 200),
    ("get", "/orders/{number}", {"number": "x"}, {}, 422),
    ("get", "/orders/{number}", {"number": 9}, {}, 404),
]


def resolved(part: dict[str, Any], document: dict[str, Any]) -> dict[str, Any]:
    """The part that a reference leads to."""
    reference = part.get("$ref")
    if reference is None:
        return part
    _, _, kind, name = reference.split("/")
    found: dict[str, Any] = document["components"][kind][name]
    return found


@pytest.mark.parametrize("version", ["3.1.0", "3.2.0"])
def test_the_document_is_valid(version: str) -> None:
    """By openapi-spec-validator, in both versions."""
    app = service(Store())
    app.openapi_version = version

    validate(app.openapi())
    assert {"not_found", "unauthorized", "invalid_input", "out_of_order"} <= set(
        app.openapi()["components"]["responses"]
    )


@pytest.mark.anyio
async def test_every_answer_of_a_visit_is_in_the_document() -> None:
    """Its status, its media type, the fields that the document requires, and content that matches its schema."""
    app = service(Store())
    document = app.openapi()
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="https://shop.example") as client:
        for method, path, values, sent, status in VISIT:
            answer = await client.request(method, path.format(**values), **sent)
            assert status == answer.status_code, (method, path, answer.text)
            declared = resolved(document["paths"][path][method]["responses"][str(status)], document)
            for name, header in declared["headers"].items():
                assert name in answer.headers or not resolved(header, document).get("required"), (path, name)
            media_type = answer.headers.get("content-type", "").partition(";")[0]
            assert ([media_type] if media_type else []) == list(declared.get("content", {}))
            if media_type in JSON:
                schema = {**declared["content"][media_type]["schema"], "components": document["components"]}
                jsonschema.Draft202012Validator(schema).validate(answer.json())

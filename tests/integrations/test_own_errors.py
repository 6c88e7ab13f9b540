"""The errors of the frameworks themselves as problems, in what is sent and in the document."""

from __future__ import annotations

from typing import Annotated, Any

import pytest
from fastapi import Body, FastAPI, Header, HTTPException, Query
from fastapi.exceptions import RequestValidationError
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel
from starlette.applications import Starlette
from starlette.exceptions import HTTPException as StarletteHTTPException
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from antiphon import Problem, ProblemReply, Raisable, Reply, raises
from antiphon.integrations import starlette
from antiphon.integrations.fastapi import install
from antiphon.integrations.fastapi.policy import Own
from antiphon.integrations.problems import pointer

ALL: tuple[Own, ...] = ("http", "validation", "server")


class Item(BaseModel):
    name: str
    size: int = 1


class Taken(Reply[Problem], Raisable, status=409): ...


class Sold(ProblemReply, type="https://shop.example/problems/sold", title="Sold", status=410):
    trace_id: str | None = None


def _fastapi(**options: Any) -> FastAPI:
    app = FastAPI()
    install(app, **options)

    @app.post("/items/{number}")
    def items(
        number: int,
        items: Annotated[list[Item], Body()],
        limit: Annotated[int, Query()],
        x_key: Annotated[int, Header()],
    ) -> Taken:
        raise Taken(Problem(title="t"))

    @app.get("/teapot")
    def teapot() -> None:
        raise HTTPException(418, "short and stout", {"X-Tea": "no"})

    @app.get("/members")
    def members() -> None:
        raise HTTPException(403, {"reason": "age", "status": 1})

    @app.get("/broken")
    def broken() -> None:
        raise RuntimeError("a secret of ours")

    @app.get("/sold")
    @raises(Sold)
    def sold(given: bool = False) -> None:
        raise Sold(instance="/own" if given else None)

    return app


def _client(**options: Any) -> TestClient:
    return TestClient(_fastapi(**options), raise_server_exceptions=False)


def test_nothing_changes_without_a_choice() -> None:
    """FastAPI's own answers."""
    client = _client()
    assert client.get("/teapot").json() == {"detail": "short and stout"}
    assert client.get("/nowhere").json() == {"detail": "Not Found"}
    assert "HTTPValidationError" in client.get("/openapi.json").text


def test_an_http_exception_is_a_problem_with_its_fields() -> None:
    """Status, detail and fields are kept; an object becomes members, and cannot contradict the status."""
    client = _client(problems=ALL)
    answer = client.get("/teapot")
    assert (answer.status_code, answer.headers["content-type"], answer.headers["x-tea"]) == (
        418,
        "application/problem+json",
        "no",
    )
    assert answer.json()["detail"] == "short and stout"
    assert client.get("/members").json() == {"reason": "age", "title": "Forbidden", "status": 403}


def test_the_routers_404_and_405_are_problems() -> None:
    """The latter with its Allow."""
    client = _client(problems=ALL)
    assert client.get("/nowhere").json() == {"title": "Not Found", "status": 404}
    answer = client.put("/teapot")
    assert (answer.json()["status"], answer.headers["allow"]) == (405, "GET")


def test_each_part_that_is_not_valid_is_named() -> None:
    """By a JSON Pointer in the content, by its name elsewhere; never with its value."""
    client = _client(problems=ALL)
    body = [{"name": "a"}, {"size": "secret-value"}]
    answer = client.post("/items/x", params={"limit": "many"}, headers={"x-key": "k"}, json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    said = answer.json()
    assert "secret-value" not in answer.text
    assert {(one.get("in"), one.get("parameter"), one.get("pointer")) for one in said["errors"]} == {
        ("path", "number", None),
        ("query", "limit", None),
        ("header", "x-key", None),
        (None, None, "#/1/name"),
        (None, None, "#/1/size"),
    }
    broken = client.post("/items/1?limit=1", headers={"x-key": "1", "content-type": "application/json"}, content=b"{")
    assert [(one["pointer"], one["code"]) for one in broken.json()["errors"]] == [("#", "json_invalid")]


def test_what_nobody_handles_is_a_problem_that_says_nothing() -> None:
    """A 500."""
    answer = _client(problems=ALL).get("/broken")
    assert (answer.status_code, answer.json()) == (500, {"title": "Internal Server Error", "status": 500})


def test_the_document_has_them_in_place_of_fastapis() -> None:
    """422 where there is something to validate, the family of refusals, and 500."""
    document = _fastapi(problems=ALL).openapi()
    responses = {path: set(next(iter(one.values()))["responses"]) for path, one in document["paths"].items()}
    assert responses["/items/{number}"] == {"409", "422", "4XX", "500"}
    assert responses["/teapot"] == {"200", "4XX", "500"}
    assert {"ValidationProblem", "InvalidPart", "Problem"} <= set(document["components"]["schemas"])
    assert not {"HTTPValidationError", "ValidationError"} & set(document["components"]["schemas"])


def test_a_handler_of_ones_own_counts() -> None:
    """Whether it is there before or comes after, and the document does not say otherwise."""
    app = FastAPI()

    @app.exception_handler(RequestValidationError)
    async def before(_request: Request, _error: Exception) -> PlainTextResponse:
        return PlainTextResponse("mine", 400)

    install(app, problems=ALL)

    @app.exception_handler(StarletteHTTPException)
    async def after(_request: Request, _error: Exception) -> PlainTextResponse:
        return PlainTextResponse("also mine", 404)

    @app.get("/x")
    def x(number: int) -> int:
        if number:
            raise HTTPException(404)
        return number

    client = TestClient(app)
    assert [client.get("/x").text, client.get("/x?number=1").text] == ["mine", "also mine"]
    assert "4XX" not in app.openapi()["paths"]["/x"]["get"]["responses"]


def test_an_unknown_choice_is_refused() -> None:
    """ValueError, with the names."""
    wrong: Any = ("https",)
    with pytest.raises(ValueError, match="give some of"):
        install(FastAPI(), problems=wrong)


def test_the_instance_and_a_trace_id_are_filled_in_one_place() -> None:
    """In problem types and in the framework's own errors; what was given counts."""

    def fill(request: Request) -> dict[str, Any]:
        return {"instance": request.url.path, "trace_id": request.headers.get("traceparent")}

    client = _client(problems=ALL, fill=fill)
    headers = {"traceparent": "00-1"}
    assert client.get("/sold", headers=headers).json()["trace_id"] == "00-1"
    assert client.get("/sold").json()["instance"] == "/sold"
    assert client.get("/sold?given=1").json()["instance"] == "/own"
    assert client.get("/nowhere", headers=headers).json() == {
        "title": "Not Found",
        "status": 404,
        "instance": "/nowhere",
        "trace_id": "00-1",
    }
    assert client.post("/items/x").json()["instance"] == "/items/x"


def test_starlette_has_the_same() -> None:
    """HTTPException, what nobody handles, and the fill."""

    async def broken(_request: Request) -> PlainTextResponse:
        raise RuntimeError

    app = Starlette(routes=[Route("/broken", broken)])
    starlette.install(app, problems=("http", "server"), fill=lambda request: {"instance": request.url.path})
    client = TestClient(app, raise_server_exceptions=False)
    assert client.get("/broken").json() == {"title": "Internal Server Error", "status": 500, "instance": "/broken"}
    assert client.get("/nowhere").json()["instance"] == "/nowhere"


@given(st.lists(st.text(st.characters(codec="utf-8")) | st.integers(0, 99)))
def test_a_pointer_leads_to_the_steps_that_it_was_made_of(steps: list[str | int]) -> None:
    """Read as RFC 6901 section 6 says: percent-decode, split, then unescape."""
    from urllib.parse import unquote

    text = pointer(steps)
    assert text.isascii()
    read = unquote(text.removeprefix("#")).split("/")[1:]
    assert [part.replace("~1", "/").replace("~0", "~") for part in read] == [str(step) for step in steps]

"""antiphon's response classes in a FastAPI application, in place of Starlette's."""

from __future__ import annotations

from collections.abc import Iterator
from http import HTTPStatus
from pathlib import Path
from typing import Any, Literal

import pydantic
import pytest
from fastapi import BackgroundTasks, FastAPI, Request, Response, WebSocket, WebSocketDisconnect
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse as FastAPIJSONResponse
from fastapi.testclient import TestClient
from starlette.testclient import WebSocketDenialResponse

import antiphon.responses
from antiphon.errors import ParamError
from antiphon.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    StreamingResponse,
)


class User(pydantic.BaseModel):
    """A user."""

    name: str
    age: float = 0


class Problem(JSONResponse):
    """A subclass of a service's own."""

    media_type = "application/problem+json"


#: The entries that background work appends.
DONE: list[str] = []


#: Every way in which FastAPI meets a response class.
app = FastAPI(default_response_class=JSONResponse)


@app.get("/default")
def default() -> User:
    return User(name="a")


@app.get("/class", response_class=HTMLResponse)
def by_class() -> str:
    return "<p>"


@app.get("/text", response_class=PlainTextResponse)
async def text() -> str:
    return "words"


@app.get("/problem", response_class=Problem, status_code=409, response_model=User)
def problem() -> dict[str, Any]:
    return {"name": "taken", "age": 1, "secret": "kept back"}


@app.get("/direct")
async def direct() -> JSONResponse[Literal[201], User]:
    response = JSONResponse[Literal[201], User](User(name="b"), 201, {"X-A": "1"})
    response.set_cookie("session", "token", secure=True, httponly=True)
    return response


@app.get("/redirect", response_class=RedirectResponse, status_code=303)
def redirect() -> str:
    return "/else where"


@app.get("/redirect-by-default", response_class=RedirectResponse)
def redirect_by_default() -> str:
    return "/"


@app.get("/file", response_class=FileResponse)
def file() -> str:
    return __file__


@app.get("/stream", response_class=StreamingResponse)
def stream() -> Iterator[str]:
    yield "a"
    yield "b"


@app.delete("/nothing", status_code=204)
def nothing() -> None: ...


@app.delete("/nothing-by-class", status_code=HTTPStatus.NO_CONTENT, response_class=Problem)
def nothing_by_class() -> None: ...


@app.get("/unchanged", response_class=HTMLResponse)
def unchanged(response: Response) -> None:
    response.status_code = 304
    response.headers["etag"] = '"a"'


@app.delete("/contradiction", status_code=204, response_model=None)
def contradiction() -> Any:
    return {"deleted": True}


@app.get("/injected")
def injected(response: Response, tasks: BackgroundTasks) -> User:
    response.status_code = 202
    response.headers["x-injected"] = "1"
    response.set_cookie("from", "fastapi")
    tasks.add_task(DONE.append, "injected")
    return User(name="c")


@app.get("/direct-with-tasks")
def direct_with_tasks(tasks: BackgroundTasks) -> antiphon.responses.Response:
    tasks.add_task(DONE.append, "direct")
    return PlainTextResponse("a")


@app.get("/nan", response_model=None)
def nan() -> Any:
    return {"value": float("nan")}


@app.websocket("/socket")
async def socket(websocket: WebSocket) -> None:
    await websocket.send_denial_response(Problem({"title": "no"}, 403))


@app.exception_handler(RequestValidationError)
def invalid(request: Request, error: Exception) -> Problem:
    return Problem({"title": "invalid"}, 422)


@app.get("/validated/{number}")
def validated(number: int) -> int:
    return number


@pytest.fixture(scope="module")
def client() -> TestClient:
    """A client that follows no redirect and sees what the server raises."""
    return TestClient(app, follow_redirects=False)


@pytest.mark.parametrize(
    ("path", "status", "media_type", "content"),
    [
        ("/default", 200, "application/json", b'{"name":"a","age":0.0}'),
        ("/class", 200, "text/html; charset=utf-8", b"<p>"),
        ("/text", 200, "text/plain; charset=utf-8", b"words"),
        ("/problem", 409, "application/problem+json", b'{"name":"taken","age":1.0}'),
        ("/direct", 201, "application/json", b'{"name":"b","age":0.0}'),
        ("/file", 200, "text/x-python; charset=utf-8", Path(__file__).read_bytes()),
        ("/stream", 200, None, b"ab"),
        ("/validated/1", 200, "application/json", b"1"),
        ("/validated/x", 422, "application/problem+json", b'{"title":"invalid"}'),
    ],
)
def test_each_response_is_sent_as_it_is(
    client: TestClient, path: str, status: int, media_type: str | None, content: bytes
) -> None:
    """Never as `200 {}`, which FastAPI makes of what it does not know."""
    answer = client.get(path)
    assert (answer.status_code, answer.headers.get("content-type"), answer.content) == (status, media_type, content)


def test_headers_and_cookies_of_a_direct_return_arrive(client: TestClient) -> None:
    """FastAPI passes the response on untouched."""
    answer = client.get("/direct")
    assert answer.headers["x-a"] == "1"
    assert answer.headers["set-cookie"] == "session=token; HttpOnly; Path=/; SameSite=lax; Secure"


@pytest.mark.parametrize(
    ("path", "status", "target"), [("/redirect", 303, "/else%20where"), ("/redirect-by-default", 307, "/")]
)
def test_a_redirect_by_class(client: TestClient, path: str, status: int, target: str) -> None:
    """FastAPI gives the target as the content."""
    answer = client.get(path)
    assert (answer.status_code, answer.headers["location"], answer.content) == (status, target, b"")


@pytest.mark.parametrize("path", ["/nothing", "/nothing-by-class"])
def test_an_endpoint_without_content_has_none(client: TestClient, path: str) -> None:
    """No `null`, and no length."""
    answer = client.delete(path)
    assert (answer.status_code, answer.content) == (204, b"")
    assert "content-length" not in answer.headers


def test_a_304_of_an_injected_response_has_no_content(client: TestClient) -> None:
    """The status that a dependency sets counts."""
    answer = client.get("/unchanged")
    assert (answer.status_code, answer.content, answer.headers["etag"]) == (304, b"", '"a"')


def test_content_for_a_204_is_refused(client: TestClient) -> None:
    """FastAPI by itself drops it in silence."""
    with pytest.raises(ParamError, match="status 204 has no content"):
        client.delete("/contradiction")


def test_an_injected_response_and_its_tasks_are_merged(client: TestClient) -> None:
    """Status, headers, cookies and background work of the response that FastAPI injects."""
    DONE.clear()
    answer = client.get("/injected")
    assert (answer.status_code, answer.json()) == (202, {"name": "c", "age": 0})
    assert answer.headers["x-injected"] == "1"
    assert answer.headers["set-cookie"] == "from=fastapi; Path=/; SameSite=lax"
    assert DONE == ["injected"]


def test_background_tasks_are_attached_to_a_direct_return(client: TestClient) -> None:
    """FastAPI sets `background` on the object that the handler returned."""
    DONE.clear()
    assert client.get("/direct-with-tasks").text == "a"
    assert DONE == ["direct"]


def test_nan_is_refused(client: TestClient) -> None:
    """It has no JSON form."""
    with pytest.raises(ParamError, match="NaN"):
        client.get("/nan")


def test_a_websocket_is_denied(client: TestClient) -> None:
    """By a response with content."""
    with pytest.raises((WebSocketDenialResponse, WebSocketDisconnect)) as denied, client.websocket_connect("/socket"):
        pass
    assert isinstance(denied.value, WebSocketDenialResponse)
    assert (denied.value.status_code, denied.value.json()) == (403, {"title": "no"})


def test_openapi_says_what_is_sent(client: TestClient) -> None:
    """Status, media type and schema of each endpoint, read from the classes."""
    paths = client.get("/openapi.json").json()["paths"]
    user = {"$ref": "#/components/schemas/User"}
    said = {
        path: (status, response.get("content"))
        for path, methods in paths.items()
        for method in methods.values()
        for status, response in method["responses"].items()
        if status != "422"
    }
    text = {"schema": {"type": "string"}}
    integer = {"type": "integer", "title": "Response Validated Validated  Number  Get"}
    assert said == {
        "/default": ("200", {"application/json": {"schema": user}}),
        "/class": ("200", {"text/html": text}),
        "/text": ("200", {"text/plain": text}),
        "/problem": ("409", {"application/problem+json": {"schema": user}}),
        "/direct": ("200", {"application/json": {"schema": {}}}),
        "/redirect": ("303", None),
        "/redirect-by-default": ("307", None),
        "/file": ("200", None),
        "/stream": ("200", None),
        "/nothing": ("204", None),
        "/nothing-by-class": ("204", None),
        "/unchanged": ("200", {"text/html": text}),
        "/contradiction": ("204", None),
        "/injected": ("200", {"application/json": {"schema": user}}),
        "/direct-with-tasks": ("200", {"application/json": {"schema": {}}}),
        "/nan": ("200", {"application/json": {"schema": {}}}),
        "/validated/{number}": ("200", {"application/json": {"schema": integer}}),
    }


def test_openapi_is_that_of_fastapis_own_classes() -> None:
    """An application that changes its imports keeps its documentation."""

    def documented(classes: Any) -> dict[str, Any]:
        app = FastAPI(default_response_class=classes.JSONResponse)
        for name in ("Response", "HTMLResponse", "PlainTextResponse", "JSONResponse", "RedirectResponse"):
            app.add_api_route(f"/{name}", lambda: None, response_class=getattr(classes, name), name=name)
        for name in ("StreamingResponse", "FileResponse"):
            app.add_api_route(f"/{name}", lambda: None, response_class=getattr(classes, name), name=name)
        return app.openapi()

    import fastapi.responses

    assert documented(fastapi.responses) == documented(antiphon.responses)
    assert issubclass(JSONResponse, FastAPIJSONResponse)

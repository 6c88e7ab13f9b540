"""antiphon's response classes in a Starlette application, in place of Starlette's."""

from __future__ import annotations

import time
from collections.abc import Callable
from operator import itemgetter
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
import starlette.responses
from starlette.applications import Starlette
from starlette.background import BackgroundTask
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.base import BaseHTTPMiddleware, RequestResponseEndpoint
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.requests import Request
from starlette.routing import Route, WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from starlette.websockets import WebSocket

import antiphon.responses

Make = Callable[[Any], starlette.responses.Response]

LONG = "many words, " * 200
MAKE: dict[str, Make] = {
    "Response": lambda of: of.Response(LONG, media_type="text/x-words", headers={"X-A": "1"}),
    "HTMLResponse": lambda of: of.HTMLResponse(LONG, 404),
    "PlainTextResponse": lambda of: of.PlainTextResponse(LONG, headers={"vary": "Accept"}),
    "JSONResponse": lambda of: of.JSONResponse([LONG], 201),
    "RedirectResponse": lambda of: of.RedirectResponse("/elsewhere", 303),
    "StreamingResponse": lambda of: of.StreamingResponse([LONG, LONG], media_type="text/plain"),
    "FileResponse": lambda of: of.FileResponse(__file__, filename="test.py"),
    "without content": lambda of: of.Response(status_code=204),
    "with cookies": lambda of: _with_cookies(of.Response(LONG)),
}


def _with_cookies(response: starlette.responses.Response) -> starlette.responses.Response:
    response.set_cookie("one", "1", max_age=60)
    response.delete_cookie("two", path="/app")
    return response


class Append:
    """Middleware that edits the list of headers in place, as simple middleware does."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def edited(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"x-appended", b"1"))
                MutableHeaders(raw=message["headers"]).append("x-appended", "2")
            await send(message)

        await self.app(scope, receive, edited)


class Through(BaseHTTPMiddleware):
    """Middleware on top of Starlette's own base class."""

    async def dispatch(self, request: Request, call_next: RequestResponseEndpoint) -> starlette.responses.Response:
        """Add a header to whatever comes."""
        response = await call_next(request)
        response.headers["x-through"] = "1"
        return response


MIDDLEWARE: dict[str, Middleware] = {
    "CORS": Middleware(CORSMiddleware, allow_origins=["https://app.example"], allow_credentials=True),
    "GZip": Middleware(GZipMiddleware),
    "session": Middleware(SessionMiddleware, secret_key="a key for tests"),
    "append": Middleware(Append),
    "base class": Middleware(Through),
}


def wire(make: Make, of: ModuleType, middleware: Middleware) -> list[tuple[int, list[tuple[bytes, bytes]], bytes]]:
    """The responses that a client reads in three exchanges: status, header lines, content."""

    async def endpoint(request: Request) -> starlette.responses.Response:
        if "session" in request.scope:
            request.session["visited"] = True
        return make(of)

    client = TestClient(Starlette(routes=[Route("/", endpoint)], middleware=[middleware]), follow_redirects=False)
    answers = []
    for _ in range(3):
        client.cookies.clear()
        answer = client.get("/", headers={"Origin": "https://app.example"})
        answers.append((answer.status_code, answer.headers.raw, answer.content))
    return answers


@pytest.mark.parametrize("middleware", MIDDLEWARE.values(), ids=MIDDLEWARE)
@pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
def test_middleware_edits_one_response_and_not_the_next(
    make: Make, middleware: Middleware, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Three exchanges through each middleware look the same, and as with Starlette's own classes."""
    monkeypatch.setattr(time, "time", lambda: 2e9)  # sessions and deletions carry dates
    first, *others = wire(make, antiphon.responses, middleware)
    assert others == [first, first]
    _, headers, _ = wire(make, starlette.responses, middleware)[0]
    starlettes = [(name, value.replace(b'two="";', b"two=;")) for name, value in headers]
    # The order of lines with different names means nothing (RFC 9110 section 5.3): a file's length comes last here.
    assert sorted(starlettes, key=itemgetter(0)) == sorted(first[1], key=itemgetter(0))


def test_a_websocket_is_denied() -> None:
    """Starlette's `send_denial_response` takes the response, and the client reads it."""

    async def endpoint(websocket: WebSocket) -> None:
        await websocket.send_denial_response(antiphon.responses.JSONResponse({"detail": "no"}, 403))

    client = TestClient(Starlette(routes=[WebSocketRoute("/", endpoint)]))
    with pytest.raises(WebSocketDenialResponse) as denied, client.websocket_connect("/"):
        pass
    assert denied.value.status_code == 403
    assert denied.value.json() == {"detail": "no"}


def test_background_work_runs_after_the_response() -> None:
    """Starlette's own tasks serve."""
    done: list[int] = []

    def endpoint(request: Request) -> starlette.responses.Response:
        return antiphon.responses.PlainTextResponse("a", background=BackgroundTask(done.append, 1))

    TestClient(Starlette(routes=[Route("/", endpoint)])).get("/")
    assert done == [1]


def test_a_range_of_a_file_is_served(tmp_path: Path) -> None:
    """Ranges are Starlette's business, and stay so."""
    path = tmp_path / "digits.txt"
    path.write_text("0123456789")

    def endpoint(request: Request) -> antiphon.responses.FileResponse:
        return antiphon.responses.FileResponse(path, filename="digits é.txt")

    answer = TestClient(Starlette(routes=[Route("/", endpoint)])).get("/", headers={"Range": "bytes=2-4"})
    assert (answer.status_code, answer.text, answer.headers["content-range"]) == (206, "234", "bytes 2-4/10")
    assert answer.headers["content-disposition"] == "attachment; filename*=utf-8''digits%20%C3%A9.txt"


def test_a_refusal_reaches_the_error_handler() -> None:
    """A wrong response is a 500 in the tests, not a dropped connection in production."""

    def endpoint(request: Request) -> starlette.responses.Response:
        return antiphon.responses.Response(headers={"x": request.query_params["x"]})

    client = TestClient(Starlette(routes=[Route("/", endpoint)]), raise_server_exceptions=False)
    assert client.get("/", params={"x": "a\r\nSet-Cookie: b=c"}).status_code == 500
    assert client.get("/", params={"x": "a"}).headers["x"] == "a"

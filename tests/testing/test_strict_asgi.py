"""The judge around an ASGI application."""

from __future__ import annotations

import asyncio
import contextlib
import copy
import logging
from collections.abc import AsyncIterator, Callable, Coroutine, MutableMapping
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient

from antiphon import respond
from antiphon.diagnostics.protocol_faults import PROTOCOL_FAULTS
from antiphon.diagnostics.refusal import Refusal
from antiphon.testing import JudgedResponse, StrictASGI, WrongResponse

Message = MutableMapping[str, Any]
App = Callable[[Any, Any, Any], Coroutine[Any, Any, None]]


def application(source: str) -> App:
    """The application that a page of a fault shows."""
    names: dict[str, Any] = {}
    exec(source, names)
    app: App = names["app"]
    return app


def exchange(app: App, method: str = "GET", *, left: bool = False, **scope: Any) -> list[Message]:
    """The messages that one request is answered with."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.disconnect"} if left else {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(app({"type": "http", "method": method, "path": "/a", "headers": [], **scope}, receive, send))
    return sent


def judged(app: App, method: str = "GET", **options: Any) -> list[str]:
    """The codes of what is found, in order."""
    found: list[JudgedResponse] = []
    exchange(StrictASGI(app, on_finding=found.append), method, **options)
    return [finding.code for response in found for finding in response.findings]


def says(*messages: Message) -> App:
    """An application that sends these."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        for message in messages:
            await send(message)

    return app


def start(status: Any = 200, *headers: Any, **more: Any) -> Message:
    """The first message of a response."""
    return {"type": "http.response.start", "status": status, "headers": headers, **more}


def body(content: Any = b"", **more: Any) -> Message:
    """A piece of content."""
    return {"type": "http.response.body", "body": content, **more}


TYPE = (b"content-type", b"text/plain; charset=utf-8")


@pytest.mark.parametrize(
    "fault",
    [fault for fault in PROTOCOL_FAULTS if fault.bad.startswith("async def")],
    ids=lambda fault: str(fault.slug),
)
def test_the_examples_of_a_fault(fault: Refusal) -> None:
    """The bad one is found with its own code, the good one is not."""
    assert fault.code in judged(application(fault.bad))
    assert fault.code not in judged(application(fault.good))


@pytest.mark.parametrize(
    ("messages", "code"),
    [
        ((start(), start(), body()), "PC001"),
        ((start(), body(), body(b"more")), "PC001"),
        ((start(True), body()), "PC002"),
        ((start(99), body()), "PC002"),
        ((start(103), body()), "PC002"),
        ((start(600), body()), "PC002"),
        ((start(200, (b"X-Upper", b"a")), body()), "PC003"),
        ((start(200, (b":status", b"200")), body()), "PC003"),
        ((start(200, b"ab", 3), body()), "PC003"),
        ((start(200, TYPE, (b"content-length", b"2")), body(b"abc")), "PC005"),
        ((start(200, TYPE, (b"content-length", b"4")), body(b"ab", more_body=True), body(b"c")), "PC005"),
        ((start(304), body(b"x")), "PC006"),
        ((start(205, TYPE), body(b"x")), "PC006"),
        ((), "PC007"),
        ((start(),), "PC007"),
        ((start(), body(), {"type": "http.response.trailer"}), "PC008"),
        ((start(), "body"), "PC008"),
    ],
)
def test_breaches_of_the_protocol(messages: tuple[Any, ...], code: str) -> None:
    """Whatever a client of a test would have hidden."""
    assert code in judged(says(*messages))


@pytest.mark.parametrize("status", [99, 103, 123, 600])
def test_a_wrong_status_is_one_finding(status: int) -> None:
    """The rules about statuses say the same of it."""
    assert ["PC002"] == judged(says(start(status), body()))


@pytest.mark.parametrize(
    ("messages", "method", "scope"),
    [
        ((start(200, TYPE, (b"content-length", b"3")), body()), "HEAD", {}),
        ((start(200, TYPE), body(b"a", more_body=True), body(b"b")), "GET", {}),
        ((start(204), body()), "GET", {}),
        ((start(304, (b"etag", b'"a"'), (b"content-length", b"9")), body()), "GET", {}),
        (
            (start(200, TYPE, (b"content-length", b"9")), {"type": "http.response.pathsend", "path": "/a"}),
            "GET",
            {"extensions": {"http.response.pathsend": {}}},
        ),
        (
            (start(200, TYPE, trailers=True), body(b"a"), {"type": "http.response.trailers", "headers": []}),
            "GET",
            {"extensions": {"http.response.trailers": {}}},
        ),
    ],
)
def test_what_is_right(messages: tuple[Any, ...], method: str, scope: dict[str, Any]) -> None:
    """Nothing is said of it."""
    assert [] == judged(says(*messages), method, **scope)


def test_a_client_that_left_is_no_fault() -> None:
    """An application that stops for that has not failed."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await send(start(200, TYPE))
        await receive()

    assert [] == judged(app, left=True)


def test_the_rules_judge_fields_and_content() -> None:
    """As they judge a declaration: a cookie that browsers drop, and JSON that is none."""
    cookie = (b"set-cookie", b"a=b; SameSite=None")

    found = judged(says(start(200, (b"content-type", b"application/json"), cookie), body(b"{")))

    assert "CK052" in found
    assert any(code.startswith("CT") for code in found)


def test_each_finding_is_told_once() -> None:
    """Though fields are judged before the content, and again with it."""
    found = judged(
        says(start(200, TYPE, (b"set-cookie", b"a=b; SameSite=None")), body(b"a", more_body=True), body(b"b"))
    )

    assert len(found) == len(set(found))


def test_an_error_is_raised_before_anything_is_sent() -> None:
    """Out of the `send` that the application awaits."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    app = StrictASGI(says(start(200, TYPE, (b"set-cookie", b"a=b; SameSite=None")), body()))
    with pytest.raises(WrongResponse, match="CK052") as raised:
        asyncio.run(app({"type": "http", "method": "GET", "path": "/a"}, None, send))  # type: ignore[arg-type]  # never asked for

    assert [] == sent
    assert ("GET", "/a", 200) == (
        raised.value.response.method,
        raised.value.response.path,
        raised.value.response.status,
    )


def test_an_error_that_the_application_swallows_is_raised_again() -> None:
    """A handler that catches every exception does not hide it."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        with contextlib.suppress(Exception):
            await send(start(200, TYPE, (b"x-a", b"a\r\nb: c")))
        await send(body())

    with pytest.raises(WrongResponse, match="HD002"):
        exchange(StrictASGI(app))


def test_warnings_are_logged(caplog: pytest.LogCaptureFixture) -> None:
    """They do not stop a response."""
    with caplog.at_level(logging.WARNING, "antiphon.testing"):
        sent = exchange(StrictASGI(says(start(200), body(b"<p>"))))

    assert 2 == len(sent)
    assert "warning[" in caplog.text


def test_a_service_is_answered_as_before() -> None:
    """Declared responses, a stream and a middleware around them, through Starlette's client; the handler is named."""
    shown = respond(200).json(dict[str, int]).cache_control(no_store=True).compile()

    async def declared(request: Request) -> Response:
        return shown({"a": 1})

    async def stream(request: Request) -> Response:
        async def pieces() -> AsyncIterator[str]:
            for piece in ("a", "b"):
                yield piece

        return StreamingResponse(pieces(), media_type="text/plain")

    async def wrong(request: Request) -> Response:
        response = PlainTextResponse("a")
        response.set_cookie("a", "b", samesite="none")
        return response

    found: list[JudgedResponse] = []
    routes = [Route("/declared", declared), Route("/stream", stream), Route("/wrong", wrong)]
    app = Starlette(routes=routes, middleware=[Middleware(StrictASGI, on_finding=found.append)])
    client = TestClient(app)

    assert {"a": 1} == client.get("/declared").json()
    assert "ab" == client.get("/stream").text
    assert [] == found
    assert "a" == client.get("/wrong").text
    (response,) = found
    assert response.handler is not None
    assert (__file__, wrong.__code__.co_firstlineno) == (response.handler.file, response.handler.line)


def test_memory_is_bounded() -> None:
    """Of content beyond the limit only the fields are judged."""
    json = (b"content-type", b"application/json")
    pieces = [body(b"{" * 600, more_body=True), body(b"{" * 600)]
    found: list[JudgedResponse] = []

    exchange(StrictASGI(says(start(200, json), *pieces), on_finding=found.append, body_limit=1000))
    limited = [finding.code for one in found for finding in one.findings]

    assert limited == [code for code in judged(says(start(200, json), *pieces)) if code in limited]
    assert len(limited) < len(judged(says(start(200, json), *pieces)))


def test_what_a_client_refuses_is_told() -> None:
    """A client that raises at the second beginning, as those of Starlette and httpx do, hides no finding."""
    found: list[JudgedResponse] = []
    begin: Message = {"type": "http.response.start", "status": 200, "headers": [(b"x-frame-options", b"ALLOW")]}

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        await send(begin)
        await send(begin)

    async def receive() -> Message:
        return {"type": "http.request"}

    async def ask() -> None:
        came: list[Message] = []

        async def send(message: Message) -> None:
            if came:
                raise AssertionError("a response has begun")
            came.append(message)

        scope = {"type": "http", "method": "GET", "path": "/", "extensions": {}}
        await StrictASGI(app, on_finding=found.append)(scope, receive, send)

    with pytest.raises(AssertionError, match="has begun"):
        asyncio.run(ask())

    assert [["PC001", "SC002"]] == [[one.code for one in response.findings] for response in found]


def test_other_exchanges_pass_through() -> None:
    """Lifespan is not judged, and the application's own attributes are there."""
    seen: list[str] = []

    async def app(scope: Any, receive: Any, send: Any) -> None:
        seen.append(scope["type"])

    app.state = "own"  # type: ignore[attr-defined]  # as frameworks have it
    strict = StrictASGI(app)
    asyncio.run(strict({"type": "lifespan"}, None, None))  # type: ignore[arg-type]  # never asked for

    assert ["lifespan"] == seen
    assert "own" == strict.state


@pytest.mark.parametrize("headers", [None, 5])
def test_fields_that_cannot_be_read_one_by_one(headers: object) -> None:
    """The type of the fields is told: the judge itself raises nothing."""
    start: Message = {"type": "http.response.start", "status": 200, "headers": headers}

    assert "PC003" in judged(says(start, {"type": "http.response.body", "body": b""}))


def test_a_type_that_is_not_text() -> None:
    """A message whose type is a list is one that no response has."""
    assert "PC008" in judged(says({"type": ["http.response.start"]}))


def test_a_copy() -> None:
    """Strict applications are copied as other objects are, though they hand attributes on."""
    strict = StrictASGI(says())

    assert copy.copy(strict).app is strict.app

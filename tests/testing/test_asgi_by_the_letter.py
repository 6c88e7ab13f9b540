"""ASGI's specification of HTTP and its extensions, sentence by sentence, for the response."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse
from starlette.routing import WebSocketRoute
from starlette.testclient import TestClient, WebSocketDenialResponse
from starlette.websockets import WebSocket

from antiphon.testing import JudgedResponse, StrictASGI, WrongResponse

Message = dict[str, Any]
App = Callable[[Any, Any, Any], Coroutine[Any, Any, None]]

ALL: dict[str, dict[str, str]] = {
    f"http.response.{name}": {}
    for name in ("trailers", "push", "early_hint", "debug", "pathsend", "zerocopysend")
}  # fmt: skip
TYPE = (b"content-type", b"text/plain; charset=utf-8")
START: Message = {"type": "http.response.start", "status": 200, "headers": [TYPE]}
ANNOUNCED: Message = START | {"trailers": True}
MORE: Message = {"type": "http.response.body", "body": b"a", "more_body": True}
LAST: Message = {"type": "http.response.body", "body": b"b"}
TRAILERS: Message = {"type": "http.response.trailers", "headers": [(b"x-sum", b"1")]}
PATH: Message = {"type": "http.response.pathsend", "path": "/srv/a.txt"}
FILE: Message = {"type": "http.response.zerocopysend", "file": io.FileIO(0, closefd=False)}
HINT: Message = {"type": "http.response.early_hint", "links": [b"</a.css>; rel=preload"]}
PUSH: Message = {"type": "http.response.push", "path": "/a.css", "headers": []}
DEBUG: Message = {"type": "http.response.debug", "info": {"template": "a"}}


def says(*messages: Any) -> App:
    """An application that sends these."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        for message in messages:
            await send(message)

    return app


def exchange(app: App, **scope: Any) -> list[Message]:
    """The messages that a server gets."""
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request"}

    async def send(message: Message) -> None:
        sent.append(message)

    whole = {"type": "http", "method": "GET", "path": "/a", "headers": [], "extensions": ALL, **scope}
    asyncio.run(app(whole, receive, send))
    return sent


def found(*messages: Any, **scope: Any) -> list[str]:
    """The findings as `code message`."""
    responses: list[JudgedResponse] = []
    exchange(StrictASGI(says(*messages), on_finding=responses.append), **scope)
    return [f"{one.code} {one.message}" for response in responses for one in response.findings]


@pytest.mark.parametrize(
    "messages",
    [
        (START, MORE, MORE, LAST),
        (START | {"headers": ((b"content-type", b"text/plain"),)}, LAST),
        (ANNOUNCED, MORE, LAST, TRAILERS | {"more_trailers": True}, TRAILERS),
        (START, PATH),
        (ANNOUNCED, PATH, TRAILERS),
        (START, FILE | {"offset": 0, "count": 1, "more_body": True}, MORE, FILE),
        (HINT, START, LAST),
        (PUSH, START, LAST),
        (START, HINT, MORE, HINT, LAST),
        (START, PUSH, MORE, PUSH, LAST),
        (DEBUG, START, LAST),
    ],
)
def test_what_is_right(messages: tuple[Message, ...]) -> None:
    """Nothing is said of it."""
    assert [] == found(*messages)


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        ((LAST,), "PC001 http.response.body is sent before http.response.start"),
        ((START, LAST, LAST), "PC001 http.response.body is sent after the end of the response"),
        ((START, LAST, START), "PC001 http.response.start is sent a second time"),
        ((ANNOUNCED, LAST, LAST, TRAILERS), "PC001 http.response.body is sent after the end of the content"),
        ((START, LAST, TRAILERS), "PC001 http.response.trailers is sent, and http.response.start did not announce it"),
        ((TRAILERS, START, LAST), "PC001 http.response.trailers is sent, and http.response.start did not announce it"),
        (
            (ANNOUNCED, TRAILERS, LAST, TRAILERS),
            "PC001 http.response.trailers is sent before the last piece of the content",
        ),
        ((ANNOUNCED, LAST, TRAILERS, TRAILERS), "PC001 http.response.trailers is sent after the end of the response"),
        ((ANNOUNCED, LAST), "PC007 the application returned and had announced trailers"),
        ((START, MORE), "PC007 the application returned and had announced more content"),
        ((START, PATH, PATH), "PC001 http.response.pathsend is sent after the end of the response"),
        ((START, PATH, LAST), "PC001 http.response.body is sent after the end of the response"),
        (
            (START, MORE, PATH),
            "PC001 http.response.pathsend is sent, and there is other content before: a path is the whole content",
        ),
        ((START, LAST, PUSH), "PC001 http.response.push is sent after the last piece of the content"),
        ((START, LAST, HINT), "PC001 http.response.early_hint is sent after the last piece of the content"),
        ((START, DEBUG, LAST), "PC001 http.response.debug is sent after http.response.start"),
        ((DEBUG, DEBUG, START, LAST), "PC001 http.response.debug is sent a second time"),
        ((START | {"headers": None}, LAST), "PC003 the fields are of type NoneType, not pairs of bytes"),
        ((START | {"headers": 1}, LAST), "PC003 the fields are of type int, not pairs of bytes"),
        (
            (ANNOUNCED, LAST, TRAILERS | {"headers": [(b"X-Sum", b"1")]}),
            "PC003 field line 0 has a name that is not in lower case: 'X-Sum'",
        ),
        ((START, PUSH | {"headers": [("a", "b")]}, LAST), "PC003 field line 0 is of types str and str, not bytes"),
        ((START | {"trailers": 1}, LAST, TRAILERS), "PC010 trailers of http.response.start is 1"),
        ((START, LAST | {"more_body": None}), "PC010 more_body of http.response.body is None"),
        (
            (ANNOUNCED, LAST, TRAILERS | {"more_trailers": "no"}, TRAILERS),
            "PC010 more_trailers of http.response.trailers is 'no'",
        ),
        ((START, PATH | {"path": "a.txt"}), "PC010 path of http.response.pathsend is 'a.txt'"),
        ((START, {"type": "http.response.pathsend"}), "PC010 http.response.pathsend has no path"),
        ((START, FILE | {"file": b"a"}), "PC010 file of http.response.zerocopysend is of type bytes"),
        ((START, FILE | {"offset": 1.0}), "PC010 offset of http.response.zerocopysend is of type float"),
        ((START, FILE | {"count": True}), "PC010 count of http.response.zerocopysend is True"),
        ((HINT | {"links": ["a"]}, START, LAST), "PC010 links of http.response.early_hint is of type list"),
        ((START, PUSH | {"path": b"/a"}, LAST), "PC010 path of http.response.push is of type bytes"),
        ((DEBUG | {"info": None}, START, LAST), "PC010 info of http.response.debug is None"),
        ((START, LAST, {"type": ["a"]}), "PC008 a message of type ['a'] is sent, and a response has none such"),
        ((START, LAST, {}), "PC008 a message of type None is sent, and a response has none such"),
    ],
)
def test_a_breach(messages: tuple[Message, ...], expected: str) -> None:
    """Each is found."""
    assert expected in found(*messages)


@pytest.mark.parametrize("message", [TRAILERS, PATH, FILE, HINT, PUSH, DEBUG], ids=lambda message: str(message["type"]))
def test_an_extension_that_is_not_offered(message: Message) -> None:
    """A server does not know it."""
    kind = message["type"]

    assert f"PC008 {kind} is sent, and the scope does not offer it" in found(
        DEBUG, START, message, LAST, extensions=None
    )


def test_fields_that_can_be_read_once_arrive() -> None:
    """The server gets whatever the judge has read: the specification asks for no more than an iterable."""
    app = StrictASGI(says(START | {"headers": (line for line in [TYPE])}, LAST))

    assert [TYPE] == list(exchange(app)[0]["headers"])


DENIED: Message = {"type": "websocket.http.response.start", "status": 403, "headers": [TYPE]}
REASON: Message = {"type": "websocket.http.response.body", "body": b"no"}
ACCEPTED: Message = {"type": "websocket.accept", "subprotocol": "chat", "headers": [(b"x-a", b"b")]}
CLOSED: Message = {"type": "websocket.close", "code": 1000}
OFFERED: dict[str, dict[str, str]] = {"websocket.http.response": {}}


@pytest.mark.parametrize(
    "messages",
    [
        (DENIED, REASON),
        (DENIED, REASON | {"more_body": True}, REASON),
        (ACCEPTED, {"type": "websocket.send", "text": "a"}, CLOSED),
        ({"type": "websocket.accept"}, CLOSED),
        ({"type": "websocket.accept", "headers": None}, CLOSED),
        (CLOSED,),
        (),
    ],
)
def test_a_handshake_that_is_right(messages: tuple[Message, ...]) -> None:
    """Nothing is said of it, nor of what follows it."""
    assert [] == found(*messages, type="websocket", extensions=OFFERED)


@pytest.mark.parametrize(
    ("messages", "expected"),
    [
        ((DENIED | {"status": 600}, REASON), "PC002 the status of the final response is 600"),
        (
            (DENIED | {"headers": [(b"X-A", b"b")]}, REASON),
            "PC003 field line 0 has a name that is not in lower case: 'X-A'",
        ),
        ((DENIED, REASON | {"body": "no"}), "PC004 a piece of the content is of type str"),
        ((DENIED,), "PC007 the application returned and had announced more content"),
        ((REASON,), "PC001 http.response.body is sent before http.response.start"),
        ((DENIED, REASON, CLOSED), "PC001 websocket.close is sent after a response that denies the connection"),
        ((ACCEPTED, DENIED, REASON), "PC001 websocket.http.response.start is sent after the handshake was answered"),
        ((ACCEPTED, ACCEPTED), "PC001 websocket.accept is sent a second time"),
        ((ACCEPTED | {"headers": [("x-a", "b")]},), "PC003 field line 0 is of types str and str, not bytes"),
        (
            (ACCEPTED | {"headers": [(b"sec-websocket-protocol", b"chat")]},),
            "PC003 websocket.accept has the field sec-websocket-protocol",
        ),
        ((DENIED | {"headers": [TYPE, (b"x-frame-options", b"ALLOW")]}, REASON), "SC002 "),
    ],
)
def test_a_breach_of_a_handshake(messages: tuple[Message, ...], expected: str) -> None:
    """A response that denies the connection is judged as any other, by the rules too."""
    assert any(one.startswith(expected) for one in found(*messages, type="websocket", extensions=OFFERED))


def test_a_denial_that_is_not_offered() -> None:
    """Older servers fail."""
    said = found(DENIED, REASON, type="websocket", extensions={})

    assert "PC008 websocket.http.response.start is sent, and the scope does not offer websocket.http.response" in said


def test_a_denial_of_starlette() -> None:
    """Through its own client, where it is raised as any other."""

    async def closed(websocket: WebSocket) -> None:
        await websocket.send_denial_response(PlainTextResponse("no", headers={"X-Frame-Options": "ALLOW"}))

    async def opened(websocket: WebSocket) -> None:
        await websocket.accept()
        await websocket.send_text("a")
        await websocket.close()

    responses: list[JudgedResponse] = []
    app = Starlette(routes=[WebSocketRoute("/closed", closed), WebSocketRoute("/opened", opened)])
    client = TestClient(StrictASGI(app, on_finding=responses.append))

    with client.websocket_connect("/opened") as session:
        assert "a" == session.receive_text()
    assert [] == responses
    with pytest.raises(WebSocketDenialResponse), client.websocket_connect("/closed"):
        pass
    assert [("GET", "/closed", 200)] == [(one.method, one.path, one.status) for one in responses]
    with pytest.raises(WrongResponse), TestClient(StrictASGI(app)).websocket_connect("/closed"):
        pass

"""Compiled responses under middleware: what it does to one response is never seen in the next."""

from __future__ import annotations

import gzip
import time
from collections.abc import Awaitable, Callable
from datetime import timedelta
from typing import Any

import msgspec
import pytest
from starlette.applications import Starlette
from starlette.datastructures import MutableHeaders
from starlette.middleware import Middleware
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.middleware.sessions import SessionMiddleware
from starlette.routing import Mount
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from antiphon import Location, Params, Reply, header, host_cookie, no_content, redirect, respond

LONG = "many words, " * 200


class Words(msgspec.Struct):
    words: str


class Session(Params):
    session: str = host_cookie(max_age=timedelta(hours=1))
    x_trace: str | None = header(default=None)


class Where(Params):
    location: Location


class Greeting(Reply[Words], cache_control="no-store"):
    """A declared reply."""

    session: str = host_cookie()


#: Each kind of compiled response with the arguments of a call.
KINDS: dict[str, tuple[Any, tuple[Any, ...], dict[str, Any]]] = {
    "fixed JSON": (respond(200).json_value({"words": LONG}).compile(), (), {}),
    "fixed text": (respond(200).text(LONG).header("X-A", "1").compile(), (), {}),
    "fixed octets": (respond(200).bytes("text/csv", LONG.encode()).compile(), (), {}),
    "fixed problem": (respond(404).problem(title="Gone", detail=LONG).compile(), (), {}),
    "without content": (no_content().cookie("a", "b").compile(), (), {}),
    "fixed redirect": (redirect(303, location="/elsewhere").compile(), (), {}),
    "redirect": (respond(303).params(Where).compile(), (), {"location": Location("/x")}),
    "JSON": (respond(200).json(Words).compile(), (Words(LONG),), {}),
    "JSON of a mapping": (respond(200).json(dict[str, str]).compile(), ({"words": LONG},), {}),
    "HTML": (respond(200).html().compile(), (LONG,), {}),
    "octets": (respond(200).bytes("text/x-words").compile(), (LONG.encode(),), {}),
    "with a cookie": (respond(200).json(Words).params(Session).compile(), (Words(LONG),), {"session": "s"}),
    "with all params": (
        respond(200).json(Words).params(Session).compile(),
        (Words(LONG),),
        {"session": "s", "x_trace": "t"},
    ),
}


class Append:
    """Middleware that edits the list of headers in place, as simple middleware does."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def edited(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"].append((b"x-appended", b"1"))
                MutableHeaders(raw=message["headers"])["x-set"] = "2"
            message["x-seen"] = True
            await send(message)

        await self.app(scope, receive, edited)


class Visit:
    """Makes the session middleware write its cookie."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        scope.get("session", {})["visited"] = True
        await self.app(scope, receive, send)


MIDDLEWARE: dict[str, list[Middleware]] = {
    "none": [],
    "CORS": [Middleware(CORSMiddleware, allow_origins=["https://app.example"], allow_credentials=True)],
    "GZip": [Middleware(GZipMiddleware)],
    "session": [Middleware(SessionMiddleware, secret_key="a key for tests"), Middleware(Visit)],
    "append": [Middleware(Append)],
}
#: Each of them as a sign that it did something.
MARKS = {
    "CORS": b"access-control-allow-origin",
    "GZip": b"content-encoding",
    "session": b"set-cookie",
    "append": b"x-appended",
}

Application = Callable[[Scope, Receive, Send], Awaitable[None]]
Wire = tuple[int, list[tuple[bytes, bytes]], bytes]


def application(way: str, kind: str) -> Application:
    """An ASGI application that answers everything by one kind of response, in one of the two ways."""
    call, arguments, keywords = KINDS[kind]

    async def by_object(scope: Scope, receive: Receive, send: Send) -> None:
        await call(*arguments, **keywords)(scope, receive, send)

    async def in_place(scope: Scope, receive: Receive, send: Send) -> None:
        await call.send(send, *arguments, **keywords)

    return by_object if way == "object" else in_place


def wire(app: Application, middleware: list[Middleware], exchanges: int = 3) -> list[Wire]:
    """The response that a client reads in each of the exchanges."""
    client = TestClient(Starlette(routes=[Mount("/", app)], middleware=middleware), follow_redirects=False)
    answers = []
    for _ in range(exchanges):
        client.cookies.clear()
        answer = client.get("/", headers={"Origin": "https://app.example", "Accept-Encoding": "gzip"})
        answers.append((answer.status_code, answer.headers.raw, answer.content))
    return answers


@pytest.mark.parametrize("middleware", MIDDLEWARE)
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", ["object", "send"])
def test_three_exchanges_look_the_same(way: str, kind: str, middleware: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever middleware edits, the next response is as the first; status and content are as without it."""
    monkeypatch.setattr(time, "time", lambda: 2e9)  # sessions carry a date
    app = application(way, kind)

    first, *others = wire(app, MIDDLEWARE[middleware])

    assert others == [first, first]
    (status, lines, content) = wire(app, [], exchanges=1)[0]
    assert (status, content) == (first[0], first[2])
    assert {name for name, _ in lines} <= {name for name, _ in first[1]} | {b"content-length"}
    if middleware in MARKS and not (middleware == "GZip" and len(content) < 500):
        assert MARKS[middleware] in dict(first[1])


@pytest.mark.parametrize("kind", KINDS)
def test_both_ways_are_the_same_on_the_wire(kind: str) -> None:
    """An object and its sending in place differ in what they cost."""
    assert wire(application("object", kind), []) == wire(application("send", kind), [])


def test_a_declared_reply_is_as_safe() -> None:
    """Classes of replies go the same way."""

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        await Greeting(Words(LONG), session="s")(scope, receive, send)

    first, *others = wire(app, MIDDLEWARE["append"])

    assert others == [first, first]


def messages(way: str, kind: str) -> list[Message]:
    """The messages of one response, as they are sent."""
    sent: list[Message] = []

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        raise NotImplementedError

    exchange: Any = application(way, kind)({"type": "http"}, receive, send)
    with pytest.raises(StopIteration):
        exchange.send(None)
    return sent


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("way", ["object", "send"])
def test_messages_are_made_anew_and_octets_are_not(way: str, kind: str) -> None:
    """Dicts and the list of headers belong to one exchange; what is fixed is the same octets, rendered once."""
    one, two = messages(way, kind), messages(way, kind)

    assert one == two
    assert not any(a is b for a, b in zip(one, two, strict=True))
    assert one[0]["headers"] is not two[0]["headers"]
    if kind.startswith(("fixed", "without")):
        assert one[1]["body"] is two[1]["body"]
        assert all(a is b for a, b in zip(one[0]["headers"], two[0]["headers"], strict=True))


def test_gzip_sends_what_was_declared() -> None:
    """The content under GZip is the content, compressed once each time."""
    client = TestClient(GZipMiddleware(application("send", "fixed JSON")))

    for _ in range(3):
        with client.stream("GET", "/", headers={"Accept-Encoding": "gzip"}) as answer:
            raw = b"".join(answer.iter_raw())
        assert msgspec.json.encode({"words": LONG}) == gzip.decompress(raw)

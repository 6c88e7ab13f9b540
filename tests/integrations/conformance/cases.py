"""The responses that every framework must carry, and what each sends as an ASGI application. No framework is needed."""

from __future__ import annotations

import asyncio
import dataclasses
import threading
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

from antiphon import (
    Bodiless,
    Created,
    Event,
    EventReply,
    FileReply,
    HTMLReply,
    JSONLinesReply,
    Location,
    Problem,
    Raisable,
    Raised,
    Redirect,
    Reply,
    StreamReply,
    TextStreamReply,
    cookie,
    header,
    host_cookie,
    respond,
)
from antiphon.responses import JSONResponse, PlainTextResponse, Response, StreamingResponse
from tests.integrations.conformance.wire import without_server

AnyResponse = Response[Any, Any]
FILE = Path(__file__).with_name("digits.txt")


@dataclasses.dataclass
class User:
    """Content."""

    name: str
    age: int = 3


class UserCreated(Created[User], cache_control="no-store", vary="Accept, Origin"):
    """A user is created."""

    session: str = host_cookie(max_age=timedelta(hours=1))
    theme: str = cookie(path="/app", partitioned=True, same_site="none")


class Missing(Reply[Problem], Raisable, status=404):
    """Nothing is here."""

    trace: str = header("X-Trace")


class Gone(Bodiless):
    """It is deleted."""

    x_left: str


class Moved(Redirect):
    """It is elsewhere."""


class Page(HTMLReply, etag='"1"'):
    """A page."""


class Export(StreamReply, media_type="application/zip"):
    """Octets in pieces."""


class Rows(TextStreamReply, media_type="text/csv; charset=utf-8"):
    """Text in pieces."""


class Users(JSONLinesReply[User]):
    """Users, a line each."""


class Tick(Event[int], name="tick"):
    """An event."""


class Feed(EventReply[Tick], retry=timedelta(seconds=2)):
    """Events."""


class Download(FileReply, cache_control="private"):
    """A file."""


linked = (
    respond(200)
    .link("/a", rel="next")
    .link("/b", rel="prev")
    .header("X-One", "1")
    .header("X-One", "2")
    .json(User)
    .compile()
)
unchanged = respond(304).etag("1").vary("Accept").compile()
legal = respond(451).text("Not here").compile()
shared = PlainTextResponse("the same object for everybody", headers={"Cache-Control": "max-age=60"})


class Seen:
    """The things that happened beside the wire."""

    worked: ClassVar[threading.Event] = threading.Event()
    closed: ClassVar[threading.Event] = threading.Event()


async def pieces() -> AsyncIterator[bytes]:
    """Three pieces, between which others have their turn."""
    for piece in (b"PK", b"\x00\x01", b"end"):
        await asyncio.sleep(0)
        yield piece


def endless() -> Iterator[bytes]:
    """Pieces without an end; it says when it is closed."""
    try:
        while True:
            yield b"x" * 65_536
    finally:
        Seen.closed.set()


def broken(after: int) -> Iterator[bytes]:
    """Pieces, and then an error."""
    yield from [b"part"] * after
    raise ValueError("no data")


def with_cookies() -> AnyResponse:
    """A drop-in response with cookies."""
    response: AnyResponse = JSONResponse({"a": 1}, 202)
    response.set_cookie("a", "1", secure=True, samesite="none", partitioned=True)
    response.delete_cookie("b", path="/app")
    return response


def raised() -> AnyResponse:
    """Raised, not returned."""
    raise Missing(Problem(title="Not found"), trace="7")


def raised_compiled() -> AnyResponse:
    """The same for a compiled response."""
    raise Raised(legal())


def with_work(response: AnyResponse) -> AnyResponse:
    """The response with background work."""

    async def work() -> None:
        Seen.worked.set()

    made: Any = response  # any coroutine function serves, where Starlette and its class are not installed
    made.background = work
    return response


class Case(NamedTuple):
    """A response, and the request that gets it."""

    make: Callable[[], AnyResponse]
    method: str = "GET"
    headers: tuple[tuple[str, str], ...] = ()
    same_as: Callable[[], AnyResponse] | None = None
    """The response that is sent, for a case that raises it."""


def _user_created() -> AnyResponse:
    return UserCreated(User("é"), location=Location("/users/1"), session="s", theme="dark")


def _not_found() -> AnyResponse:
    return Missing(Problem(title="Not found"), trace="7")


CASES: dict[str, Case] = {
    "created": Case(_user_created),
    "created-head": Case(_user_created, "HEAD"),
    "problem": Case(_not_found),
    "bodiless": Case(lambda: Gone(x_left="0")),
    "redirect": Case(lambda: Moved(location=Location("/a%20b?c=%C3%A9"))),
    "page": Case(lambda: Page("<p>é</p>")),
    "repeated": Case(lambda: linked(User("a"))),
    "unchanged": Case(unchanged),
    "text": Case(legal),
    "cookies": Case(with_cookies),
    "utf-8-in-a-field": Case(lambda: PlainTextResponse("a", headers={"X-Name": "é".encode().decode("latin-1")})),
    "octets-in-a-field": Case(lambda: PlainTextResponse("a", headers={"X-Name": "\xe9\xff"})),
    "empty": Case(lambda: PlainTextResponse("")),
    "shared": Case(lambda: shared),
    "stream": Case(lambda: Export(pieces())),
    "stream-head": Case(lambda: Export(pieces()), "HEAD"),
    "stream-of-nothing": Case(lambda: Export([])),
    "rows": Case(lambda: Rows(row for row in ("é;1\n", "b;2\n"))),
    "lines": Case(lambda: Users([User("a"), User("b")])),
    "events": Case(lambda: Feed([Tick(1), Tick(2)])),
    "drop-in-stream": Case(lambda: StreamingResponse(iter(["a", "b"]), media_type="text/plain")),
    "file": Case(lambda: Download(FILE)),
    "file-head": Case(lambda: Download(FILE), "HEAD"),
    "file-range": Case(lambda: Download(FILE), headers=(("Range", "bytes=2-4"),)),
    "file-unsatisfiable": Case(lambda: Download(FILE), headers=(("Range", "bytes=99-"),)),
    "file-unchanged": Case(lambda: Download(FILE), headers=(("If-None-Match", "*"),)),
    "raised": Case(raised, same_as=_not_found),
    "raised-compiled": Case(raised_compiled, same_as=legal),
    "work": Case(lambda: with_work(Page("<p>work</p>"))),
    "work-of-a-stream": Case(lambda: with_work(Export(pieces()))),
}
#: Those that do not end as responses do.
BREAKING: dict[str, Case] = {
    "broken-at-once": Case(lambda: Export(broken(0))),
    "broken-later": Case(lambda: Export(broken(3))),
    "endless": Case(lambda: Export(endless())),
}
ALL: dict[str, Case] = {**CASES, **BREAKING}


def expected(case: Case) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    """The response that the case sends as an ASGI application. A server leaves out the body for HEAD."""
    sent: list[Any] = []

    async def receive() -> Any:
        await asyncio.Event().wait()

    async def send(message: Any) -> None:
        sent.append(message)

    headers = [(name.lower().encode(), value.encode()) for name, value in case.headers]
    scope: dict[str, Any] = {"type": "http", "method": case.method, "path": "/", "headers": headers}
    response = (case.same_as or case.make)()
    asyncio.run(response(scope, receive, send))
    body = b"" if case.method == "HEAD" else b"".join(bytes(message.get("body", b"")) for message in sent[1:])
    return sent[0]["status"], without_server(sent[0]["headers"]), body

"""Where findings are logged, a server gets whatever it gets without the judge: from applications that do anything."""

from __future__ import annotations

import asyncio
import io
from collections.abc import Callable, Iterator
from typing import Any
from wsgiref.handlers import SimpleHandler
from wsgiref.util import setup_testing_defaults

from hypothesis import given
from hypothesis import strategies as st

from antiphon.testing import StrictASGI, StrictWSGI

FIELDS = [
    ("Content-Type", "application/json"),
    ("Content-Length", "3"),
    ("Set-Cookie", "a=b; SameSite=None"),
    ("X-A", "\xe9"),
    ("Connection", "close"),
    ("X-B", 1),
]
PIECES = st.sampled_from([b"", b"a", b"abc", b"{", "text", None, bytearray(b"a")])


class Plain:
    """Pieces of an iterable without a length."""

    closed = 0

    def __init__(self, pieces: list[Any], fails: bool) -> None:
        self.pieces, self.fails = pieces, fails

    def __iter__(self) -> Iterator[Any]:
        yield from self.pieces
        if self.fails:
            raise ValueError("the application fails")

    def close(self) -> None:
        """Count."""
        self.closed += 1


class Sized(Plain):
    """The same with a length."""

    def __len__(self) -> int:
        return len(self.pieces)


RESULTS: list[Callable[[list[Any], bool, Any], Any]] = [
    lambda pieces, _fails, _environ: pieces,
    lambda pieces, _fails, _environ: tuple(pieces),
    lambda pieces, fails, _environ: iter(Plain(pieces, fails)),
    lambda pieces, fails, _environ: Plain(pieces, fails),
    lambda pieces, fails, _environ: Sized(pieces, fails),
    lambda _pieces, _fails, environ: environ["wsgi.file_wrapper"](io.BytesIO(b"file"), 3),
    lambda _pieces, _fails, _environ: b"octets",
    lambda _pieces, _fails, _environ: None,
]


def answer(app: Any, method: str) -> bytes:
    """The octets that a server of the standard library sends, but for its Date."""
    environ: dict[str, Any] = {"REQUEST_METHOD": method, "SERVER_PROTOCOL": "HTTP/1.1"}
    setup_testing_defaults(environ)
    sent = io.BytesIO()
    SimpleHandler(io.BytesIO(), sent, io.StringIO(), environ).run(app)
    return b"\n".join(line for line in sent.getvalue().split(b"\n") if not line.startswith(b"Date:"))


@given(
    starts=st.lists(st.sampled_from(["200 OK", "204 No Content", "304 Not Modified", "200", 200]), max_size=2),
    fields=st.lists(st.sampled_from(FIELDS), max_size=3),
    once=st.booleans(),
    written=st.lists(st.sampled_from([b"", b"a"]), max_size=2),
    pieces=st.lists(PIECES, max_size=3),
    result=st.sampled_from(RESULTS),
    fails=st.booleans(),
    method=st.sampled_from(["GET", "HEAD"]),
)
def test_over_wsgi(
    *,
    starts: list[Any],
    fields: list[Any],
    once: bool,
    written: list[bytes],
    pieces: list[Any],
    result: Callable[[list[Any], bool, Any], Any],
    fails: bool,
    method: str,
) -> None:
    """The server's octets are the same, and a result is closed as often."""
    made: list[Any] = []

    def app(environ: dict[str, Any], start_response: Any) -> Any:
        for status in starts:
            write = start_response(status, iter(fields) if once else list(fields))
            for piece in written:
                write(piece)
        made.append(result(list(pieces), fails, environ))
        return made[-1]

    bare, judged = answer(app, method), answer(StrictWSGI(app, on_finding="log"), method)

    assert bare == judged
    assert len({getattr(one, "closed", 0) for one in made}) <= 1


START = {"type": "http.response.start", "status": 200, "headers": [(b"content-type", b"text/plain")]}
BODY = {"type": "http.response.body", "body": b"a"}
MESSAGES = st.sampled_from(
    [
        *(
            START,
            START | {"status": 204},
            START | {"status": "x"},
            START | {"headers": None},
            START | {"trailers": True},
        ),
        *(BODY, BODY | {"more_body": True}, BODY | {"body": "text"}, BODY | {"body": bytearray(b"a")}),
        {"type": "http.response.trailers", "headers": [(b"X", b"a")]},
        {"type": "http.response.pathsend", "path": "a"},
        {"type": "websocket.accept", "headers": [(b"sec-websocket-protocol", b"a")]},
        {"type": "websocket.http.response.start", "status": 401},
        {"type": "websocket.close"},
        {"type": ["a"]},
        {},
        None,
        "text",
    ]
)


@given(
    messages=st.lists(MESSAGES, max_size=4),
    kind=st.sampled_from(["http", "websocket", "lifespan"]),
    fails=st.booleans(),
)
def test_over_asgi(messages: list[Any], kind: str, fails: bool) -> None:
    """The server gets the very messages, and the same error at the end."""

    async def app(_scope: Any, _receive: Any, send: Any) -> None:
        for message in messages:
            await send(message)
        if fails:
            raise ValueError("the application fails")

    async def exchange(app: Any) -> tuple[list[Any], str]:
        sent: list[Any] = []

        async def send(message: Any) -> None:
            sent.append(message)

        try:
            await app({"type": kind, "method": "GET", "path": "/"}, None, send)
        except ValueError as error:
            return sent, str(error)
        return sent, ""

    bare, judged = (asyncio.run(exchange(one)) for one in (app, StrictASGI(app, on_finding="log")))

    assert bare == judged
    assert all(one is other for one, other in zip(bare[0], judged[0], strict=True))

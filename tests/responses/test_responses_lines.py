"""Header lines that are given as mappings with several values of a name, or as pairs: each line stays a line."""

from __future__ import annotations

import email.message
from collections.abc import Callable, Iterable
from typing import Any

import httpx2
import pytest
import starlette.datastructures

from antiphon.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from antiphon.responses.plain_headers import MutableHeaders as PlainHeaders

LINES = [("Set-Cookie", "a=1; Path=/"), ("X-A", "é"), ("set-cookie", "b=2; expires=Wed, 21 Oct 2026 07:28:00 GMT")]
COOKIES = [value for name, value in LINES if name.lower() == "set-cookie"]


class Joining(dict[str, str]):
    """A mapping that joins the values of a name, and gives them apart by a reader: Tornado's, Django's."""

    def __init__(self, reader: str) -> None:
        super().__init__({"Set-Cookie": ",".join(COOKIES), "X-A": "é"})
        setattr(self, reader, lambda name: COOKIES if name == "Set-Cookie" else ["é"])


class Pairs:
    """No mapping, but iterated in pairs, with items that are pairs too: Werkzeug's."""

    def __iter__(self) -> Any:
        return iter(LINES)

    def items(self) -> Iterable[tuple[str, str]]:
        return iter(LINES)

    def getlist(self, name: str) -> list[str]:
        return [value for other, value in LINES if other.lower() == name.lower()]


def _message() -> email.message.Message:
    message = email.message.Message()
    for name, value in LINES:
        message[name] = value
    return message


SOURCES: dict[str, Callable[[], Any]] = {
    "pairs": lambda: LINES,
    "pairs of octets": lambda: [(name.encode(), value.encode("latin-1")) for name, value in LINES],
    "pairs once": lambda: iter(LINES),
    "lists": lambda: [list(line) for line in LINES],
    "httpx": lambda: httpx2.Headers(LINES, encoding="latin-1"),
    "raw of httpx": lambda: httpx2.Headers(LINES, encoding="latin-1").raw,
    "Starlette": lambda: starlette.datastructures.MutableHeaders(
        raw=[(name.lower().encode(), value.encode("latin-1")) for name, value in LINES]
    ),
    "a response": lambda: Response(status_code=204, headers=LINES).headers,
    "without Starlette": lambda: PlainHeaders(raw=[(n.lower().encode(), v.encode("latin-1")) for n, v in LINES]),
    "email": _message,
    "Werkzeug": Pairs,
    "Tornado": lambda: Joining("get_list"),
    "multidict": lambda: Joining("getall"),
}

CLASSES: dict[str, Callable[[Any], Response[Any, Any]]] = {
    "Response": lambda headers: Response("x", headers=headers),
    "HTMLResponse": lambda headers: HTMLResponse("x", headers=headers),
    "PlainTextResponse": lambda headers: PlainTextResponse("x", headers=headers),
    "JSONResponse": lambda headers: JSONResponse("x", headers=headers),
    "RedirectResponse": lambda headers: RedirectResponse("/", headers=headers),
    "StreamingResponse": lambda headers: StreamingResponse([b"x"], headers=headers),
    "FileResponse": lambda headers: FileResponse(__file__, headers=headers),
}


@pytest.mark.parametrize("source", SOURCES)
@pytest.mark.parametrize("of", CLASSES)
def test_two_cookies_stay_two_lines(of: str, source: str) -> None:
    """In every class, whatever kind of headers is given."""
    made = CLASSES[of](SOURCES[source]())

    assert COOKIES == made.headers.getlist("set-cookie")
    assert ["é"] == made.headers.getlist("x-a")


@pytest.mark.parametrize("source", SOURCES)
def test_an_update_keeps_every_line(source: str) -> None:
    """A field with several lines replaces what was there, and keeps them all."""
    headers = Response(headers={"set-cookie": "old=1", "x-b": "1"}).headers

    headers.update(SOURCES[source]())

    assert COOKIES == headers.getlist("set-cookie")
    assert ["1"] == headers.getlist("x-b")


@pytest.mark.parametrize("source", ["httpx", "Starlette", "a response", "without Starlette", "Tornado"])
def test_a_union_keeps_every_line(source: str) -> None:
    """Of mappings, as with Starlette; the operand stays what it was."""
    headers = Response(headers={"set-cookie": "old=1"}).headers

    joined = headers | SOURCES[source]()

    assert COOKIES == joined.getlist("set-cookie")
    assert ["old=1"] == headers.getlist("set-cookie")
    headers |= SOURCES[source]()
    assert COOKIES == headers.getlist("set-cookie")


def test_a_list_of_a_field_may_have_two_lines() -> None:
    """Only of a field that is no list the second line is refused; two of Date and of Server harm nobody."""
    lines = [("vary", "a"), ("Vary", "b"), ("link", "</a>"), ("link", "</b>"), ("date", "x"), ("Date", "y")]
    assert len(Response(headers=lines).raw_headers) == len(lines) + 1


@pytest.mark.parametrize(
    "line",
    [
        ("Connection", "keep-alive"),
        ("connection", "Keep-Alive"),
        ("Connection", "close"),
        ("Keep-Alive", "timeout=5"),
        ("Proxy-Connection", "keep-alive"),
        ("Upgrade", "h2c"),
        ("TE", "trailers"),
        ("X-Accel-Buffering", "no"),
    ],
)
@pytest.mark.parametrize("of", CLASSES)
def test_fields_of_the_connection_are_sent(of: str, line: tuple[str, str]) -> None:
    """Servers pass them on in HTTP/1.1 and take them off in HTTP/2; event streams have carried them for years."""
    assert [line[1]] == CLASSES[of]([line]).headers.getlist(line[0])


@pytest.mark.parametrize("length", ["3", "003"])
def test_a_true_length_is_sent(length: str) -> None:
    """As it was given."""
    assert [length] == Response("abc", headers={"Content-Length": length}).headers.getlist("content-length")


def test_a_stream_may_say_that_it_is_chunked() -> None:
    """Every server sends one such line, in HTTP/1.1, and chunks by itself; ariadne's event streams have it."""
    response = StreamingResponse([b"x"], headers={"Transfer-Encoding": "chunked"})
    assert ["chunked"] == response.headers.getlist("transfer-encoding")

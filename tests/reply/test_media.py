"""Replies that carry text, HTML or octets: what they take, and what goes over the wire."""

from __future__ import annotations

import copy
import enum
import inspect
import pickle
from typing import Any

import pytest
from markupsafe import Markup

from antiphon import (
    BytesReply,
    HTMLReply,
    ParamError,
    SpecError,
    TextReply,
    cookie,
    fragment,
    header,
    host_cookie,
    respond,
)
from antiphon.responses import HTMLResponse, PlainTextResponse, Response

framed = fragment().header("X-Frame-Options", "DENY")


class Page(HTMLReply, cache_control="no-store", add=framed):
    """A page."""

    session: str = host_cookie()


class NotFoundPage(HTMLReply, status=404): ...


class Note(TextReply): ...


class Csv(TextReply, media_type="text/csv"): ...


class Export(Csv, content_disposition="attachment"):
    etag: str | None = header("ETag", default=None)


class Svg(TextReply, media_type="image/svg+xml"): ...


class Pdf(BytesReply, media_type="application/pdf"):
    theme: str = cookie(default="light")


class Blob(BytesReply): ...


class Colour(enum.StrEnum):
    RED = "red"


class Shouting(str):
    """Text whose methods lie about it."""

    __slots__ = ()

    def __str__(self) -> str:
        return "LOUD"

    def encode(self, encoding: str = "utf-8", errors: str = "strict") -> bytes:
        return b"LOUD"


def lines(response: Any) -> dict[str, str]:
    """The field lines by name."""
    return {name.decode(): value.decode() for name, value in response.raw_headers}


@pytest.mark.parametrize(
    ("reply", "status", "media_type", "body"),
    [
        (Page("<p>é", session="t"), 200, "text/html; charset=utf-8", b"<p>\xc3\xa9"),
        (NotFoundPage(""), 404, "text/html; charset=utf-8", b""),
        (Note("é"), 200, "text/plain; charset=utf-8", b"\xc3\xa9"),
        (Csv("a,é"), 200, "text/csv; charset=utf-8", b"a,\xc3\xa9"),
        (Export("a,b"), 200, "text/csv; charset=utf-8", b"a,b"),
        (Svg("<svg/>"), 200, "image/svg+xml", b"<svg/>"),
        (Pdf(b"%PDF"), 200, "application/pdf", b"%PDF"),
        (Blob(b"\0"), 200, "application/octet-stream", b"\0"),
    ],
    ids=lambda value: type(value).__name__,
)
def test_a_reply_sends_its_content_as_it_is(reply: Any, status: int, media_type: str, body: bytes) -> None:
    """With its media type, the charset that text is in, and its length."""
    sent = lines(reply)

    assert (status, body) == (reply.status_code, reply.body)
    assert (media_type, str(len(body))) == (sent["content-type"], sent["content-length"])


def test_class_and_builder_make_the_same_spec() -> None:
    """As every reply: the class statement is another spelling of the builder's steps."""
    assert Csv.spec == respond(200).text(media_type="text/csv").spec()
    assert NotFoundPage.spec == respond(404).html().spec()
    assert Blob.spec == respond(200).bytes("application/octet-stream").spec()


def test_replies_are_responses_of_their_kind() -> None:
    """HTML is an HTMLResponse, text a PlainTextResponse, octets a Response."""
    assert isinstance(Page("<p>", session="t"), HTMLResponse)
    assert isinstance(Csv("a"), PlainTextResponse)
    assert isinstance(Pdf(b""), Response)
    assert "Page(content: str, *, session: str, background=None) -> None" == f"Page{inspect.signature(Page)}"
    assert "(content: bytes | bytearray | memoryview, *, theme: str = 'light', background=None) -> None" == str(
        inspect.signature(Pdf)
    )


@pytest.mark.parametrize(
    ("text", "body"),
    [(Markup("<b>é</b>"), "<b>é</b>"), (Colour.RED, "red"), (Shouting("quiet"), "quiet")],
    ids=["Markup", "StrEnum", "overridden"],
)
def test_a_subclass_of_str_is_the_text_that_it_holds(text: str, body: str) -> None:
    """Template engines give subclasses of str. Nothing is escaped, and the object itself is the reply's content."""
    for reply in (NotFoundPage(text), Csv(text)):
        assert body.encode() == reply.body
        assert reply.content is text
    assert body.encode() == respond(200).html().compile()(text).body


def test_octets_are_taken_from_every_buffer_of_bytes() -> None:
    """They are copied where the buffer may change, so that what is sent is what was there."""
    buffer = bytearray(b"abc")
    made = [Blob(buffer), Blob(memoryview(buffer)), respond(200).bytes("a/b").compile()(buffer), Response(buffer)]
    fixed_octets = respond(200).bytes("a/b", buffer).compile()
    buffer[0] = 0

    assert [b"abc"] * 4 == [bytes(reply.body) for reply in made]
    assert b"abc" == fixed_octets().body
    assert b"bdf" == Blob(memoryview(b"abcdef")[1::2]).body
    assert b"\1\0\2\0" == Blob(memoryview(b"\1\0\2\0").cast("H")).body


@pytest.mark.parametrize(
    ("make", "content", "what"),
    [
        (NotFoundPage, 3, "is int where str is declared"),
        (NotFoundPage, b"<p>", "is bytes where str is declared"),
        (Csv, None, "is NoneType where str is declared"),
        (Csv, "\ud800", "holds a lone surrogate"),
        (Csv, Csv("a"), "a response was given where content is expected"),
        (Pdf, "text", "is str where bytes are declared"),
        (Pdf, [1], "is list where bytes are declared"),
        (Pdf, 3, "is int where bytes are declared"),
    ],
)
def test_content_of_another_type_is_refused_at_the_call(make: Any, content: object, what: str) -> None:
    """With what was given and what is wanted."""
    with pytest.raises(ParamError, match=what):
        make(content)


def test_a_base_is_not_a_response() -> None:
    """A class statement comes first, as with every reply."""
    bases: tuple[Any, ...] = (TextReply, HTMLReply, BytesReply)
    for base in bases:
        with pytest.raises(TypeError, match="declare a response of your own"):
            base(Markup("a"))


def test_the_class_statement_is_judged() -> None:
    """A media type that is none, and a charset that the text is not in, are refused where the class is."""
    with pytest.raises(SpecError, match=r"CT00[12]"):

        class _Odd(TextReply, media_type="csv"): ...

    with pytest.raises(SpecError, match="CT006"):

        class _Latin(TextReply, media_type="text/csv; charset=utf-16"): ...

    with pytest.raises(SpecError, match="not a status of this kind of reply"):

        class _Empty(BytesReply, status=204): ...  # type: ignore[arg-type]  # pyright: ignore[reportGeneralTypeIssues]  # the point


@pytest.mark.parametrize(
    "reply",
    [Page("<p>", session="t"), Csv("a"), Pdf(b"a"), Pdf(bytearray(b"a")), Pdf(memoryview(b"a")), Export(Markup("a"))],
    ids=lambda reply: type(reply).__name__,
)
def test_replies_are_copied_and_pickled(reply: Any) -> None:
    """A copy has the same body, lines and content."""
    for again in (copy.copy(reply), copy.deepcopy(reply), pickle.loads(pickle.dumps(reply))):
        assert type(again) is type(reply)
        assert (again.body, again.raw_headers, again.content) == (reply.body, reply.raw_headers, reply.content)

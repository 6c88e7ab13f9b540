"""Values that only a call knows, which type checkers must accept, and the types that they must infer."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Literal, assert_type

from antiphon import (
    Bodiless,
    BytesReply,
    ContentType,
    CookieValue,
    JSONCookie,
    Location,
    Params,
    ProxiedResponse,
    Redirect,
    SiteSpec,
    TextReply,
    cookie,
    end_to_end_fields,
    header,
    host_cookie,
    insecure_cookie,
    respond,
)
from antiphon.responses import PlainTextResponse, Response


class SignedIn(Bodiless):
    session: CookieValue[str] = host_cookie()
    theme: CookieValue[int] | None = insecure_cookie(default=None)
    lang: str | CookieValue[str] = cookie(default="en", max_age=60)


class Kept(Params):
    session: CookieValue[str] = host_cookie(max_age=3600)


numbers = JSONCookie(list[int])


class Remembered(Bodiless):
    numbers: CookieValue[list[int]] = cookie(encode=CookieValue.by(numbers))
    text: CookieValue[str] = cookie(encode="percent")


Remembered(numbers=CookieValue([1], max_age=60), text=CookieValue("a; b"))


class Blob(BytesReply):
    content_type: ContentType


class Note(TextReply):
    content_type: ContentType | str = header(default="text/plain")


class Chosen(Params):
    content_type: ContentType


class Moved(Redirect): ...


SHOP = SiteSpec(scheme="https", host="shop.example")
kept = respond(204).params(Kept).compile()

SignedIn(session=CookieValue("token"))
SignedIn(session=CookieValue("token", max_age=timedelta(days=30)), theme=CookieValue(7, secure=True), lang="de")
SignedIn(session=CookieValue("token", max_age=0), lang=CookieValue("fi", max_age=1))
assert_type(SignedIn(session=CookieValue("token")).session, CookieValue[str])
assert_type(CookieValue(7, max_age=60).value, int)
kept(session=CookieValue("token", max_age=60))
kept(session=CookieValue("token", expires=datetime(2030, 1, 1, tzinfo=UTC)))

Blob(b"a", content_type=ContentType("image/png"))
Note("a")
Note("a", content_type="text/csv")
Note("a", content_type=ContentType.active("text/html"))
blob = respond(200).bytes(None).params(Chosen).compile()
assert_type(blob(b"a", content_type=ContentType("image/png")), Response[Literal[200], bytes])
note = respond(200).text(media_type=None).params(Chosen).compile()
assert_type(note("a", content_type=ContentType("text/csv")), PlainTextResponse[Literal[200]])

assert_type(SHOP.location("https://shop.example/x"), Location)
Moved(location=SHOP.location("https://shop.example/x"))
Moved(location=Location.within("/x", "https://shop.example"))


def forwarded() -> Response[int, bytes]:
    """A forwarded response is a response."""
    return ProxiedResponse(b"", 200, {"X-A": "1"}, method="HEAD", decoded=True, without=("server",))


ProxiedResponse(bytearray(b"a"), 404, [("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")], without="date")
assert_type(end_to_end_fields({"X-A": "1"}), list[tuple[str, str]])

"""Declared replies that type checkers must accept, and the types that they must infer."""

from __future__ import annotations

import dataclasses
from datetime import timedelta
from typing import assert_type

from antiphon import (
    Bodiless,
    BytesReply,
    Challenge,
    Created,
    HTMLReply,
    Location,
    MethodNotAllowed,
    PartialContent,
    Problem,
    Redirect,
    Reply,
    TextReply,
    Unauthorized,
    cookie,
    fixed,
    fragment,
    header,
    host_cookie,
    placeholder,
)
from antiphon.headers.content_range import ContentRange
from antiphon.responses import HTMLResponse, JSONResponse, PlainTextResponse, Response

security = fragment().header("X-Frame-Options", "DENY")


@dataclasses.dataclass
class User:
    id: int


class UserCreated(Created[User], cache_control="no-store"):
    """The account exists and its owner is signed in."""

    session: str = host_cookie(max_age=timedelta(hours=1))
    etag: str | None = header("ETag", default=None)


class UserShown(Reply[User], add=security): ...


class Users(Reply[list[User]], cache_control="no-cache"): ...


class EmailTaken(Reply[Problem], status=409, media_type="application/problem+json"): ...


class OldFrame(Reply[User], accepted_findings={"CK081": "moving the cookie to /app"}): ...


class Deleted(Bodiless):
    sid: str = cookie(default="", max_age=0)


class NotModified(Bodiless, status=304, etag='"v1"'): ...


class Moved(Redirect, status=308): ...


class LoginNeeded(Unauthorized[Problem]): ...


class BearerNeeded(Unauthorized[Problem]):
    www_authenticate: Challenge = header(default=Challenge("Bearer"))


class Challenged(Unauthorized[Problem]):
    www_authenticate: Challenge = fixed(Challenge("Bearer"))


class Stated(Reply[Problem], status=401, www_authenticate=Challenge("Bearer")): ...


class UserMade(Created[User]):
    location: Location = fixed("/users/{user_id}")
    user_id: int = placeholder()


class Led(Redirect):
    location: Location = fixed("/orders/{order_id}")
    order_id: int = placeholder()


class Several(Unauthorized[Problem]): ...


class NoSuchMethod(MethodNotAllowed[Problem]): ...


class Part(PartialContent[list[int]]): ...


class Page(HTMLReply, cache_control="no-store"):
    session: str = host_cookie()


class NotFoundPage(HTMLReply, status=404): ...


class Csv(TextReply, media_type="text/csv"): ...


class Export(Csv, content_disposition="attachment"): ...


class Pdf(BytesReply, media_type="application/pdf"):
    etag: str | None = header("ETag", default=None)


class Markup(str):
    """As a template engine's."""


created = UserCreated(User(1), location=Location("/users/1"), session="token")
assert_type(created.content, User)
assert_type(created.session, str)
assert_type(created.etag, str | None)
assert_type(Users([User(1)]).content, list[User])
Deleted()
Deleted(sid="x")
NotModified()
Moved(location=Location("/x"))
LoginNeeded(Problem(), www_authenticate=Challenge("Bearer"))
BearerNeeded(Problem())
Challenged(Problem())
Stated(Problem())
UserMade(User(1), user_id=1)
Led(order_id=3)
assert_type(Led(order_id=3).location, Location)
Several(Problem(), www_authenticate=(Challenge("Bearer"), Challenge("Negotiate")))
NoSuchMethod(Problem(), allow=("GET",))
assert_type(Page("<p>", session="t").content, str)
Page(Markup("<p>"), session="t")
NotFoundPage("<p>")
Csv("a,b")
Export("a,b")
assert_type(Pdf(b"%PDF").content, bytes | bytearray | memoryview)
Pdf(bytearray(b"%PDF"), etag='"1"')
Pdf(memoryview(b"%PDF"))
Part([1], content_range=ContentRange(0, 1, 2))


def sign_up(taken: bool) -> UserCreated | EmailTaken:
    """The contract."""
    if taken:
        return EmailTaken(Problem(title="taken"))
    return created


def as_response() -> Response[int, object]:
    """A reply is usable wherever a response is."""
    return created


def as_json() -> JSONResponse:
    """A reply with content is a JSON response."""
    return created


def as_html() -> HTMLResponse:
    """A page is an HTML response."""
    return NotFoundPage("<p>")


def as_text() -> PlainTextResponse:
    """Text is a text response, whatever its media type."""
    return Csv("a,b")


def page_or_file(page: bool) -> Page | Pdf | NotFoundPage:
    """Text, HTML and octets are members of a contract as any other reply is."""
    return Page("<p>", session="t") if page else Pdf(b"%PDF")


def told_apart(reply: UserCreated | EmailTaken) -> int:
    """Replies work in match, exhaustively."""
    match reply:
        case UserCreated(user):
            return user.id
        case EmailTaken():
            return 0


def shown(reply: Page | Pdf) -> int:
    """Their content is matched by name or by position."""
    match reply:
        case Page(content=text):
            return len(text)
        case Pdf(content=octets):
            return len(octets)

"""Declared replies: each line with an E mark must be an error in every checker, and no other line may be."""

from __future__ import annotations

import dataclasses
import socket
from datetime import timedelta

from antiphon import (
    Bodiless,
    BytesReply,
    Challenge,
    Created,
    HTMLReply,
    Location,
    MethodNotAllowed,
    NoContent,
    Problem,
    Redirect,
    Reply,
    TextReply,
    Unauthorized,
    cookie,
    fixed,
    header,
    host_cookie,
    insecure_cookie,
    placeholder,
)


@dataclasses.dataclass
class User:
    id: int


class Emptied(NoContent):  # E: a type of drafts, and no base of replies
    pass


class UserCreated(Created[User], cache_control="no-store"):
    session: str = host_cookie(max_age=timedelta(hours=1))
    etag: str | None = header("ETag", default=None)


class EmailTaken(Reply[Problem], status=409): ...


class LoginNeeded(Unauthorized[Problem]): ...


class Gone(Bodiless): ...


class Moved(Redirect, status=308): ...


class NoSuchMethod(MethodNotAllowed[Problem]): ...


class Page(HTMLReply):
    session: str = host_cookie()


class Csv(TextReply, media_type="text/csv"): ...


class Pdf(BytesReply, media_type="application/pdf"): ...


user = User(1)

# class statements
class A(Reply[User], status=999): ...  # E: no such status
class B(Reply[User], status=204): ...  # E: a status without content
class C(Redirect, location="/x"): ...  # E: fixed(...) says it to type checkers too
class CC(Created[User], location="/x"): ...  # E: see fixed(...)
class CCC(Unauthorized[User], www_authenticate="Bearer"): ...  # E: see fixed(...)
class D(Reply[User], status=303): ...  # E: see Redirect
class E(Redirect, status=200): ...  # E: not a redirect
class F(Bodiless, status=200): ...  # E: a status with content
class G(Created[User], status=200): ...  # E: always 201
class H(Reply[User], cahce_control="x"): ...  # E: misspelt
class I(Reply[User], statsu=404): ...  # E: misspelt
class J(Reply[User], retry_after=[1]): ...  # E: seconds, a moment or text
class O(Reply[User], accepted_findings=["CK081"]): ...  # E: a reason for each
class P(Reply[User], accepted_findings={"CK081": None}): ...  # E: a reason is text
class Q(HTMLReply, media_type="text/plain"): ...  # E: HTML is text/html; see TextReply
class R(TextReply, validate="always"): ...  # E: text has no members to check
class S(BytesReply, status=204): ...  # E: a status without content
class T(TextReply, media_type=None, mediatype="text/csv"): ...  # E: misspelt
class M(Reply[socket.socket]): ...  # E: no JSON form
class N(Created[User | object]): ...  # E: not every member has a JSON form


class K(Reply[User]):
    a: str = cookie(same_site="loose")  # E: lax, strict or none
    b: str = insecure_cookie(same_site="none")  # E: needs Secure
    c: str = host_cookie(path="/x")  # E: always Path=/
    d: int = header(default="x")  # E: a default of another type


class Led(Redirect):
    location: Location = fixed("/orders/{order_id}")
    order_id: int = placeholder()


Led()  # E: the placeholder is missing
Led(order_id="3")  # E: it is a number
Led(order_id=3, location=Location("/x"))  # E: the location is fixed


class L(Bodiless):
    content: User  # E: a bodiless reply has no content


# calls
UserCreated(user, location=Location("/x"))  # E: the session is missing
UserCreated(user, session="t")  # E: the location is missing
UserCreated(user, location="/x", session="t")  # E: a bare str is no Location
UserCreated(user, location=Location("/x"), sesion="t", session="t")  # E: misspelt
UserCreated({"id": 1}, location=Location("/x"), session="t")  # E: content of another type
UserCreated(location=Location("/x"), session="t")  # E: content is missing
UserCreated(user, Location("/x"), session="t")  # E: params are keywords
EmailTaken("taken")  # E: content of another type
LoginNeeded(Problem())  # E: the challenge is missing
LoginNeeded(Problem(), www_authenticate="Bearer")  # E: a bare str is no Challenge
NoSuchMethod(Problem(), allow="GET")  # E: a bare str is no list of methods
Gone(user)  # E: no content
Moved()  # E: the location is missing
Page(3, session="t")  # E: HTML is text
Page(b"<p>", session="t")  # E: nor octets
Page("<p>")  # E: the session is missing
Csv(b"a,b")  # E: text is str
Csv(None)  # E: there is always content
Csv()  # E: content is missing
Pdf("text")  # E: octets are bytes
Pdf(["%PDF"])  # E: nor a list

created = UserCreated(user, location=Location("/x"), session="t")
created.session = "other"  # E: frozen


def sign_up(found: bool) -> UserCreated | EmailTaken:
    """The contract."""
    if found:
        return Moved(location=Location("/x"))  # E: undeclared
    return LoginNeeded(Problem(), www_authenticate=Challenge("Bearer"))  # E: undeclared

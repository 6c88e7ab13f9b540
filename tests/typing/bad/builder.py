"""Each line with an E mark must be an error in every checker, and no other line may be."""

from __future__ import annotations

import dataclasses
import socket
from datetime import timedelta
from typing import Literal

from antiphon import Location, Params, Problem, cookie, fragment, header, host_cookie, insecure_cookie, placeholder, redirect, respond
from antiphon.openapi import components, describe
from antiphon.responses import JSONResponse
from antiphon.spec.bodies import TextBody


@dataclasses.dataclass
class User:
    id: int


@dataclasses.dataclass
class Error:
    detail: str


class CreatedParams(Params):
    location: Location
    session: str = host_cookie(max_age=timedelta(hours=1))


created = respond(201).json(User).params(CreatedParams).compile()
user = User(1)

# calls
created(user, location=Location("/x"), sesion="t")  # E: unexpected keyword
created(user, location=Location("/x"))  # E: missing keyword
created(user, location="/x", session="t")  # E: a bare str is no Location
created(user, location=Location("/x"), session=3)  # E: a cookie's value is text
created(location=Location("/x"), session="t")  # E: content is missing
created(Error("x"), location=Location("/x"), session="t")  # E: content of another type
created({"id": 1}, location=Location("/x"), session="t")  # E: content of another type
respond(200).text("fixed").compile()("other")  # E: the content is fixed
respond(204).compile()(user)  # E: no content
respond(200).html().compile()(b"<p>")  # E: HTML is str
respond(200).bytes("image/png").compile()("text")  # E: octets are bytes
respond(200).bytes("image/png").compile()([1, 2])  # E: nor a list of numbers

# states
respond(204).json(User)  # E: no body step
respond(304).text("x")  # E: no body step
respond(205).html()  # E: no body step
respond(303).json(User)  # E: a redirect has no body step
respond(303).compile()  # E: no location yet
respond(401).json(User).compile()  # E: no challenge yet
respond(401).compile()  # E: no challenge yet
respond(405).text().compile()  # E: no allowed methods yet
respond(206).bytes("video/mp4").compile()  # E: no content range yet
respond(999)  # E: no such status
respond("200")  # E: a status is an int
redirect(200, location="/x")  # E: not a redirect
redirect(303)  # E: no location
fragment().compile()  # E: a fragment has no status

# cookies
respond(200).cookie("a", "b", secure=False)  # E: see insecure_cookie
respond(200).cookie("a", "b", same_site="None")  # E: lower case
respond(200).cookie("a", "b", max_age="3600")  # E: seconds
respond(200).cookie("a", "b", max_age=1.5)  # E: whole seconds
respond(200).cookie("a", "b", httponly=True)  # E: http_only
respond(200).cookie("a")  # E: no value
respond(200).cookie("a", "b", expires="Fri, 01 Jan 2027 00:00:00 GMT")  # E: a datetime
respond(200).insecure_cookie("a", "b", same_site="none")  # E: needs Secure
respond(200).insecure_cookie("a", "b", partitioned=True)  # E: needs Secure
respond(200).host_cookie("a", "b", path="/x")  # E: always Path=/
respond(200).host_cookie("a", "b", domain="x.example")  # E: never a Domain
respond(200).delete_cookie("a")  # E: a name does not say the scope

# fields
respond(200).headers(cahce_control="no-store")  # E: misspelt
respond(200).cache_control(no_stroe=True)  # E: misspelt
respond(200).cache_control(max_age="60")  # E: seconds
respond(200).header("X-A", 3)  # E: text
respond(200).retry_after("soon")  # E: seconds or a moment
respond(200).background("never")  # E: always or on_success

# bodies
respond(200).json(socket.socket)  # E: no JSON form
respond(200).json(user)  # E: a type, not a value
respond(200).text(b"x")  # E: text is str
respond(404).problem(titel="x")  # E: misspelt


# params
class Bad(Params):
    a: str = cookie(same_site="loose")  # E: lax, strict or none
    b: str = insecure_cookie(same_site="none")  # E: needs Secure
    c: str = host_cookie(path="/x")  # E: always Path=/
    d: str = cookie(maxage=3)  # E: misspelt
    e: int = cookie(default="x")  # E: a default of another type


class Frozen(Params):
    a: str = cookie()


Frozen(a="x").a = "y"  # E: frozen
respond(200).allow("CK081", because="moving")  # E: allow writes the field
respond(200).accept_finding("CK081")  # E: the reason is missing
respond(200).accept_finding("CK081", "CK082", because="moving")  # E: one finding, one reason
fragment().accept_finding("CK081", because="moving")  # E: on the drafts that have it

# documentation
respond(200).document(summary=3)  # E: text
respond(200).document(field={"ETag": "Its version."})  # E: misspelt
respond(200).document(fields={"ETag": 3})  # E: the meaning of a field is text
respond(200).added_field("X-Request-Id", required="yes")  # E: a flag
respond(200).added_field("X-Request-Id", 3)  # E: a type, not a value
respond(204).document(summary="Gone").json(User)  # E: no body step

describe(User)  # E: it declares no response
describe(created, version="3.0")  # E: 3.1 or 3.2
components(created)  # E: several responses
components([User])  # E: they declare no responses

# contracts
moved = redirect(303, location="/login").compile()


def endpoint() -> JSONResponse[Literal[201], User]:
    return moved()  # E: an undeclared response


def other_status() -> JSONResponse[Literal[200], User]:
    return created(user, location=Location("/x"), session="t")  # E: another status


def other_content() -> JSONResponse[Literal[201], Error]:
    return created(user, location=Location("/x"), session="t")  # E: another content


# params one by one, and placeholders
respond(200).header_param("x", 3)  # E: a type, not a value
respond(200).header_param("x", str, wire=3)  # E: text
respond(200).header_param("x", str, same_site="lax")  # E: a header has no such option
respond(200).cookie_param("x", same_site="loose")  # E: lax, strict or none
respond(200).cookie_param("x", secure=False)  # E: insecure_cookie_param
respond(200).cookie_param("x", max_agee=3)  # E: misspelt
respond(200).insecure_cookie_param("x", same_site="none")  # E: needs Secure
respond(200).host_cookie_param("x", path="/a")  # E: always Path=/
respond(204).cookie_param("x").json(User)  # E: no body step
respond(201).json(User).cookie_param("x").compile()("other", x="")  # E: content of another type


def flag(on: bool) -> str:
    return "1" if on else "0"


def octets(on: bool) -> bytes:
    return b"1"


class Encoded(Params):
    a: bool = header(encode=octets)  # E: text, not bytes
    b: str = header(encode=flag)  # E: it writes a bool
    c: bool = cookie(encode="flag")  # E: a function
    tier: Literal["free", "paid"] = cookie(default="gold")  # E: none of the two


encoded = respond(204).params(Encoded).compile()
encoded(a=True, b="", c=True, tier="gold")  # E: none of the two
respond(200).header_param("x", bool, encode="flag")  # E: a function


class Target(Params):
    user_id: int = placeholder()
    wrong: int = placeholder(default="x")  # E: a default of another type


placed = respond(201).json(User).location("/users/{user_id}").params(Target).compile()
placed(user, user_id="1", wrong=1)  # E: the placeholder is an int
placed(user, wrong=1)  # E: missing keyword
placed(user, user=1, user_id=1, wrong=1)  # E: unexpected keyword
respond(200).body(TextBody(), str).compile()(3)  # E: content of another type
respond(200).body(TextBody(content="a")).compile()("b")  # E: the content is fixed
respond(200).body("text")  # E: no body of antiphon.spec.bodies
respond(204).body(TextBody())  # E: no body step


class Broke(Problem):
    balance: int


Broke()  # E: the balance is missing
Broke(3)  # E: members are keywords
Broke(balance=3).balance = 4  # E: frozen
Broke(balance=3, titel="t")  # E: misspelt
respond(402).problem(titel="t")  # E: misspelt; members of one's own are extensions
respond(402).problem(extensions=[1])  # E: names and values

"""Every state of a draft, left by a fixed field, by a param, or begun beyond it."""

from __future__ import annotations

from antiphon import (
    Challenge,
    ContentRange,
    Location,
    Params,
    method_not_allowed,
    no_content,
    redirect,
    respond,
    respond_unregistered,
    unauthorized,
)
from antiphon.http.status_types import RedirectStatus
from tests.live.bodies import POINT, Point
from tests.live.said import JSON, OCTETS, TEXT, Said, length


class Onward(Params):
    location: Location


class Challenged(Params):
    www_authenticate: Challenge


class Allowed(Params):
    allow: str


class Part(Params):
    content_range: ContentRange


ONWARD = (("location", "/orders/%C3%A9?a=b#c"), length(b""))
BEARER = Challenge("Bearer", realm='the "shop"')
BEARER_LINE = ("www-authenticate", 'Bearer realm="the \\"shop\\""')
PART = (("content-range", "bytes 0-1/10"), OCTETS, length(b"ab"))

STATES = {
    "204": Said(respond(204).header("X-A", "1").compile(), 204, (("x-a", "1"),)),
    "205": Said(respond(205).compile(), 205, (length(b""),)),
    "304": Said(respond(304).etag("v1").compile(), 304, (("etag", '"v1"'),)),
    "no-content": Said(no_content().compile(), 204),
    "303": Said(respond(303).location(ONWARD[0][1]).compile(), 303, ONWARD),
    "303-by-param": Said(
        respond(303).params(Onward).compile(), 303, ONWARD, params={"location": Location(ONWARD[0][1])}
    ),
    "external": Said(
        redirect(307, location="https://shop.example/").compile(),
        307,
        (("location", "https://shop.example/"), length(b"")),
    ),
    "401": Said(
        respond(401).json_value(None).www_authenticate(BEARER).www_authenticate("Negotiate").compile(),
        401,
        (BEARER_LINE, ("www-authenticate", "Negotiate"), JSON, length(b"null")),
        b"null",
    ),
    "401-by-param": Said(
        respond(401).text("no").params(Challenged).compile(),
        401,
        (BEARER_LINE, TEXT, length(b"no")),
        b"no",
        params={"www_authenticate": BEARER},
    ),
    "unauthorized": Said(
        unauthorized(Point, www_authenticate=BEARER).compile(),
        401,
        (BEARER_LINE, JSON, length(POINT)),
        POINT,
        content=(Point(1, 2),),
    ),
    "405": Said(respond(405).allow("GET", "HEAD").compile(), 405, (("allow", "GET, HEAD"), length(b""))),
    "405-by-param": Said(
        respond(405).params(Allowed).compile(), 405, (("allow", "GET"), length(b"")), params={"allow": "GET"}
    ),
    "method-not-allowed": Said(
        method_not_allowed(Point, allow=("PUT",)).compile(),
        405,
        (("allow", "PUT"), JSON, length(POINT)),
        POINT,
        content=(Point(1, 2),),
    ),
    "206": Said(
        respond(206).content_range("bytes 0-1/10").bytes(OCTETS[1]).compile(), 206, PART, b"ab", content=(b"ab",)
    ),
    "206-by-param": Said(
        respond(206).bytes(OCTETS[1], b"ab").params(Part).compile(),
        206,
        PART,
        b"ab",
        params={"content_range": ContentRange.decode("bytes 0-1/10")},
    ),
    "unregistered": Said(respond_unregistered(299).text("?").compile(), 299, (TEXT, length(b"?")), b"?"),
}

MOVED: tuple[RedirectStatus, ...] = (301, 302, 307, 308)
for _status in MOVED:
    _redirect = redirect(_status, location="/a").cache_control(no_store=True)
    STATES[str(_status)] = Said(
        _redirect.compile(), _status, (("location", "/a"), ("cache-control", "no-store"), length(b""))
    )

"""Code that type checkers must accept, and the types that they must infer."""

from __future__ import annotations

import dataclasses
from datetime import UTC, date, datetime, timedelta
from typing import Any, Literal, TypedDict, assert_type

import attrs
import msgspec
import pydantic

from antiphon import (
    Challenge,
    CookieSpec,
    ETag,
    Location,
    Params,
    Problem,
    cookie,
    fragment,
    header,
    host_cookie,
    insecure_cookie,
    placeholder,
    redirect,
    respond,
    respond_unregistered,
)
from antiphon.builder import BodilessDraft, Draft, RedirectDraft
from antiphon.openapi import components, describe
from antiphon.responses import (
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)
from antiphon.spec.bodies import TextBody


class User(msgspec.Struct):
    id: int


class Invalid(Problem):
    errors: list[str] = []


class Broke(Problem):
    balance: int


@dataclasses.dataclass
class Item:
    id: int


@attrs.define
class Tag:
    name: str


class Order(pydantic.BaseModel):
    id: int


class Row(TypedDict):
    id: int


class CreatedParams(Params):
    location: Location
    session: str = host_cookie(max_age=timedelta(hours=1))
    etag: ETag | None = header(default=None)
    theme: str | None = cookie(max_age=60, default=None)
    lang: str = cookie(default="en")
    legacy: str = insecure_cookie(same_site="strict")


created = respond(201).json(User).cache_control(no_store=True).params(CreatedParams).compile()
assert_type(
    created(User(1), location=Location("/u/1"), session="s", legacy="l"),
    JSONResponse[Literal[201], User],
)
assert_type(
    created(User(1), location=Location("/u/1"), session="s", legacy="l", etag=ETag("v1")),
    JSONResponse[Literal[201], User],
)

assert_type(respond(200).json(Item).compile()(Item(1)), JSONResponse[Literal[200], Item])
assert_type(respond(200).json(Tag).compile()(Tag("x")), JSONResponse[Literal[200], Tag])
assert_type(respond(200).json(Order).compile()(Order(id=1)), JSONResponse[Literal[200], Order])
assert_type(respond(200).json(Row).compile()({"id": 1}), JSONResponse[Literal[200], Row])
assert_type(respond(200).json(list[User]).compile()([User(1)]), JSONResponse[Literal[200], list[User]])
assert_type(respond(200).json(dict[str, int]).compile()({"a": 1}), JSONResponse[Literal[200], dict[str, int]])
respond(200).json(User | Item).compile()(Item(1))
respond(200).json(User | None).compile()(None)

assert_type(respond(200).html().compile()("<p>"), HTMLResponse[Literal[200]])
assert_type(respond(200).html("<p>").compile()(), HTMLResponse[Literal[200]])
assert_type(respond(200).text().compile()("a"), PlainTextResponse[Literal[200]])
assert_type(respond(200).text("a").compile()(), PlainTextResponse[Literal[200]])
assert_type(respond(200).text(media_type="text/csv; charset=utf-8").compile()("a,b"), PlainTextResponse[Literal[200]])
assert_type(respond(200).bytes("image/png").compile()(b"a"), Response[Literal[200], bytes])
assert_type(respond(200).bytes("image/png").compile()(bytearray(b"a")), Response[Literal[200], bytes])
assert_type(respond(200).bytes("image/png").compile()(memoryview(b"a")), Response[Literal[200], bytes])
assert_type(respond(200).bytes("image/png", bytearray(b"a")).compile()(), Response[Literal[200], None])
assert_type(respond(200).json_value({"ok": True}).compile()(), JSONResponse[Literal[200], None])
assert_type(respond(404).problem(title="No such user").compile()(), JSONResponse[Literal[404], None])
assert_type(
    respond(409).json(Problem, media_type="application/problem+json").compile()(Problem(title="t")),
    JSONResponse[Literal[409], Problem],
)
assert_type(respond(200).compile()(), Response[Literal[200], None])
assert_type(respond(204).compile()(), Response[Literal[204], None])
assert_type(respond(204), BodilessDraft[Literal[204], []])
assert_type(respond(303).location("/x"), RedirectDraft[Literal[303], []])
assert_type(respond(303).location("/x").compile()(), RedirectResponse[Literal[303]])
assert_type(redirect(308, location=Location("/x")).compile().spec.status, int)
assert_type(respond_unregistered(299).compile()(), Response[int, None])


class SeeOther(Params):
    location: Location


assert_type(respond(303).params(SeeOther).compile()(location=Location("/x")), RedirectResponse[Literal[303]])

unauthorized = respond(401).json(Problem).www_authenticate(Challenge("Bearer", realm="shop"))
assert_type(unauthorized.compile()(Problem()), JSONResponse[Literal[401], Problem])
assert_type(
    respond(401).www_authenticate("Bearer").json(Problem).compile()(Problem()), JSONResponse[Literal[401], Problem]
)
assert_type(respond(405).allow("GET", "HEAD").compile()(), Response[Literal[405], None])
assert_type(respond(206).bytes("video/mp4").content_range("bytes 0-1/2").compile()(b""), Response[Literal[206], bytes])

security = fragment().header("X-Frame-Options", "DENY").headers(referrer_policy="no-referrer")
sid = CookieSpec(name="sid", path="/", secure=True)
steps = (
    respond(200)
    .json(User)
    .add(security)
    .cookie("a", "b", same_site="none", max_age=timedelta(days=1), partitioned=True)
    .cookie("c", "d", expires=datetime(2030, 1, 1, tzinfo=UTC), secure=True, domain="shop.example", path="/app")
    .insecure_cookie("e", "f", same_site="strict")
    .host_cookie("g", "h", http_only=False)
    .delete_cookie(sid)
    .etag("v1", weak=True)
    .retry_after(30)
    .vary("Accept", "Origin")
    .headers(cache_control="no-store", retry_after=30)
    .describe("The user")
    .document(summary="A user", fields={"ETag": "Its version."}, extensions={"x-team": ["users"]})
    .added_field("X-Request-Id", str, description="Names the request in our log.", required=True)
    .example("first", User(1))
    .background("on_success")
    .accept_finding("CK081", because="moving the cookie to /app")
)
assert_type(steps, Draft[Literal[200], User, JSONResponse[Literal[200], User], []])


def contract(found: bool) -> JSONResponse[Literal[200], User] | JSONResponse[Literal[404], None]:
    """A union of concrete responses is a contract."""
    if found:
        return respond(200).json(User).compile()(User(1))
    return respond(404).problem(title="t").compile()()


def covariant(response: JSONResponse[Literal[200], User]) -> JSONResponse[int, User | None]:
    """Responses are covariant in status and content."""
    return response


async def fused(send: object) -> None:
    async def sender(message: object) -> None: ...

    await created.send(sender, User(1), location=Location("/u/1"), session="s", legacy="l")


def flag(on: bool) -> str:
    """A bool has no one text form."""
    return "1" if on else "0"


class Encoded(Params):
    on: bool = header(encode=flag)
    off: bool | None = header(default=None, encode=flag)
    dry: bool = header(default=True, encode=flag)
    day: date = cookie(encode=date.isoformat)
    key: bytes = placeholder(encode=bytes.hex)
    tier: Literal["free", "paid"] = insecure_cookie(default="free")
    limit: float | Literal["none"] = header("X-Limit")


class Left(Params):
    """Every keyword may be left out, and each may be given."""

    etag: ETag | None = None
    x_total: int = header("X-Total", default=0)


respond(200).json(str).params(Left).compile()("a", etag=ETag("v1"), x_total=1)
respond(200).text("a").params(Left).cache_control(no_store=True).compile()(etag=ETag("v1"))
respond(200).stream("text/csv", str).params(Left).compile()(["a"], etag=ETag("v1"))
respond(200).file().params(Left).compile()("/srv/a.pdf", etag=ETag("v1"))
respond(204).params(Left).compile()(x_total=1)
redirect(303, location="/x").params(Left).compile()(x_total=1)


encoded = respond(204).params(Encoded).compile()
encoded(on=True, day=date(2030, 1, 2), key=b"", limit=0.5, tier="paid")
respond(204).header_param("on", bool, encode=flag).cookie_param("sid", bytes, encode=bytes.hex)


class Target(Params):
    user_id: int = placeholder()
    since: str = placeholder("from", default="1")


placed = respond(201).json(User).location("/users/{user_id}?from={from}").params(Target).compile()
assert_type(placed(User(1), user_id=1), JSONResponse[Literal[201], User])
placed(User(1), user_id=1, since="2")

# Only the compiler knows the keywords of these: any pass.
untold = (
    respond(201)
    .json(User)
    .header_param("location", Location)
    .header_param("retry_after", timedelta | None)
    .cookie_param("sid", same_site="none", max_age=3600)
    .insecure_cookie_param("theme", Literal["dark", "light"], default="dark")
    .host_cookie_param("csrf", int, wire="c")
)
any_keyword: Draft[Literal[201], User, JSONResponse[Literal[201], User], ...] = untold
assert_type(untold.compile()(User(1), location=Location("/x"), sid="s", csrf=1), JSONResponse[Literal[201], User])
bodiless: BodilessDraft[Literal[204], ...] = respond(204).cookie_param("sid")
redirecting: RedirectDraft[Literal[303], ...] = respond(303).header_param("location", Location)
elsewhere: RedirectDraft[Literal[303], ...] = respond(303).location("/u/{user}").placeholder_param("user")
assert_type(elsewhere.compile()(user="u"), RedirectResponse[Literal[303]])
login: Draft[Literal[401], User, JSONResponse[Literal[401], User], ...] = (
    respond(401).json(User).header_param("www_authenticate", Challenge)
)

# A body of a kind without a step of its own: the type of what each call gives is said beside it.
rows = respond(200).body(TextBody(media_type="text/csv; charset=utf-8"), str).compile()
assert_type(rows("a,b"), Response[Literal[200], str])
fixed_rows = respond(200).body(TextBody(content="a,b", media_type="text/csv")).compile()
assert_type(fixed_rows(), Response[Literal[200], None])
assert_type(respond(422).json(Invalid).compile()(Invalid(errors=["a"])), JSONResponse[Literal[422], Invalid])
respond(402).json(Broke).compile()(Broke(balance=3, title="t"))
respond(402).problem(title="t", extensions={"balance": 30})

# documents
described = describe(created, respond(404).problem(title="Gone"), created.spec, version="3.2")
assert_type(described, dict[str, Any])
assert_type(components([created]), dict[str, Any])

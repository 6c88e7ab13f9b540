"""FastAPI with declared replies: the return annotation is the contract."""

from __future__ import annotations

from datetime import timedelta

import httpx2 as httpx
import msgspec
import pydantic
import pytest

pytest.importorskip("fastapi")

from fastapi import FastAPI, Request

from antiphon import (
    Bodiless,
    BytesReply,
    Conditional,
    Created,
    ETag,
    HTMLReply,
    Location,
    Problem,
    Redirect,
    Reply,
    TextReply,
    answer,
    host_cookie,
)
from antiphon.integrations.fastapi import ReplyRoute


class Address(msgspec.Struct):
    city: str


class User(msgspec.Struct):
    id: int
    address: Address | None = None
    friends: list[User] = []


class Form(pydantic.BaseModel):
    name: str


class UserCreated(Created[User], cache_control="no-store"):
    """The account exists."""

    session: str = host_cookie(max_age=timedelta(hours=1))


class EmailTaken(Reply[Problem], status=409, media_type="application/problem+json"): ...


class Echo(Reply[Form]): ...


class Gone(Bodiless): ...


class Elsewhere(Redirect): ...


class Page(HTMLReply, status=404): ...


class Csv(TextReply, media_type="text/csv", status=203): ...


class Pdf(BytesReply, media_type="application/pdf"): ...


app = FastAPI()
app.router.route_class = ReplyRoute


@app.post("/users")
async def sign_up(form: Form) -> UserCreated | EmailTaken:
    """Create an account."""
    if form.name == "taken":
        return EmailTaken(Problem(title="This name is taken"))
    return UserCreated(User(1), location=Location("/users/1"), session="t")


@app.post("/echo")
def echo(form: Form) -> Echo | Elsewhere | Gone:
    """Echo, or not."""
    if form.name == "away":
        return Elsewhere(location=Location("/elsewhere"))
    return Gone() if form.name == "gone" else Echo(form)


@app.get("/export")
def export(form: str) -> Pdf | Csv | Page:
    """In the form that is asked for."""
    if form == "pdf":
        return Pdf(b"%PDF")
    return Csv("a,b") if form == "csv" else Page("<p>no")


@app.get("/plain")
def plain() -> dict[str, int]:
    """A handler without replies is FastAPI's own business."""
    return {"a": 1}


def _client() -> httpx.AsyncClient:
    return httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="https://shop.example")


@pytest.mark.anyio
async def test_each_reply_of_a_union_is_sent_as_declared() -> None:
    """The status, fields and content are the reply's own, whichever is returned."""
    async with _client() as client:
        created = await client.post("/users", json={"name": "Ada"})
        taken = await client.post("/users", json={"name": "taken"})

    assert (201, "/users/1", "no-store") == (
        created.status_code,
        created.headers["location"],
        created.headers["cache-control"],
    )
    assert {"id": 1, "address": None, "friends": []} == created.json()
    assert (409, "application/problem+json") == (taken.status_code, taken.headers["content-type"])


@pytest.mark.anyio
@pytest.mark.parametrize(("name", "status"), [("x", 200), ("away", 303), ("gone", 204)])
async def test_replies_of_different_kinds_share_a_handler(name: str, status: int) -> None:
    """Content, a redirect and no content can be in one union."""
    async with _client() as client:
        assert status == (await client.post("/echo", json={"name": name})).status_code


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("form", "status", "media_type", "body"),
    [
        ("pdf", 200, "application/pdf", b"%PDF"),
        ("csv", 203, "text/csv; charset=utf-8", b"a,b"),
        ("doc", 404, "text/html; charset=utf-8", b"<p>no"),
    ],
)
async def test_text_html_and_octets_are_replies(form: str, status: int, media_type: str, body: bytes) -> None:
    """Each goes out with its own status and media type, and the document has them all."""
    async with _client() as client:
        sent = await client.get("/export", params={"form": form})

    assert (status, media_type, body) == (sent.status_code, sent.headers["content-type"], sent.content)
    documented = app.openapi()["paths"]["/export"]["get"]["responses"][str(status)]
    assert [media_type.partition(";")[0]] == list(documented["content"])


@pytest.mark.anyio
async def test_other_handlers_are_left_alone() -> None:
    """A return annotation that names no response is a response model, as ever."""
    async with _client() as client:
        assert {"a": 1} == (await client.get("/plain")).json()


def test_openapi_shows_what_is_sent() -> None:
    """Statuses, content types, schemas, fields and cookies of each reply are in the document."""
    responses = app.openapi()["paths"]["/users"]["post"]["responses"]

    assert {"201", "409", "422"} == set(responses)
    assert "The account exists." == responses["201"]["description"]
    assert {"Cache-Control", "Location", "Set-Cookie"} == set(responses["201"]["headers"])
    schemas = app.openapi()["components"]["schemas"]
    assert {"schema": {"$ref": "#/components/schemas/User"}} == responses["201"]["content"]["application/json"]
    assert {"$ref": "#/components/schemas/User"} == schemas["User"]["properties"]["friends"]["items"]
    assert {"type": "string", "title": "City"} == schemas["Address"]["properties"]["city"]
    assert ["application/problem+json"] == list(responses["409"]["content"])
    assert {"200", "204", "303", "422"} == set(app.openapi()["paths"]["/echo"]["post"]["responses"])


class Tagged(Reply[list[int]], cache_control="no-cache"):
    """A list with its version."""

    etag: ETag


@app.get("/tagged")
async def tagged(request: Request) -> Conditional[Tagged]:
    """Answered by its conditions."""
    return answer(request, Tagged([1], etag=ETag("v1")))


@pytest.mark.anyio
@pytest.mark.parametrize(
    ("fields", "status", "body"),
    [
        ({}, 200, b"[1]"),
        ({"If-None-Match": 'W/"v1"'}, 304, b""),
        ({"If-Match": '"v0"'}, 412, b'{"title":"Precondition Failed","status":412}'),
    ],
)
async def test_conditional_requests(fields: dict[str, str], status: int, body: bytes) -> None:
    """The three answers are sent, and each is in the document with the fields that it has."""
    async with _client() as client:
        sent = await client.get("/tagged", headers=fields)

    assert (status, body) == (sent.status_code, sent.content)
    documented = app.openapi()["paths"]["/tagged"]["get"]["responses"]
    assert {"200", "304", "412"} == set(documented)
    assert {"Cache-Control", "ETag"} == set(documented["304"]["headers"])
    assert "content" not in documented["304"]

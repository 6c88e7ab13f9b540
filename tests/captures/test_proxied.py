"""ProxiedResponse: what is forwarded, what is left out, and what cannot be sent."""

from __future__ import annotations

import asyncio
import copy
import gzip
import pickle
from typing import Any

import httpx2 as httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.applications import Starlette
from starlette.middleware.gzip import GZipMiddleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.responses import Response as StarletteResponse
from starlette.routing import Route

from antiphon import ParamError, ProxiedResponse, end_to_end_fields
from antiphon.http.hop_by_hop import HOP_BY_HOP
from antiphon.responses import Response, StreamingResponse

CODED = gzip.compress(b"hello " * 50, mtime=0)


def lines(response: Any) -> dict[str, str]:
    """The lines, by name; each name is there once."""
    found = {name.decode(): value.decode("latin-1") for name, value in response.raw_headers}
    assert len(found) == len(response.raw_headers)
    return found


def test_status_fields_and_content_are_those_of_upstream() -> None:
    """In order, each line a line, names in lower case."""
    response = ProxiedResponse(
        b"a", 404, [("X-A", "1"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2"), ("Content-Type", "text/plain")]
    )

    assert (404, b"a", True) == (response.status_code, response.body, isinstance(response, Response))
    assert [
        (b"x-a", b"1"),
        (b"set-cookie", b"a=1"),
        (b"set-cookie", b"b=2"),
        (b"content-type", b"text/plain"),
        (b"content-length", b"1"),
    ] == response.raw_headers


@pytest.mark.parametrize("name", sorted(name.decode() for name in HOP_BY_HOP))
def test_fields_about_the_connection_are_left_out(name: str) -> None:
    """RFC 9110 section 7.6.1, in any case of the name."""
    assert {"content-length": "0", "x-a": "1"} == lines(ProxiedResponse(b"", 200, {name.title(): "x", "X-A": "1"}))


def test_what_connection_names_is_left_out() -> None:
    """Over all its lines, in any case, and whatever order they come in."""
    given_ = [
        ("X-Hop", "1"),
        ("Connection", "x-HOP, close"),
        ("connection", "X-Other"),
        ("x-other", "2"),
        ("X-Kept", "3"),
    ]

    assert {"x-kept": "3", "content-length": "0"} == lines(ProxiedResponse(b"", 200, given_))
    assert [("x-kept", "3")] == end_to_end_fields(given_)
    assert [] == end_to_end_fields(given_, without=["X-KEPT"])


def test_a_service_may_leave_out_more() -> None:
    """By name, in any case; one name needs no list."""
    given_ = {"Server": "x", "Date": "y", "Via": "z"}

    assert {"via": "z", "content-length": "0"} == lines(ProxiedResponse(headers=given_, without=("server", "DATE")))
    assert {"server", "date", "content-length"} == set(lines(ProxiedResponse(headers=given_, without="via")))


@pytest.mark.parametrize("length", [None, "17", "0", "1, 1", "x"])
def test_the_length_is_that_of_the_content(length: str | None) -> None:
    """Whatever upstream said."""
    given_ = {} if length is None else {"Content-Length": length}

    assert {"content-length": "5"} == lines(ProxiedResponse(b"hello", 200, given_))
    assert {} == lines(ProxiedResponse(b"", 204, given_))


@pytest.mark.parametrize(("status", "method"), [(200, "HEAD"), (404, "HEAD"), (304, "GET"), (304, "HEAD")])
def test_the_length_of_content_that_is_not_sent_is_upstreams(status: int, method: str) -> None:
    """An answer to HEAD and a 304 tell the length of the answer to GET (RFC 9110 section 8.6)."""
    given_ = {"Content-Length": "17", "Content-Encoding": "gzip"}
    told = lines(ProxiedResponse(b"", status, given_, method=method, decoded=False))

    assert {"content-length": "17"} == lines(ProxiedResponse(b"", status, {"Content-Length": "17"}, method=method))
    assert {"content-length": "17", "content-encoding": "gzip"} == told
    assert {} == lines(ProxiedResponse(b"", status, [("Content-Length", "1"), ("Content-Length", "2")], method=method))
    assert {} == lines(ProxiedResponse(b"", status, {"Content-Length": "-1"}, method=method))


FIELDS = {"Content-Encoding": "gzip", "ETag": '"v1"', "Content-Digest": "sha-256=:x:", "Vary": "Accept-Encoding"}


@pytest.mark.parametrize(
    ("content", "length", "decoded", "is_decoded"),
    [
        (b"hello", None, None, True),
        (b"hello", str(len(CODED)), None, True),
        (CODED, str(len(CODED)), None, False),
        (CODED, None, None, False),
        (b"hello", "5", True, True),
        (CODED, None, False, False),
        (b"hello", "17", False, False),
    ],
)
def test_a_coding_that_was_taken_off_is_not_named(
    content: bytes, length: str | None, decoded: bool | None, is_decoded: bool
) -> None:
    """Nor are digests of the coded content; its strong ETag is weak then. It is found out, or said."""
    given_ = FIELDS if length is None else {**FIELDS, "Content-Length": length}
    told = lines(ProxiedResponse(content, 200, given_, decoded=decoded))

    assert ("content-encoding" not in told, "content-digest" not in told) == (is_decoded, is_decoded)
    assert ('W/"v1"' if is_decoded else '"v1"') == told["etag"]
    assert ("Accept-Encoding", str(len(content))) == (told["vary"], told["content-length"])


def test_an_answer_to_head_has_the_fields_of_the_answer_to_get() -> None:
    """Of which clients take the coding off, so its length is not known."""
    given_ = {**FIELDS, "Content-Length": "17"}

    assert {"vary": "Accept-Encoding", "etag": 'W/"v1"'} == lines(ProxiedResponse(b"", 200, given_, method="HEAD"))
    assert {"etag", "vary", "content-length", "content-encoding", "content-digest"} == set(
        lines(ProxiedResponse(b"", 200, given_, method="HEAD", decoded=False))
    )


def test_without_a_coding_nothing_is_decoded() -> None:
    """Whatever is said of it."""
    assert '"v1"' == lines(ProxiedResponse(b"a", 200, {"ETag": '"v1"'}, decoded=True))["etag"]


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        ((b"", 200, {"X-A": "a\r\nSet-Cookie: b=1"}), "control character"),
        ((b"", 200, [(b"x-a", b"a\nb")]), "control character"),
        ((b"", 200, {"X-A": "a\0"}), "control character"),
        ((b"", 200, {"X A": "a"}), "not a field name"),
        ((b"", 200, {"X-A\r\nX-B": "a"}), "not a field name"),
        ((b"", 200, {"X-A": "\u20ac"}), "above U\\+00FF"),
        ((b"", 200, {"X-A": 3}), "is int where str"),
        ((b"", 200, "X-A: 1"), "pairs are needed"),
        ((b"", 103), "another response follows"),
        ((b"", 600), "no client knows"),
        ((b"a", 204), "has no content"),
        ((b"a", 304), "has no content"),
        (("text", 200), "is str where bytes are declared"),
    ],
)
def test_what_cannot_be_sent_is_refused(arguments: Any, what: str) -> None:
    """With a ParamError, for which a gateway answers 502."""
    with pytest.raises(ParamError, match=what):
        ProxiedResponse(*arguments)


@given(
    st.lists(st.tuples(st.text(max_size=8) | st.sampled_from(["X-A", "Connection"]), st.text(max_size=12)), max_size=4),
    st.integers(200, 599),
)
def test_no_line_becomes_two(given_: list[tuple[str, str]], status: int) -> None:
    """Whatever upstream sends, a line is one line, or is refused."""
    try:
        response = ProxiedResponse(b"", status, given_)
    except ParamError:
        return
    for name, value in response.raw_headers:
        assert not {b"\r", b"\n", b"\0"} & {bytes([octet]) for octet in name + value}
        assert name not in HOP_BY_HOP


def test_the_rest_is_judged_as_a_capture_is() -> None:
    """Nothing is altered; what is wrong is told, and never with a cookie's value."""
    response = ProxiedResponse(
        b"{}",
        200,
        [
            ("Content-Type", "application/json"),
            ("Set-Cookie", "sid=secret; SameSite=None"),
            ("Set-Cookie", "a=1; Domain=internal.example"),
            ("Access-Control-Allow-Origin", "a, b"),
        ],
    )
    found = response.check(url="https://shop.example/")

    assert {"CK052", "CK033", "CR001"} & {finding.code for finding in found} >= {"CK052", "CK033"}
    assert not any("secret" in finding.message for finding in found)
    assert () == ProxiedResponse(b"{}", 200, {"Content-Type": "application/json"}).check()


def test_it_is_copied_and_pickled() -> None:
    """As every response is."""
    response = ProxiedResponse(b"a", 201, {"X-A": "1"})
    for again in (copy.deepcopy(response), pickle.loads(pickle.dumps(response))):
        assert (type(again), again.body, again.raw_headers) == (ProxiedResponse, b"a", response.raw_headers)


async def upstream_page(request: Request) -> StarletteResponse:
    """A page of a service behind the gateway."""
    response = PlainTextResponse("hello " * 500, headers={"Connection": "X-Hop", "X-Hop": "1"})
    response.set_cookie("a", "1")
    response.set_cookie("b", "2")
    return response


upstream = Starlette(routes=[Route("/", upstream_page)])
upstream.add_middleware(GZipMiddleware)


async def gateway(request: Request) -> StarletteResponse:
    """Forward, whole or as it comes."""
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app=upstream), base_url="http://up.example") as client:
        if "stream" in request.query_params:
            sent = await client.send(client.build_request("GET", "/"), stream=True)
            fields = end_to_end_fields(sent.headers)
            return StreamingResponse([b"".join([piece async for piece in sent.aiter_raw()])], sent.status_code, fields)
        sent = await client.request(request.method, "/")
        return ProxiedResponse(sent.content, sent.status_code, sent.headers, method=request.method)


@pytest.mark.parametrize("query", ["", "?stream"])
def test_a_gateway_with_httpx(query: str) -> None:
    """A compressed page goes through decoded, or as it comes; both cookies arrive."""

    async def visit() -> httpx.Response:
        app = Starlette(routes=[Route("/", gateway)])
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app=app), base_url="http://gw.example") as client:
            return await client.get(f"/{query}")

    answer = asyncio.run(visit())

    assert (200, "hello " * 500) == (answer.status_code, answer.text)
    assert (["gzip"] if query else []) == answer.headers.get_list("content-encoding")
    assert 2 == len(answer.headers.get_list("set-cookie"))
    assert not {"connection", "x-hop"} & set(answer.headers)

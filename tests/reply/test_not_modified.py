"""`not_modified` and `early_answer`: the 304 that follows from a declaration."""

from __future__ import annotations

import inspect
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import (
    ETag,
    NotModified,
    Params,
    PreconditionFailed,
    Reply,
    SpecError,
    check,
    cookie,
    early_answer,
    header,
    host_cookie,
    not_modified,
    placeholder,
    respond,
)
from antiphon.http.preconditions import REPEATED
from antiphon.spec.not_modified import not_modified_spec
from tests.support.exchange import sent_by


class Shown(Reply[list[int]], cache_control="no-cache", content_language="en"):
    etag: ETag
    server_timing: str | None = header(default=None)


class ShownParams(Params):
    version: str = placeholder()
    session: str = host_cookie()
    language: str = header("Content-Language", default="en")


shown = respond(200).json(list[int]).header_template("ETag", '"{version}"').vary("Accept").params(ShownParams).compile()
unchanged = not_modified(shown)

HELD: dict[str, Any] = {"type": "http", "method": "GET", "headers": [(b"if-none-match", b'"7"')]}
OTHER: dict[str, Any] = {"type": "http", "method": "GET", "headers": [(b"if-none-match", b'"8"')]}


def test_the_304_of_a_compiled_response() -> None:
    """It has the name of its variable, the fields that are repeated, and their params."""
    assert "unchanged" == unchanged.__name__  # type: ignore[attr-defined]  # a function at run time
    assert ["version", "session", "background"] == list(inspect.signature(unchanged).parameters)
    made = unchanged(version="7", session="x")
    assert (304, b"") == (made.status_code, made.body)
    assert [b"etag", b"vary", b"set-cookie"] == [name for name, _ in made.raw_headers]
    assert "304" in str(unchanged.spec.status)
    assert () == check(unchanged.spec)


def test_a_field_that_it_does_not_repeat_is_no_param() -> None:
    """A keyword that would change nothing is an error."""
    with pytest.raises(TypeError, match="language"):
        unchanged(version="7", session="x", language="de")


@pytest.mark.parametrize("of", [Shown, shown])
def test_an_early_answer(of: Any) -> None:
    """Before the content is loaded: 304 for a client that has it, 412 for one that wants another, else nothing."""
    params: dict[str, Any] = {"etag": ETag("7")} if of is Shown else {"version": "7", "session": "x"}
    made = early_answer(HELD, of, **params)
    assert isinstance(made, NotModified)
    assert 304 == sent_by(made)[0]["status"]
    assert early_answer(OTHER, of, **params) is None
    assert early_answer(HELD | {"method": "PUT"}, of, **params) is None
    refused = {"type": "http", "method": "GET", "headers": [(b"if-match", b'"8"')]}
    assert isinstance(early_answer(refused, of, **params), PreconditionFailed)


def test_an_early_answer_is_the_late_one() -> None:
    """The same class with the same lines."""
    early = early_answer(HELD, Shown, etag=ETag("7"))
    assert early is not None
    assert NotModified[Shown] is type(early)
    assert early.raw_headers == NotModified(Shown([], etag=ETag("7"))).raw_headers


def test_findings_that_are_accepted() -> None:
    """A 304 accepts what its 200 accepts, where it has it; nothing is accepted in vain."""
    of = (
        respond(200)
        .text("a", media_type="text/html")
        .etag("v1")
        .insecure_cookie("sid", "x", path="/app")
        .accept_finding("CK081", because="moving the cookie")
        .accept_finding("CT005", because="there is no such finding in a 304")
        .compile()
    )
    derived = not_modified(of).spec
    assert {allowance.code for allowance in derived.allowances} <= {"CK081"}
    assert not [found for found in check(derived) if found.code == "AN005"]


@pytest.mark.parametrize(
    ("of", "what"),
    [
        (respond(200).text("a").compile(), "neither ETag nor Last-Modified"),
        (respond(404).text("a").etag("v1").compile(), "a 404 has no content that a client could hold"),
        (print, "neither a compiled response nor a reply"),
    ],
)
def test_refused(of: Any, what: str) -> None:
    """At the line that asks for it."""
    with pytest.raises(SpecError, match=what) as raised:
        not_modified(of)
    position = raised.value.diagnostics[0].position
    assert position is not None
    assert __file__ == position.file


class Everything(Params):
    etag: ETag
    cache_control: str
    vary: str
    expires: str
    content_language: str
    x_request_id: str
    sid: str = cookie()


@given(st.lists(st.sampled_from([*sorted(REPEATED), "content-language", "x-a"]), unique=True))
def test_the_spec_of_a_304(names: list[str]) -> None:
    """Fields in their order; a param for each that varies, and for no other."""
    spec = respond(200).json(list[int]).params(Everything).spec()
    kept = {param.slot.lower() for param in not_modified_spec(spec).params if param.fills == "header"}
    assert kept == {"etag", "cache-control", "vary", "expires"}
    fixed = spec.model_copy(update={"headers": tuple(h for h in spec.headers if h.name.lower() in names), "params": ()})
    assert [h.name.lower() for h in not_modified_spec(fixed).headers] == [
        h.name.lower() for h in fixed.headers if h.name.lower() in REPEATED
    ]

"""Fields that frame the content: each of them, fixed and as a param, beside each kind of content."""

from __future__ import annotations

import itertools

import pytest

from antiphon.rules.check import check
from antiphon.spec import HeaderSpec, ParamSpec, ResponseSpec
from antiphon.spec.bodies import (
    BodySpec,
    BytesBody,
    EmptyBody,
    HTMLBody,
    JSONBody,
    JSONLinesBody,
    RedirectBody,
    StreamBody,
    TextBody,
)
from antiphon.spec.type_name import TypeName

#: Content that is known, content that each call gives, and none.
KNOWN: tuple[BodySpec, ...] = (TextBody(content="hello"), JSONBody(content='"hey"'), BytesBody(content=b"hello"))
VARYING: tuple[BodySpec, ...] = (TextBody(), HTMLBody(), JSONBody(), BytesBody())
NONE: tuple[BodySpec, ...] = (EmptyBody(), RedirectBody())
EVERY = (*KNOWN, *VARYING, *NONE)


def with_field(
    name: str,
    value: str | None,
    body: BodySpec,
    *,
    status: int = 200,
    method: str | None = None,
    optional: bool = False,
) -> ResponseSpec:
    """A response with one framing field, which a param gives where its value is None."""
    params = () if value is not None else (ParamSpec(name="p", fills="header", slot=name, optional=optional),)
    headers = (
        HeaderSpec(name=name, value=value),
        *((HeaderSpec(name="Location", value="/a"),) if status == 303 else ()),
    )
    return ResponseSpec(status=status, headers=headers, body=body, params=params, method=method)


def errors(spec: ResponseSpec) -> set[str]:
    """The codes of the errors."""
    return {diagnostic.code for diagnostic in check(spec) if diagnostic.level == "error"}


def kinds(bodies: tuple[BodySpec, ...]) -> tuple[tuple[BodySpec, bool], ...]:
    """Each body with an obliging and an optional param."""
    return tuple(itertools.product(bodies, (False, True)))


@pytest.mark.parametrize(("body", "optional"), kinds(EVERY))
def test_no_param_gives_a_length(body: BodySpec, optional: bool) -> None:
    """Content-Length by param is an error beside every content, and beside none."""
    assert {"AN014"} == errors(with_field("Content-Length", None, body, optional=optional))
    assert {"AN014"} == errors(with_field("content-length", None, body, status=303 if body in NONE else 404))


@pytest.mark.parametrize("body", EVERY)
def test_a_fixed_length_is_right_or_refused(body: BodySpec) -> None:
    """A fixed Content-Length is an error beside content that varies, and where it is not that of known content."""
    assert errors(with_field("Content-Length", "99", body))
    assert (body in VARYING) == bool(errors(with_field("Content-Length", "0" if body in NONE else "5", body)))


@pytest.mark.parametrize("value", ["5", None])
@pytest.mark.parametrize(("status", "method"), [(200, "HEAD"), (304, None)])
def test_the_length_of_what_is_not_sent_may_be_given(value: str | None, status: int, method: str | None) -> None:
    """An answer to HEAD and a 304 may say how long the content of the 200 is (RFC 9110 section 8.6)."""
    assert set() == errors(with_field("Content-Length", value, EmptyBody(), status=status, method=method))


@pytest.mark.parametrize("value", ["chunked", None])
@pytest.mark.parametrize("status", [200, 204, 205, 303, 304, 404])
@pytest.mark.parametrize("body", EVERY)
def test_nothing_is_ever_said_of_the_transfer(value: str | None, status: int, body: BodySpec) -> None:
    """Transfer-Encoding is an error in every response, by whatever means."""
    assert "HD008" in errors(with_field("Transfer-Encoding", value, body, status=status))


@pytest.mark.parametrize("value", ["gzip", "br", "x-unknown", None])
@pytest.mark.parametrize("body", [body for body in (*KNOWN, *VARYING) if not isinstance(body, BytesBody)])
def test_no_coding_is_named_for_text_that_antiphon_writes(value: str | None, body: BodySpec) -> None:
    """Content-Encoding is an error beside every text, since none is ever compressed here."""
    assert {"ST026"} == errors(with_field("Content-Encoding", value, body))


def test_octets_may_be_in_a_coding() -> None:
    """Octets come as they are, so that their coding can be named; where they are known, they begin as it says."""
    assert set() == errors(with_field("Content-Encoding", "gzip", BytesBody()))
    assert set() == errors(with_field("Content-Encoding", None, BytesBody()))
    assert set() == errors(with_field("Content-Encoding", "gzip", BytesBody(content=b"\x1f\x8b\x08")))
    assert {"ST026"} == errors(with_field("Content-Encoding", "gzip", BytesBody(content=b"hello")))


@pytest.mark.parametrize("value", ["Server-Timing", None])
@pytest.mark.parametrize("body", EVERY)
def test_no_trailer_is_promised(value: str | None, body: BodySpec) -> None:
    """Trailer is a warning in every declaration, since no trailer is ever sent."""
    found = check(with_field("Trailer", value, body))
    assert [("HD018", "warning")] == [(d.code, d.level) for d in found if d.path == "headers[0]"]


def test_a_stream_may_say_its_length() -> None:
    """By a param or fixed, since what is sent is counted against it."""
    assert not errors(with_field("Content-Length", None, StreamBody()))
    assert not errors(with_field("Content-Length", "5", StreamBody()))
    assert {"AN014"} == errors(with_field("Content-Length", "5", JSONLinesBody(model=TypeName("int"))))

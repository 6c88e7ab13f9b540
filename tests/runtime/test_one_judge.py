"""One judge: text that a param accepts at a call, `check` accepts as a declaration."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon import HeaderSpec, ParamError, Params, ResponseSpec, SpecError, check, header, respond
from antiphon.headers.registry import FIELDS, field_class
from antiphon.headers.untyped import UNTYPED
from tests.field_values import BUILT, nearly
from tests.support.asked import examples

#: Of each of a hundred fields and more; a hunt asks a hundred.
few = settings(max_examples=examples(40))

#: Texts that look like a value of some field, and are not one of most.
ODD = (
    *("", "x", "#x", "//evil.example", "0", "-1", "1.5", "a b", '"', "'self'", "*", "true", "True", "none", "\xe9"),
    *("script-src self", "default-src 'none'; bogus-src x", "not a uri", "javascript:alert(1)", "https:///x"),
    *("0; url=javascript:alert(1)", "0; url=//evil.example", "5; uri=/x", "0; url=myapp:x", "0; url=https://a@b/"),
    *("no-store, max-age=x", "nostore", "no-store=1", "gzip", "identity", "chunked", "Sun, 06 Nov 1994 08:49:37 GMT"),
    *("Mon, 06 Nov 1994 08:49:37 GMT", "2026-01-01", "?1", "a=1", "a;b", "W/x", "bytes 1-0/5", "[", "{}"),
    *("attachment; filename=.gitignore", "attachment; x*=y", "text/html; charset=bogus", "html", "</a>; rel=preload"),
    *("<javascript:x>; rel=next", "camera=()", "Basic", 'Bearer realm="x", realm="y"', "ALLOW-FROM x", "unsafe-url"),
    *("https://a.example/path", "get", "sha-256=abc", "h2=:443", "cookies", "u=9", "max-age=0; includeSubDomains"),
    *("en_US", 'main="ws://a.example/"', 'main="https:.example/"', "db;desc=a b", "a.b", "x, y z"),
)


@functools.cache
def responder(name: str) -> Any:
    """A response with one field that a param of type str fills; None where the declaration is refused."""
    params = type("One", (Params,), {"__annotations__": {"x": str}, "x": header(name), "__module__": __name__})
    try:
        return respond(200).bytes("application/octet-stream").params(params).compile()
    except SpecError:
        return None


def errors(name: str, text: str) -> list[str]:
    """The error-level findings on text that a call accepts; nothing where the call or the declaration refuses it."""
    compiled = responder(name)
    if compiled is None:
        return []
    try:
        response = compiled(b"x", x=text)
    except ParamError:
        return []
    lines = [value.decode("latin-1") for key, value in response.raw_headers if key == name.lower().encode()]
    headers = tuple(HeaderSpec(name=name, value=value) for value in lines)
    found = check(ResponseSpec(status=200, headers=headers, body=compiled.spec.body))
    return [finding.message for finding in found if finding.level == "error"]


@pytest.mark.parametrize("name", [*FIELDS, *UNTYPED, "Content-Type", "Trailer", "X-Frame-Options", "Pragma"])
def test_odd_text_that_a_call_accepts_is_no_error(name: str) -> None:
    """For every field that a rule knows, whether or not it has a class."""
    assert [] == [(text, found) for text in ODD if (found := errors(name, text))]


@pytest.mark.parametrize("name", FIELDS)
@few
@given(data=st.data())
def test_text_like_the_field_that_a_call_accepts_is_no_error(name: str, data: st.DataObject) -> None:
    """Texts that are nearly a value of the field."""
    field = field_class(name)
    assert field is not None
    text = data.draw(nearly(field))

    assert [] == errors(name, text)


@pytest.mark.parametrize("field", BUILT, ids=lambda field: field.field_name)
@few
@given(data=st.data())
def test_a_built_field_is_no_error(field: Any, data: st.DataObject) -> None:
    """Whatever the class builds, the rules accept."""
    build: Callable[[], Any] = functools.partial(data.draw, BUILT[field])
    text = build().encode().decode("latin-1")
    found = check(HeaderSpec(name=field.field_name, value=text))

    assert [] == [finding.message for finding in found if finding.level == "error"]

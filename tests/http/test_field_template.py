"""Templates of fields: what fills a placeholder stays in its place."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import ParamError, Params, Reply, SpecError, placeholder, redirect, respond
from antiphon.http.field_template import field_template, sample
from antiphon.http.uri_template import TemplateError


class OneParam(Params):
    n: str = placeholder()


NONCE = (
    respond(200).html("<p>").content_security_policy(script_src=("'self'", "'nonce-{n}'")).params(OneParam).compile()
)
TAG = respond(200).text("x").header_template("ETag", '"{n}"').params(OneParam).compile()


def test_a_nonce_of_each_call() -> None:
    """The policy has the nonce of its response; so has one that is given by the field's wire name, or to a class."""
    assert NONCE(n="kPz7Rw==").headers["content-security-policy"] == "script-src 'self' 'nonce-kPz7Rw=='"

    named = respond(200).html("x").header("Content-Security-Policy", "script-src 'nonce-{n}'").params(OneParam)
    assert named.compile()(n="abc").headers["content-security-policy"] == "script-src 'nonce-abc'"

    class Page(Reply[dict[str, int]], content_security_policy="script-src 'nonce-{n}'"):
        n: str = placeholder()

    assert Page({}, n="abc").headers["content-security-policy"] == "script-src 'nonce-abc'"


@pytest.mark.parametrize("bad", ["", "a b", "a'", "a;b", "a,b", "é", "a\r\nb", "a' 'unsafe-inline"])
def test_text_that_would_end_a_nonce_is_refused(bad: str) -> None:
    """Nothing but base64 fills it."""
    with pytest.raises(ParamError, match="not base64"):
        NONCE(n=bad)


@given(st.text(max_size=12))
def test_text_in_quotes_stays_there(text: str) -> None:
    """The tag holds one pair of quotes and the text between them, or the call is refused."""
    try:
        value = TAG(n=text).headers["etag"]
    except ParamError:
        return

    assert re.fullmatch(r'"[^"\s]+"', value)
    assert value == f'"{text}"'


@pytest.mark.parametrize(
    ("name", "template", "why"),
    [
        ("Content-Security-Policy", "script-src {n}", "not the whole of a nonce"),
        ("Content-Security-Policy", "script-src 'nonce-a{n}'", "not the whole of a nonce"),
        ("ETag", "{n}", "not between double quotes"),
        ("Server-Timing", 'db;desc="a";dur={n}', "not between double quotes"),
        ("Cache-Control", "max-age={n}", "could change the rest"),
        ("Content-Disposition", 'attachment; filename="{n}"', "could change the rest"),
        ("ETag", '"{n}{n}"', "more than once"),
    ],
)
def test_a_placeholder_that_nothing_confines_is_refused(name: str, template: str, why: str) -> None:
    """When the template is read, and so when the response is compiled (AN013)."""
    with pytest.raises(TemplateError, match=why):
        field_template(name, template)
    with pytest.raises(SpecError, match="AN013"):
        respond(200).text("x").header_template(name, template).params(OneParam).compile()


@pytest.mark.parametrize(("target", "code"), [("//ok.example/{n}", "RD002"), ("https://u@h.example/{n}", "RD004")])
def test_a_template_is_judged_as_a_target(target: str, code: str) -> None:
    """As the same target without a placeholder is."""
    with pytest.raises(SpecError) as caught:
        redirect(303, location=target).params(OneParam).compile()

    assert code in {found.code for found in caught.value.diagnostics}


def test_samples() -> None:
    """A letter takes the place of each placeholder."""
    assert sample("Location", "/a/{b}?c={d}") == "/a/x?c=x"
    assert sample("Location", "//{host}/") is None


def test_braces_of_other_fields_are_text() -> None:
    """A tag of braces is a tag, unless the template is said to be one."""
    made: Any = respond(200).text("x").header("ETag", '"{550e8400}"').compile()

    assert made().headers["etag"] == '"{550e8400}"'

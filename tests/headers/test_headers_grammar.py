"""The grammars of fields against the `abnf` package, which has them from the RFCs themselves."""

from __future__ import annotations

import re
from types import ModuleType

import abnf
import pytest
from abnf.grammars import cors, rfc5646, rfc6266, rfc6797, rfc7838, rfc8288, rfc9110, rfc9111, rfc9651
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from antiphon.headers.field import FieldError
from antiphon.headers.registry import field_class
from antiphon.http.grammar import LANGUAGE_TAG
from tests.field_values import BUILT, nearly

#: Where the grammar of a field is.
RULES: dict[str, tuple[ModuleType, str]] = {
    "Accept-CH": (rfc9651, "sf-list"),
    "Accept-Ranges": (rfc9110, "Accept-Ranges"),
    "Access-Control-Allow-Credentials": (cors, "Access-Control-Allow-Credentials"),
    "Access-Control-Allow-Headers": (cors, "Access-Control-Allow-Headers"),
    "Access-Control-Allow-Methods": (cors, "Access-Control-Allow-Methods"),
    "Access-Control-Expose-Headers": (cors, "Access-Control-Expose-Headers"),
    "Access-Control-Max-Age": (cors, "Access-Control-Max-Age"),
    "Age": (rfc9111, "Age"),
    "Allow": (rfc9110, "Allow"),
    "Alt-Svc": (rfc7838, "Alt-Svc"),
    "Cache-Control": (rfc9111, "Cache-Control"),
    "CDN-Cache-Control": (rfc9651, "sf-dictionary"),
    "Content-Digest": (rfc9651, "sf-dictionary"),
    "Content-Disposition": (rfc6266, "content-disposition"),
    "Content-Encoding": (rfc9110, "Content-Encoding"),
    "Content-Language": (rfc9110, "Content-Language"),
    "Content-Location": (rfc9110, "Content-Location"),
    "Content-Range": (rfc9110, "Content-Range"),
    "Content-Type": (rfc9110, "Content-Type"),
    "Cross-Origin-Embedder-Policy": (rfc9651, "sf-item"),
    "Cross-Origin-Opener-Policy": (rfc9651, "sf-item"),
    "Deprecation": (rfc9651, "sf-item"),
    "ETag": (rfc9110, "ETag"),
    "Expires": (rfc9111, "Expires"),
    "Last-Modified": (rfc9110, "Last-Modified"),
    "Link": (rfc8288, "Link"),
    "Location": (rfc9110, "Location"),
    "Origin-Agent-Cluster": (rfc9651, "sf-item"),
    "Permissions-Policy": (rfc9651, "sf-dictionary"),
    "Priority": (rfc9651, "sf-dictionary"),
    "RateLimit": (rfc9651, "sf-list"),
    "RateLimit-Policy": (rfc9651, "sf-list"),
    "Reporting-Endpoints": (rfc9651, "sf-dictionary"),
    "Retry-After": (rfc9110, "Retry-After"),
    "Strict-Transport-Security": (rfc6797, "Strict-Transport-Security"),
    "Vary": (rfc9110, "Vary"),
    "WWW-Authenticate": (rfc9110, "WWW-Authenticate"),
}

#: The fields whose every legal value is taken, but for values that the words after the grammar forbid.
WHOLE = {
    "Accept-Ranges": re.compile("(?!)"),
    "Access-Control-Allow-Credentials": re.compile("(?!)"),
    "Access-Control-Max-Age": re.compile("(?!)"),
    "Allow": re.compile("(?!)"),
    # A host, and no user information in front of it: RFC 9110 sections 4.2.1 and 4.2.4.
    "Content-Location": re.compile(r"https?:.*", re.IGNORECASE),
    # Targets that clients do not follow (tests/http/test_targets.py).
    "Location": re.compile(r"|#.*|//.*|[A-Za-z][^/?#]*:.*"),
    # An empty list says nothing.
    "Access-Control-Allow-Headers": re.compile(""),
    "Access-Control-Allow-Methods": re.compile(""),
    "Access-Control-Expose-Headers": re.compile(""),
    "Content-Encoding": re.compile(""),
    # "*" among names: a list that no request matches, RFC 9110 section 12.5.5.
    "Vary": re.compile(r"|.*\*.*"),
    # first <= last < length, RFC 9110 section 14.4.
    "Content-Range": re.compile(r"[^ ]+ [0-9]+-.*"),
}

_QUOTED = re.compile(r'("(?:[^"\\]|\\.)*")')


def grammatical(name: str, text: str) -> bool:
    """Whether the RFC's grammar of the field admits the text."""
    grammars, rule = RULES[name]
    if grammars in (rfc6266, rfc6797):
        # These rules begin with the field name, and imply the whitespace between words that RFC 2616 allowed.
        parts = _QUOTED.split(text)
        text = f"{name}:" + "".join(re.sub(r"[ \t]*;[ \t]*", ";", part) if part[:1] != '"' else part for part in parts)
    try:
        grammars.Rule(rule).parse_all(text)
    except abnf.ParseError:
        return False
    return True


every_rule = pytest.mark.parametrize("name", RULES)


@every_rule
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_what_is_sent_is_grammatical(name: str, data: st.DataObject) -> None:
    """Whatever a constructor accepts is encoded to what the RFC's grammar admits."""
    field = field_class(name)
    assert field is not None
    wire = data.draw(BUILT[field]).encode().decode("ascii")
    assume(len(wire) < 200)  # the oracle is slow on long texts

    assert grammatical(name, wire)


@every_rule
@settings(max_examples=50, deadline=None)
@given(data=st.data())
def test_what_is_read_is_grammatical(name: str, data: st.DataObject) -> None:
    """Text that a field takes is text that the RFC's grammar admits; whitespace around structured values aside."""
    field = field_class(name)
    assert field is not None
    text = data.draw(nearly(field))
    assume(len(text) < 200)  # the oracle is slow on long texts
    try:
        field.decode(text)
    except FieldError:
        if name in WHOLE and text.isascii():
            assert not grammatical(name, text) or WHOLE[name].fullmatch(text)
    else:
        assert grammatical(name, text.strip(" \t") if RULES[name][0] is rfc9651 else text)


@settings(deadline=None)
@given(text=st.from_regex(r"[A-Za-z0-9]{1,9}(-[A-Za-z0-9]{1,9}){0,5}", fullmatch=True))
def test_language_tags_are_those_of_the_rfc(text: str) -> None:
    """A language tag is taken exactly where RFC 5646 has it."""
    try:
        rfc5646.Rule("Language-Tag").parse_all(text)
        legal = True
    except abnf.ParseError:
        legal = False

    assert legal == bool(LANGUAGE_TAG.fullmatch(text))

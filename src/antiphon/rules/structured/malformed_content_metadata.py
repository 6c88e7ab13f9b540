"""SF018."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import LANGUAGE_TAG
from antiphon.http.parsing.pieces import members, shown
from antiphon.http.parsing.target import is_reference
from antiphon.rules.examples import HeaderSpec, HTMLBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="SF018",
    level="error",
    citation="RFC 9110 sections 8.5 and 8.7; RFC 5646 section 2.1; RFC 3986 section 4.1",
    help="write `Content-Language: en-GB, fr`, and `Content-Location: /report.en.html` without a fragment",
    bad=HeaderSpec(name="Content-Language", value="en_GB"),
    good=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="Content-Language", value="en-GB, zh-Hant"),
            HeaderSpec(name="Content-Location", value="/report.en.html"),
        ),
        body=HTMLBody(),
    ),
)
def malformed_content_metadata(response: ResponseParts) -> Iterator[Finding]:
    """Content-Language is a list of language tags, and Content-Location a URI reference without a fragment.

    Screen readers and translators ignore a language that is not a tag, such as `en_GB`; a cache cannot tell which
    resource a malformed Content-Location is of.
    """
    for path, value in response.values("Content-Language"):
        for tag in members(value):
            if not LANGUAGE_TAG.fullmatch(tag):
                yield Finding(path, f"Content-Language holds {shown(tag)}, which is not a language tag")
    for path, location in response.values("Content-Location"):
        # RFC 9110 section 8.7: Content-Location = absolute-URI / partial-URI, neither of which has a fragment.
        if not is_reference(location) or "#" in location:
            yield Finding(path, f"Content-Location is {shown(location)}, which is not a URI reference without fragment")

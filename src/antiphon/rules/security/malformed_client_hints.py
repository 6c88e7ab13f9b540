"""SC016."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_list
from antiphon.headers.values.structured.values import Item, Token
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.rules.site import is_plain_http


@rule(
    code="SC016",
    level="error",
    citation="RFC 8942 section 3.1; RFC 9651 section 3.1",
    help="separate the names by commas: `Sec-CH-UA-Model, Sec-CH-UA-Arch`",
    bad=HeaderSpec(name="Accept-CH", value="Sec-CH-UA-Model Sec-CH-UA-Arch"),
    good=HeaderSpec(name="Accept-CH", value="Sec-CH-UA-Model, Sec-CH-UA-Arch"),
)
def malformed_client_hints(response: ResponseParts) -> Iterator[Finding]:
    """Accept-CH is a structured List of tokens, sent over https.

    For a space instead of a comma, an empty member, quotes or parentheses Chromium 156 sends no hint at all. Over http
    it ignores the field.
    """
    for name in ("Accept-CH", "Critical-CH"):
        if (line := response.joined(name)) is None:
            continue
        path, value = line
        try:
            hints = read_list(value)
        except FieldError as error:
            yield Finding(path, f"{name} cannot be read: {error}")
            continue
        if not all(isinstance(hint, Item) and isinstance(hint.value, Token) for hint in hints):
            yield Finding(path, f"{name} holds something that is not a token")
        if not hints:
            yield Finding(path, f"{name} is empty, and asks for no hint", "info")
        if is_plain_http(response):
            yield Finding(path, f"browsers ignore {name} over http", "warning")

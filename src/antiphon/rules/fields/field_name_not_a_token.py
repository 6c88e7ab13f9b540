"""HD001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import CONTROL, TOKEN
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="HD001",
    level="error",
    citation="RFC 9110 sections 5.1 and 5.6.2",
    help="use letters, digits and hyphens, such as `X-Request-Id`",
    bad=HeaderSpec(name="X Request Id", value="1"),
    good=HeaderSpec(name="X-Request-Id", value="1"),
)
def field_name_not_a_token(response: ResponseParts) -> Iterator[Finding]:
    """A field name is a token of at least one character.

    Chromium 156 drops the field for every other octet in its name, and for an empty name; servers refuse to send it.
    """
    for path, header in response.headers():
        if not TOKEN.fullmatch(header.name) and not CONTROL.search(header.name):  # controls are HD002's
            yield Finding(f"{path}.name", f"the field name {shown(header.name)} is not a token")

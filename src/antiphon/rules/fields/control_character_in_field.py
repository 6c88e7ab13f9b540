"""HD002."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import CONTROL, FIELD_CONTROL
from antiphon.http.parsing.pieces import shown
from antiphon.rules.content import field_values
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="HD002",
    level="error",
    citation="RFC 9110 section 5.5; RFC 9112 sections 2.2, 5.2 and 11.1; RFC 9113 section 8.2.1",
    help="leave the control characters out; a value that came from a user is encoded first, in base64url or percents",
    bad=HeaderSpec(name="X-Note", value="a\r\nSet-Cookie: sid=stolen"),
    good=HeaderSpec(name="X-Note", value="a, b"),
)
def control_character_in_field(response: ResponseParts) -> Iterator[Finding]:
    """A field name or value has no control character, except that HTAB may be inside a value.

    CR and LF end the field line, so the rest of the value becomes fields of an attacker's choice. Chromium 156 takes
    a CR alone for a line end: `X: a<CR>Set-Cookie: n=v` sets a cookie there. A NUL costs the whole response
    (ERR_INVALID_HTTP_RESPONSE), and the other controls reach scripts.
    """
    for path, header in response.headers():
        if CONTROL.search(header.name):
            yield Finding(f"{path}.name", f"the field name {shown(header.name)} holds a control character")
    for path, value in field_values(response):
        if found := FIELD_CONTROL.search(value):
            ends_it = any(control in value for control in "\r\n\0")  # the others reach the script
            message = f"the value {shown(value)} holds {_name(found[0])}"
            yield Finding(path, message, in_captures=None if ends_it else "warning")


def _name(control: str) -> str:
    return {"\r": "a carriage return", "\n": "a line feed", "\0": "a NUL"}.get(control, f"the control {control!r}")

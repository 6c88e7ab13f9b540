"""FL002."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.grammar import QUOTED_STRING, TOKEN
from antiphon.http.parsing.disposition import disposition
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_BEYOND_ASCII = expression(r"[^\x00-\x7f]")


@rule(
    code="FL002",
    level="error",
    citation="RFC 6266 section 4.1; RFC 9110 section 5.6.4",
    help='put the file name in double quotes: `attachment; filename="a,b.txt"`',
    bad=HeaderSpec(name="Content-Disposition", value="attachment; filename=a,b.txt"),
    good=HeaderSpec(name="Content-Disposition", value='attachment; filename="a,b.txt"'),
)
def unquoted_filename(response: ResponseParts) -> Iterator[Finding]:
    """A filename is a token or a quoted string, so a space, comma, semicolon, bracket or `@` needs quotes.

    For an unquoted comma Chromium 156 fails the download with ERR_RESPONSE_HEADERS_MULTIPLE_CONTENT_DISPOSITION; at a
    space or semicolon other clients cut the name.
    """
    for path, value in response.values("Content-Disposition"):
        for parameter in disposition(value)[1]:
            if parameter.name.lower() != "filename" or parameter.value is None:
                continue
            name = _BEYOND_ASCII.sub("x", parameter.value)  # letters beyond ASCII are FL003's
            if not (TOKEN.fullmatch(name) or QUOTED_STRING.fullmatch(name)):
                message = f"the filename {shown(parameter.value)} is neither a token nor a quoted string"
                yield Finding(path, message, in_captures=_weight(name))


def _weight(name: str) -> CaptureLevel | None:
    """Browsers lose the response at a comma; some clients cut the name at a space, none at a bracket."""
    if "," in name:
        return None
    return "warning" if re.search(r'[\s"]', name) else "info"

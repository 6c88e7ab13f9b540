"""RD001."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.parsing.pieces import shown
from antiphon.http.parsing.target import host_behind, is_reference
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_KEPT = r"[\[\]|^`{}]|%(?![0-9A-Fa-f]{2})"
_REPAIRED: tuple[tuple[re.Pattern[str], CaptureLevel], ...] = (
    (expression(_KEPT), "info"),
    (expression(_KEPT + r'|[ <>"\\]|[^\x00-\x7f]'), "warning"),
)


@rule(
    code="RD001",
    level="error",
    citation="RFC 9110 section 10.2.2; RFC 3986 section 4.1 and appendix A",
    help="percent-encode what a URI cannot hold: `/a%20b`, `/%C3%A9`",
    bad=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="/a b"),)),
    good=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="/a%20b?q=%C3%A9#top"),)),
)
def location_not_a_uri_reference(response: ResponseParts) -> Iterator[Finding]:
    r"""Location is a URI-reference: ASCII, without spaces, controls and `"<>\^{|}`, and with whole percent-escapes.

    Browsers repair what is wrong, each in its own way: the octet E9 becomes %E9 and the same letter in UTF-8 %C3%A9,
    a backslash becomes a slash, a TAB goes away. Other clients fail.
    """
    for path, target in response.values("Location"):
        if not is_reference(target) and host_behind(target) is None:  # what leaves the origin unseen is RD002's
            message = f"Location is {shown(target)}, which is not a URI-reference"
            yield Finding(path, message, in_captures=_weight(target))


def _weight(target: str) -> CaptureLevel | None:
    """Every browser sends brackets, braces and a bare `%` unchanged; they differ in how they write the rest."""
    head, mark, rest = target.partition("://")
    host, slash, path = rest.partition("/") if mark else ("", "", target)
    for pattern, weight in _REPAIRED:
        if is_reference(f"{head}{mark}{host}{slash}{pattern.sub('x', path)}" if mark else pattern.sub("x", path)):
            return weight
    return None

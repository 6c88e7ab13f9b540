"""CR012."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import DIGITS
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CR012",
    level="error",
    citation="Fetch, CORS-preflight cache and HTTP new-header syntax",
    help="write whole seconds in digits, such as `600`; Chromium keeps a preflight for at most 7200",
    bad=HeaderSpec(name="Access-Control-Max-Age", value="10m"),
    good=HeaderSpec(name="Access-Control-Max-Age", value="600"),
)
def preflight_max_age_not_a_number(response: ResponseParts) -> Iterator[Finding]:
    """Access-Control-Max-Age is a whole number of seconds in digits.

    Browsers take anything else for 5 seconds, so that nearly every request pays for a preflight. Chromium caps it at
    7200, Firefox at 86400.
    """
    for path, value in response.values("Access-Control-Max-Age"):
        if not DIGITS.fullmatch(value):
            yield Finding(path, f"Access-Control-Max-Age is {shown(value)}, which is not a number in digits alone")

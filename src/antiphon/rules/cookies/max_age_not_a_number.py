"""CK020."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import cookie_reasons
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec


@rule(
    code="CK020",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (max-age-av) and section 5.6.2",
    help="write whole seconds, such as max_age=3600 or max_age=timedelta(hours=1)",
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", max_age="3600.0"),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax", max_age=3600),
)
def max_age_not_a_number(spec: ResponseSpec) -> Iterator[Finding]:
    """Max-Age is a whole number of seconds, in digits alone.

    Browsers ignore anything else, so the cookie lasts for the session: seen for `1.5`, `10s`, `"10"` and `1e3`. Some
    texts do worse: `+5` deletes the cookie in Chromium 156, and `-`, `--1` and `- 1` delete it in Firefox 153.
    """
    return cookie_reasons(spec, "CK020")

"""CK040."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import cookie_reasons
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec


@rule(
    code="CK040",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 sections 5.6.4 and 4.1.2.4",
    help="begin the path with a slash, such as `/app`",
    bad=CookieSpec(name="sid", value="t", path="app", same_site="lax"),
    good=CookieSpec(name="sid", value="t", path="/app", same_site="lax"),
)
def path_without_leading_slash(spec: ResponseSpec) -> Iterator[Finding]:
    """Path begins with a slash.

    Browsers ignore any other Path, quoted ones included, and take the directory of the request's URL instead: the
    cookie is sent to fewer pages than was meant, or to others.
    """
    return cookie_reasons(spec, "CK040")

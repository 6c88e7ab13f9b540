"""RD003."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.http.status import REDIRECTS
from antiphon.http.targets import host_as_scheme, unsafe_scheme
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="RD003",
    level="error",
    citation="Fetch, HTTP-redirect fetch; RFC 3986 section 3.1; RFC 8252 section 7.1",
    help="redirect to http or https, or to an app by its own scheme; write `https://` in front of a host and a port",
    bad=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="javascript:alert(1)"),)),
    good=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="com.example.app:/signed-in"),)),
)
def location_of_another_scheme(response: ResponseParts) -> Iterator[Finding]:
    """A redirect leads to http, to https, or to an app by a scheme of its own.

    Chromium 156 stops at data:, file:, blob:, about: and chrome: with ERR_UNSAFE_REDIRECT, and does nothing for
    javascript:. It hands mailto:, itms-services:, myapp: and the like to the app. `www.shop.example:8000/x` has the
    scheme `www.shop.example`. Scripts that fetch get a network error for everything but http and https.
    """
    if response.status not in REDIRECTS:
        return
    for path, value in response.values("Location"):
        if (scheme := unsafe_scheme(value)) is not None:
            yield Finding(path, f"Location is {shown(value)}, and browsers do not follow {scheme}:")
        elif (named := host_as_scheme(value)) is not None:
            scheme = named.partition(":")[0]
            yield Finding(path, f"Location is {shown(value)}, which clients read as the scheme {scheme}:")

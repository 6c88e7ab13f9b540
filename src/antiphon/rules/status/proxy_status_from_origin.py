"""ST012."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="ST012",
    level="error",
    in_captures="warning",
    citation="RFC 9110 sections 15.5.8 and 11.7.1",
    help="answer 401 with WWW-Authenticate; only a proxy answers 407, with Proxy-Authenticate",
    bad=ResponseSpec(status=407),
    good=ResponseSpec(status=401, headers=(HeaderSpec(name="WWW-Authenticate", value='Basic realm="api"'),)),
)
def proxy_status_from_origin(response: ResponseParts) -> Iterator[Finding]:
    """An origin server does not answer 407, which is a proxy's demand for credentials of its own.

    Chromium 156 answers a 407 from anyone but its proxy with ERR_UNEXPECTED_PROXY_AUTH, whatever fields it has: page,
    content and cookies are lost.
    """
    if response.status == 407:
        missing = "" if response.has("Proxy-Authenticate") else ", and this one lacks Proxy-Authenticate as well"
        yield Finding("status", f"407 comes from proxies alone{missing}")

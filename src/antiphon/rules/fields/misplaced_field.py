"""HD013."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import members
from antiphon.http.preconditions import CONDITIONS
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Fields that only a request has, each defined so by the document behind it. Accept and Accept-Encoding are not among
#: them: RFC 9110 sections 12.5.1 and 12.5.3 give them a meaning in responses.
REQUEST_ONLY: frozenset[str] = frozenset({
    *("accept-charset", "accept-language"),  # RFC 9110 sections 12.5.2 and 12.5.4
    *("access-control-request-headers", "access-control-request-method", "origin"),  # Fetch
    *("authorization", "proxy-authorization"),  # RFC 9110 sections 11.6.2 and 11.7.2
    *("cookie", "cookie2"),  # RFC 6265 section 4.2
    "early-data",  # RFC 8470 section 5.1
    *("expect", "from", "referer", "te", "user-agent"),  # RFC 9110 section 10.1
    "forwarded",  # RFC 7239 section 4
    *("host", "max-forwards"),  # RFC 9110 sections 7.2 and 7.6.2
    "http2-settings",  # RFC 7540 section 3.2.1
    *CONDITIONS,  # RFC 9110 section 13.1
    "prefer",  # RFC 7240 section 2
    "range",  # RFC 9110 section 14.2
    *("sec-fetch-dest", "sec-fetch-mode", "sec-fetch-site", "sec-fetch-user"),  # Fetch Metadata
    "sec-websocket-key",  # RFC 6455 section 11.3.1
    "upgrade-insecure-requests",  # Upgrade Insecure Requests section 3.2.1
})  # fmt: skip
#: RFC 9110 section 6.5.1: what a recipient needs before the content, or what a trailer would smuggle past others.
_NEVER_TRAILERS = REQUEST_ONLY | {
    *("age", "cache-control", "connection", "content-disposition", "content-encoding", "content-language"),
    *("content-length", "content-location", "content-range", "content-type", "date", "expires", "keep-alive"),
    *("location", "pragma", "proxy-authenticate", "retry-after", "set-cookie", "trailer", "transfer-encoding"),
    *("upgrade", "vary", "warning", "www-authenticate"),
}


@rule(
    code="HD013",
    level="error",
    citation="RFC 9110 sections 10.1 and 6.5.1",
    help="leave the field out; to set a cookie, declare it with `.cookie(...)`",
    bad=HeaderSpec(name="Cookie", value="theme=dark"),
    good=HeaderSpec(name="Accept-Encoding", value="gzip, br"),
)
def misplaced_field(response: ResponseParts) -> Iterator[Finding]:
    """A response has no field that is for requests, and no trailer has a field that must be known early.

    Browsers ignore a Cookie, Authorization or Host in a response, so what it was meant to do does not happen. A
    framing, routing, caching or authentication field in a trailer is dropped, or lets an attacker change a response
    after a proxy has looked at it.
    """
    for path, header in response.headers():
        if header.name.lower() in REQUEST_ONLY:
            yield Finding(path, f"{header.name} is a field of requests", in_captures="warning")
    for path, value in response.values("Trailer"):
        for name in members(value):
            if name.lower() in _NEVER_TRAILERS:
                yield Finding(path, f"{name} cannot be sent in a trailer")

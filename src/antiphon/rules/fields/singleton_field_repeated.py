"""HD009."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec, ResponseSpec

#: Fields whose grammar is no list, each with where that is written. Access-Control-Allow-Origin (CR002), Content-Length
#: (ST021), Strict-Transport-Security (SC004), Cross-Origin-Opener-Policy and -Embedder-Policy (SC012) have own rules.
SINGLETONS: dict[str, str] = {
    "Access-Control-Allow-Credentials": "Fetch, HTTP new-header syntax",
    "Access-Control-Max-Age": "Fetch, HTTP new-header syntax",
    "Age": "RFC 9111 section 5.1",
    "Authentication-Info": "RFC 9110 section 11.6.3",
    "Content-Disposition": "RFC 6266 section 4.1",
    "Content-Location": "RFC 9110 section 8.7",
    "Content-Range": "RFC 9110 section 14.4",
    "Content-Type": "RFC 9110 section 8.3",
    "Cross-Origin-Resource-Policy": "Fetch, Cross-Origin-Resource-Policy",
    "Date": "RFC 9110 section 6.6.1",
    "Deprecation": "RFC 9745 section 2.1",
    "ETag": "RFC 9110 section 8.8.3",
    "Expires": "RFC 9111 section 5.3",
    "Last-Modified": "RFC 9110 section 8.8.2",
    "Location": "RFC 9110 section 10.2.2",
    "Origin-Agent-Cluster": "HTML, Origin-Agent-Cluster",
    "Refresh": "HTML, shared declarative refresh steps",
    "Retry-After": "RFC 9110 section 10.2.3",
    "Server": "RFC 9110 section 10.2.4",
    "Service-Worker-Allowed": "Service Workers, Service-Worker-Allowed",
    "Sunset": "RFC 8594 section 3",
}
_SINGLETONS = frozenset(name.lower() for name in SINGLETONS)


@rule(
    code="HD009",
    level="error",
    citation="RFC 9110 section 5.3",
    help="keep one line; whoever reads two may take the first, the last, or neither",
    bad=ResponseSpec(
        status=302,
        headers=(HeaderSpec(name="Location", value="/cart"), HeaderSpec(name="Location", value="/checkout")),
    ),
    good=ResponseSpec(status=302, headers=(HeaderSpec(name="Location", value="/checkout"),)),
)
def singleton_field_repeated(response: ResponseParts) -> Iterator[Finding]:
    """A field that is not a list stands on one line.

    In Chromium 156 two different Location or Content-Disposition lines are a network error: the page is lost. Of
    other fields it takes the first or the last, and caches and proxies take another.
    """
    seen: set[str] = set()
    for path, header in response.headers():
        name = header.name.lower()
        if name in _SINGLETONS:
            if name in seen:
                yield Finding(path, f"{header.name} is given a second time, and it is not a list")
            seen.add(name)

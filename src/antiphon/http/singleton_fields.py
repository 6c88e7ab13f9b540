"""Response fields whose grammar is not a list: a message has one line of each, and a line has one value."""

from __future__ import annotations

#: Each with where its grammar is written.
SINGLETON_FIELDS: dict[str, str] = {
    "Access-Control-Allow-Credentials": "Fetch, HTTP new-header syntax",
    "Access-Control-Allow-Origin": "Fetch, HTTP new-header syntax",
    "Access-Control-Max-Age": "Fetch, HTTP new-header syntax",
    "Age": "RFC 9111 section 5.1",
    "Content-Disposition": "RFC 6266 section 4.1",
    "Content-Length": "RFC 9110 section 8.6",
    "Content-Location": "RFC 9110 section 8.7",
    "Content-Range": "RFC 9110 section 14.4",
    "Content-Type": "RFC 9110 section 8.3",
    "Cross-Origin-Embedder-Policy": "HTML, Cross-Origin-Embedder-Policy",
    "Cross-Origin-Embedder-Policy-Report-Only": "HTML, Cross-Origin-Embedder-Policy",
    "Cross-Origin-Opener-Policy": "HTML, Cross-Origin-Opener-Policy",
    "Cross-Origin-Opener-Policy-Report-Only": "HTML, Cross-Origin-Opener-Policy",
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
    "Strict-Transport-Security": "RFC 6797 section 6.1",
    "Sunset": "RFC 8594 section 3",
    "X-Content-Type-Options": "Fetch, X-Content-Type-Options",
    "X-Frame-Options": "RFC 7034 section 2.1",
}
_LOWER = frozenset(name.lower() for name in SINGLETON_FIELDS)


def is_singleton(name: str) -> bool:
    """Whether a field, by its name in any case, has one value and never a list of them."""
    return name.lower() in _LOWER

# Written by `nox -s generate` from src; do not edit.
"""A response that was seen, as a spec that the rules can judge."""

from typing import NamedTuple

from antiphon.captures.exchange import Exchange
from antiphon.spec import CookieSpec, ResponseSpec, SiteSpec

class Description(NamedTuple):
    """The spec, and for each of its headers and cookies the number of the field line that it was read from."""

    spec: ResponseSpec
    headers: tuple[int, ...]
    cookies: tuple[int, ...]

def described(exchange: Exchange) -> Description:
    """Every field line as it was written. Raises WireError for what no response can have been.

    A Set-Cookie line becomes a cookie (draft-ietf-httpbis-rfc6265bis-22 section 5.6), in which nothing is lost: what
    browsers ignore is kept as an extension. A line that joins several cookies stays a field line, and is wrong.
    """

def cookie_of(line: str) -> CookieSpec:
    """The cookie of a Set-Cookie field value, octet for octet, right or wrong."""

def site_of(url: str) -> SiteSpec:
    """The scheme and the host of a URL. Raises WireError for text that is no URL."""

"""RD009."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from antiphon.http.expression import expression
from antiphon.http.hosts import is_loopback
from antiphon.http.parsing.pieces import shown
from antiphon.http.parsing.target import is_reference, scheme_of
from antiphon.http.status import REDIRECTS
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_PERMANENT = frozenset({301, 308})
#: A path that begins like a host: `www.` and a name, or a name under one of the usual top-level domains.
_HOST_LIKE = expression(
    r"(?:www\.[a-z0-9.-]+|(?:[a-z0-9-]+\.)+(?:com|org|net|edu|gov|io|dev|app|eu|de|fr|uk|nl|ch|at|jp|cn|ru|br|in|example))"
    r"(?::[0-9]+)?(?:[/?#]|\Z)",
    re.IGNORECASE,
)


@rule(
    code="RD009",
    level="warning",
    citation="RFC 3986 section 4.2; RFC 9110 sections 15.4.2 and 15.4.9; RFC 9111 section 4.2.2",
    help="write `https://` in front of a host; give a permanent redirect a Cache-Control, so that it can be taken back",
    bad=ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value="www.shop.example/cart"),)),
    good=ResponseSpec(
        status=308,
        headers=(
            HeaderSpec(name="Location", value="https://www.shop.example/cart"),
            HeaderSpec(name="Cache-Control", value="max-age=3600"),
        ),
    ),
)
def redirect_with_a_surprise(response: ResponseParts) -> Iterator[Finding]:
    """A redirect names a scheme in front of a host, does not leave https for http, and says how long it may be kept.

    `www.shop.example/x` is a relative path: from /dir/ Chromium 156 goes to /dir/www.shop.example/x. A 301 or 308
    without Cache-Control stays in a browser for as long as it likes, and no later deployment reaches that user.
    """
    if response.status not in REDIRECTS:
        return
    secure = response.site is not None and response.site.scheme == "https"
    for path, target in response.values("Location"):
        if not target.startswith("/") and _HOST_LIKE.match(target):
            yield Finding(path, f"Location is {shown(target)}, which is a relative path and looks like a host")
        elif secure and scheme_of(target) == "http":
            # RFC 8252 section 7.3: an app that waits on the user's own machine has no certificate.
            message = f"Location is {shown(target)}, which leaves https"
            yield Finding(path, message, in_captures="silent" if is_loopback(_host(target)) else None)
    if response.status in _PERMANENT and not response.has("Cache-Control", "Expires"):
        message = f"a {response.status} without Cache-Control is kept by browsers for as long as they like"
        yield Finding("headers", message, in_captures="info")


def _host(target: str) -> str:
    return (urlsplit(target).hostname or "") if is_reference(target) else ""

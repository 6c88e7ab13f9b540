"""CC019."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.cache_control import arguments
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: RFC 9110 section 15.1: statuses that a cache may store although nothing says so.
_HEURISTICALLY_CACHEABLE = frozenset({200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501})
_SELDOM_STORED = frozenset({204, 206})
_EXPLICIT = frozenset({"max-age", "no-cache", "no-store", "s-maxage"})


@rule(
    code="CC019",
    level="warning",
    in_captures="info",
    citation="RFC 9111 section 4.2.2; RFC 9110 section 15.1",
    help="say what is meant: `Cache-Control: no-cache` to have the server asked each time, or a max-age",
    bad=HeaderSpec(name="Last-Modified", value="Fri, 01 Jan 2027 00:00:00 GMT"),
    good=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="Last-Modified", value="Fri, 01 Jan 2027 00:00:00 GMT"),
            HeaderSpec(name="Cache-Control", value="no-cache"),
        ),
    ),
)
def heuristic_freshness(response: ResponseParts) -> Iterator[Finding]:
    """A response with Last-Modified says how long it is fresh.

    Where it does not, caches guess, mostly a tenth of the time since it was modified: Chromium 156 used such a response
    again without asking. The older the resource, the longer users see it after it has changed. A file that can be
    fetched in parts (Accept-Ranges) is sent with Last-Modified alone by every file server, and caches guess as they are
    meant to: that is not judged.
    """
    if response.status not in _HEURISTICALLY_CACHEABLE or response.has("Expires", "Accept-Ranges"):
        return
    if any(header.value is None for _, header in response.headers("Cache-Control")):
        return
    if not _EXPLICIT & set(arguments([value for _, value in response.values("Cache-Control")])):
        for path, _ in response.headers("Last-Modified"):
            silent = (
                response.status in _SELDOM_STORED
                or response.method not in (None, "GET", "HEAD")
                or _says_something(response)
            )
            message = "Last-Modified is sent without a lifetime, so caches guess one"
            yield Finding(path, message, in_captures="silent" if silent else None)


def _says_something(response: ResponseParts) -> bool:
    return response.has("Cache-Control", "Pragma")

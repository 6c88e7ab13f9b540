"""ST020."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.cache_control import arguments
from antiphon.http.parsing.pieces import whole_number
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_NEVER_STORED = frozenset({428, 429, 431, 511})


@rule(
    code="ST020",
    level="error",
    citation="RFC 6585 sections 3, 4, 5 and 6",
    help="send `Cache-Control: no-store`",
    bad=ResponseSpec(
        status=429,
        headers=(HeaderSpec(name="Cache-Control", value="max-age=60"), HeaderSpec(name="Retry-After", value="60")),
    ),
    good=ResponseSpec(
        status=429,
        headers=(HeaderSpec(name="Cache-Control", value="no-store"), HeaderSpec(name="Retry-After", value="60")),
    ),
)
def cacheable_throttling(response: ResponseParts) -> Iterator[Finding]:
    """A 428, 429, 431 or 511 does not say that a cache may store it.

    It is an answer to one client at one moment. Chromium 156 does store a 429 with max-age=60 and uses it again; a
    shared cache hands it to clients that did nothing wrong.
    """
    if response.status not in _NEVER_STORED:
        return
    for path, value in response.values("Cache-Control", "CDN-Cache-Control"):
        found = arguments([value])
        if "no-store" in found:
            continue
        lives = any(whole_number(found.get(name) or "") for name in ("max-age", "s-maxage"))
        if lives or "public" in found:
            yield Finding(path, f"a {response.status} lets caches store it")

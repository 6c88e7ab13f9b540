"""CC005."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.cache_control import arguments
from antiphon.http.parsing.pieces import whole_number
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_LIFETIMES = ("max-age", "s-maxage")


@rule(
    code="CC005",
    level="warning",
    citation="RFC 9111 sections 4.2.1, 5.2.2.3, 5.2.2.4, 5.2.2.5, 5.2.2.7 and 5.2.2.10; RFC 8246 section 2; RFC 5861",
    help="keep the directive that is meant: `no-store` alone, or a lifetime",
    bad=HeaderSpec(name="Cache-Control", value="no-store, max-age=60"),
    good=HeaderSpec(name="Cache-Control", value="no-store, no-cache, must-revalidate, max-age=0"),
)
def contradictory_cache_directives(response: ResponseParts) -> Iterator[Finding]:
    """No Cache-Control directive takes away what another one gives.

    In Chromium 156 no-store wins over max-age, so the response is fetched every time; and immutable and
    stale-while-revalidate do nothing where no lifetime says what fresh means.
    """
    lines = response.values("Cache-Control")
    if not lines or any(header.value is None for _, header in response.headers("Cache-Control")):
        return
    found = arguments([value for _, value in lines])
    expires = response.has("Expires")
    for message, weight in _contradictions(found, expires=expires):
        yield Finding(lines[0][0], message, in_captures=weight)


def _contradictions(found: dict[str, str | None], *, expires: bool) -> Iterator[tuple[str, CaptureLevel | None]]:
    lives = [name for name in _LIFETIMES if whole_number(found.get(name) or "")]
    if "no-store" in found and "must-understand" not in found:
        for name in lives:
            yield f"no-store forbids to store what {name} gives a lifetime", None
    if found.get("no-cache", "") is None and "no-store" not in found:
        for name in lives:
            yield f"no-cache asks the server each time, so {name} has no effect", "info"
    if found.get("private", "") is None and "s-maxage" in found:
        zero = whole_number(found["s-maxage"] or "") == 0  # the same, said twice
        message = "private keeps the response from shared caches, the only ones that s-maxage speaks to"
        yield message, "silent" if zero else "info"
    if "must-understand" in found and "no-store" not in found:
        yield "must-understand is given without no-store, which it overrides (RFC 9111 section 5.2.2.3)", "info"
    if not expires and not any(name in found for name in _LIFETIMES) and "no-store" not in found:
        for name in ("immutable", "stale-while-revalidate", "stale-if-error"):
            if name in found:
                yield f"{name} has no effect without max-age, which says how long the response is fresh", "info"

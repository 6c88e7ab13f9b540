"""CC012."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.cache_control import arguments
from antiphon.http.parsing.pieces import unquoted, whole_number
from antiphon.rules.examples import CookieSpec, HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_COOKIE = CookieSpec(name="__Host-sid", value="t", path="/", secure=True, http_only=True, same_site="lax", max_age=3600)


@rule(
    code="CC012",
    level="warning",
    strict="error",
    citation="RFC 9111 section 7.3; RFC 6265 section 3",
    help="write `private` or `no-store`, or set the cookie with a response of its own",
    bad=ResponseSpec(
        status=200, headers=(HeaderSpec(name="Cache-Control", value="public, max-age=60"),), cookies=(_COOKIE,)
    ),
    good=ResponseSpec(
        status=200, headers=(HeaderSpec(name="Cache-Control", value="private, max-age=60"),), cookies=(_COOKIE,)
    ),
)
def shared_cookie(response: ResponseParts) -> Iterator[Finding]:
    """A response that sets a cookie is not stored by shared caches.

    A cache stores Set-Cookie with the rest. What it then replays hands the session of one user to everybody who asks
    after them.
    """
    if not response.cookies and not response.has("Set-Cookie"):
        return
    lines = response.values("Cache-Control")
    found = arguments([value for _, value in lines])
    for path, value in response.values("CDN-Cache-Control"):
        targeted = arguments([value])
        if _lives(targeted) and not {"no-store", "private"} & set(targeted):
            yield Finding(path, "CDN-Cache-Control lets shared caches store a response that sets a cookie")
    kept_apart = any("set-cookie" in unquoted(found.get(name) or "").lower() for name in ("private", "no-cache"))
    barred = "no-store" in found or found.get("private", "") is None or found.get("no-cache", "") is None
    if ("public" in found or whole_number(found.get("s-maxage") or "")) and not barred and not kept_apart:
        yield Finding(lines[0][0], "Cache-Control lets shared caches store a response that sets a cookie")


def _lives(found: dict[str, str | None]) -> bool:
    return any(whole_number(found.get(name) or "") for name in ("max-age", "s-maxage"))

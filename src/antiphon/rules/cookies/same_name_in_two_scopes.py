"""CK081."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import is_deletion, shown
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import CookieSpec, ResponseSpec

_SID = CookieSpec(name="sid", value="t", path="/", same_site="lax")
_OLD_SID = CookieSpec(name="sid", value="", path="/app", max_age=0)


@rule(
    code="CK081",
    level="warning",
    strict="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (MUST NOT); RFC 6265 section 4.1.1 (SHOULD NOT)",
    help="move a cookie to another scope in two responses, or allow this one with the reason",
    bad=ResponseSpec(status=200, cookies=(_SID, _OLD_SID)),
    good=ResponseSpec(status=200, cookies=(_SID,)),
)
def same_name_in_two_scopes(response: ResponseParts) -> Iterator[Finding]:
    """A response has one cookie of each name.

    Two of them with different domains, paths or partitions are both stored and both sent back, the longest path first,
    and most servers read one of the two. The draft forbids it; RFC 6265 advises against it, and moving a cookie to
    another scope may need it.
    """
    scopes: dict[str, set[tuple[str, str | None, bool]]] = {}
    living: dict[str, int] = {}
    for path, cookie in response.cookies:
        scope = ((cookie.domain or "").lower(), cookie.path, cookie.partitioned)
        known = scopes.setdefault(cookie.name, set())
        lives = not is_deletion(cookie)
        if known and scope not in known:  # the same scope again is CK080's
            message = f"the response sets cookie {shown(cookie.name)} in two scopes; both are sent back"
            yield Finding(path, message, in_captures=None if lives and living.get(cookie.name) else "silent")
        living[cookie.name] = living.get(cookie.name, 0) + lives
        known.add(scope)

"""CK081."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from antiphon.http.set_cookie import shown
from antiphon.rules.examples import CookieSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_Scope: TypeAlias = tuple[str, str | None, bool]
_SID = CookieSpec(name="sid", value="t", path="/", same_site="lax")
_OTHER = CookieSpec(name="sid", value="u", path="/app", same_site="lax")


@rule(
    code="CK081",
    level="warning",
    strict="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (MUST NOT); RFC 6265 section 4.1.1 (SHOULD NOT)",
    help="move a cookie to another scope in two responses, or accept this one with the reason",
    bad=ResponseSpec(status=200, cookies=(_SID, _OTHER)),
    good=ResponseSpec(status=200, cookies=(_SID,)),
)
def same_name_in_two_scopes(response: ResponseParts) -> Iterator[Finding]:
    """A response has one cookie of each name.

    Two of them with different domains, paths or partitions are both stored and both sent back, the longest path first,
    and most servers read one of the two. The draft forbids it; RFC 6265 advises against it. Where one of the two is a
    deletion, the other one remains, and that is advice: moving a cookie to another scope may need it.
    """
    known: dict[str, dict[_Scope, bool]] = {}
    for path, cookie in response.cookies:
        scope = ((cookie.domain or "").lower(), cookie.path, cookie.partitioned)
        deletes = response.deletes(cookie)
        scopes = known.setdefault(cookie.name, {})
        if scopes and scope not in scopes:  # the same scope again is CK080's
            name = shown(cookie.name)
            if deletes or all(scopes.values()):
                message = f"the response sets cookie {name} in two scopes, once to delete it; browsers treat each apart"
                yield Finding(path, message, "info", "silent")
            else:
                yield Finding(path, f"the response sets cookie {name} in two scopes; both are sent back")
        scopes[scope] = scopes.get(scope, True) and deletes

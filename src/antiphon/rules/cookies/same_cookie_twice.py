"""CK080."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import Cookie, shown, write
from antiphon.rules.examples import CookieSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule

_SID = CookieSpec(name="sid", value="t", path="/", same_site="lax")


@rule(
    code="CK080",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 4.1.1 (MUST NOT set a name twice) and section 5.7 step 23",
    help="leave one of the two out",
    bad=ResponseSpec(status=200, cookies=(_SID, _SID.delete())),
    good=ResponseSpec(status=200, cookies=(_SID,)),
)
def same_cookie_twice(response: ResponseParts) -> Iterator[Finding]:
    """A response sets a cookie once.

    Of two cookies with the same name, domain, path and partition the last one wins without a word: a response that sets
    and deletes `sid` signs nobody in, or nobody out.
    """
    seen: dict[tuple[str, str, str | None, bool], Cookie] = {}
    for path, cookie in response.cookies:
        scope = _scope(cookie)
        if scope in seen:
            message = f"the response sets cookie {shown(cookie.name)} twice; the last one wins"
            yield Finding(path, message, in_captures=_weight(response, seen[scope], cookie))
        seen[scope] = cookie


def _weight(response: ResponseParts, first: Cookie, second: Cookie) -> CaptureLevel:
    """The same line again changes nothing, and to delete a cookie before it is set anew is a habit."""
    if write(first) == write(second):
        return "info"
    return "silent" if response.deletes(first) and not response.deletes(second) else "warning"


def _scope(cookie: Cookie) -> tuple[str, str, str | None, bool]:
    return cookie.name, (cookie.domain or "").lower(), cookie.path, cookie.partitioned

"""CK027."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

from antiphon.http.set_cookie import Cookie, folded, shown
from antiphon.rules.examples import CookieSpec, ResponseSpec, SiteSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule

_SID = CookieSpec(
    name="__Secure-sid", value="t", domain="shop.example", path="/app", same_site="lax", secure=True, http_only=True
)

_Scope: TypeAlias = tuple[str, str | None, bool]
#: Of so many cookies of one name the nearest is looked for.
_MOST_COMPARED = 10


@rule(
    code="CK027",
    level="error",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 5.7 steps 18 to 24; CHIPS (privacycg.github.io/CHIPS)",
    help="derive the deletion from the cookie: `.delete_cookie(cookie)`, or cookie.delete()",
    bad=ResponseSpec(
        status=200,
        cookies=(CookieSpec(name="__Secure-sid", value="", path="/", max_age=0, secure=True),),
        site=SiteSpec(cookies=(_SID,)),
    ),
    good=ResponseSpec(status=200, cookies=(_SID.delete(),), site=SiteSpec(cookies=(_SID,))),
)
def deletion_that_misses_its_cookie(response: ResponseParts) -> Iterator[Finding]:
    """A deletion repeats the Domain, Path and Partitioned of the cookie that the site sets under that name.

    Browsers keep one cookie for each name, domain, path and partition, so a deletion with another scope deletes nothing
    and the user stays signed in: Chromium 156 kept the cookie for each part left out. The deletion itself must be a
    cookie that browsers take, so what its prefix and SameSite=None ask for is asked of it as well (CK052, CK060 to
    CK063); without SameSite=None it does not work inside another site's page. Silent unless the site declares a cookie
    of that name.
    """
    if not response.cookies or response.site is None or not response.site.cookies:
        return
    targets: dict[str, dict[_Scope, Cookie]] = {}
    for target in map(folded, response.site.cookies):
        if not response.deletes(target):
            targets.setdefault(target.name, {}).setdefault(_scope(target), target)
    for path, cookie in response.cookies:
        scopes = targets.get(cookie.name)
        if scopes is None or not response.deletes(cookie):
            continue
        hit = scopes.get(_scope(cookie))
        if hit is None:
            misses = [_differences(cookie, target) for target in list(scopes.values())[:_MOST_COMPARED]]
            which = " and ".join(min((len(miss), miss) for miss in misses)[1])
            yield Finding(path, f"the deletion of cookie {shown(cookie.name)} misses it: {which}")
        elif _is_none(hit) and not _is_none(cookie):
            message = (
                f"cookie {shown(cookie.name)} has SameSite=None, its deletion has not: another site's page keeps it"
            )
            yield Finding(within(path, "same_site"), message, "warning")


def _scope(cookie: Cookie) -> _Scope:
    """The attributes that a deletion must share with its cookie, besides the name."""
    return (cookie.domain or "").lower(), cookie.path, cookie.partitioned


def _differences(deletion: Cookie, target: Cookie) -> list[str]:
    found = []
    if (deletion.domain or "").lower() != (target.domain or "").lower():
        found.append(f"its Domain is {deletion.domain or 'left out'}, the cookie's {target.domain or 'left out'}")
    if deletion.path != target.path:
        found.append(f"its Path is {deletion.path or 'left out'}, the cookie's {target.path or 'left out'}")
    if deletion.partitioned != target.partitioned:
        found.append("only one of the two is Partitioned")
    return found


def _is_none(cookie: Cookie) -> bool:
    return (cookie.same_site or "").lower() == "none"

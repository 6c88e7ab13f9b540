"""CK086."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Final

from antiphon.http.cookie_dates import cookie_date
from antiphon.http.dates import names_moment
from antiphon.http.grammar import DIGITS
from antiphon.http.set_cookie import Cookie, age_text, shown
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule

#: A framework that deletes a cookie writes the present moment, and the Date of the same response may be before that:
#: uvicorn 0.54 writes one Date for a second's responses, and a proxy has a clock of its own.
_AT_ONCE: Final = timedelta(minutes=1)


@rule(
    code="CK086",
    level="warning",
    citation="draft-ietf-httpbis-rfc6265bis-22 sections 4.1.2.1 and 4.1.2.2, section 5.7 step 6",
    help="leave Expires out, or let both say the same; to delete a cookie, max_age=0 is enough",
    bad=CookieSpec(
        name="sid", value="t", path="/", same_site="lax", max_age=3600, expires="Thu, 01 Jan 1970 00:00:00 GMT"
    ),
    good=CookieSpec(
        name="sid", value="", path="/", same_site="lax", max_age=0, expires="Thu, 01 Jan 1970 00:00:00 GMT"
    ),
)
def expires_against_max_age(response: ResponseParts) -> Iterator[Finding]:
    """Max-Age and Expires agree on whether the cookie is kept or deleted.

    Browsers take Max-Age where both are given (Chromium 150 and 156, in either order). A recipient that reads Expires
    alone, such as an old client or a proxy, does the opposite. A capture is judged by its own Date; an Expires within a
    minute of it deletes as well as Max-Age=0 does.
    """
    now = response.sent if response.cookies else None
    if now is None:
        return
    for path, cookie in response.cookies:
        deleted = _is_spent(cookie)
        expired = _is_past(cookie, now + _AT_ONCE if deleted else now)
        if deleted is None or expired is None or deleted is expired:
            continue
        one, other = ("deletes", "keeps") if deleted else ("keeps", "deletes")
        yield Finding(within(path, "expires"), f"Max-Age {one} cookie {shown(cookie.name)}, and Expires {other} it")


def _is_spent(cookie: Cookie) -> bool | None:
    """Whether Max-Age deletes the cookie; None where there is none that browsers read."""
    if cookie.max_age is None:
        return None
    age = age_text(cookie.max_age)
    if not DIGITS.fullmatch(age.removeprefix("-")):
        return None
    return age.startswith("-") or not age.strip("0")


def _is_past(cookie: Cookie, now: datetime) -> bool | None:
    """Whether Expires deletes the cookie; None where there is none that browsers read."""
    expires = cookie_date(cookie.expires) if isinstance(cookie.expires, str) else cookie.expires
    return expires <= now if expires is not None and names_moment(expires) else None

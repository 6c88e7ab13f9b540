"""CK021."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from antiphon.http.dates import names_moment, parse_http_date
from antiphon.http.grammar import DIGITS
from antiphon.http.set_cookie import Cookie, shown
from antiphon.rules.examples import CookieSpec
from antiphon.rules.parts import ResponseParts, within
from antiphon.rules.rule import Finding, rule

#: 400 days in seconds.
_LIMIT = 34_560_000


@rule(
    code="CK021",
    level="warning",
    in_captures="info",
    citation="draft-ietf-httpbis-rfc6265bis-22 section 5.5",
    help="write max_age=34560000 at most, and set the cookie again while it is in use",
    bad=CookieSpec(name="sid", value="t", path="/", same_site="lax", max_age=63_072_000),
    good=CookieSpec(name="sid", value="t", path="/", same_site="lax", max_age=_LIMIT),
)
def lifetime_beyond_400_days(response: ResponseParts) -> Iterator[Finding]:
    """A cookie lives for at most 400 days.

    Browsers cap a longer lifetime, whether Max-Age or Expires gives it: Chromium 156 stores 34 560 000 seconds.
    Expires is compared to the Date of the response, where it has one.
    """
    for path, cookie in response.cookies:
        if cookie.max_age is not None:
            if _is_long(cookie.max_age):
                message = f"Max-Age of cookie {shown(cookie.name)} is more than 400 days; browsers cap it"
                yield Finding(within(path, "max_age"), message)
        elif (end := _end(cookie)) is not None and end - _now(response) > timedelta(seconds=_LIMIT):
            message = f"Expires of cookie {shown(cookie.name)} is more than 400 days away; browsers cap it"
            yield Finding(within(path, "expires"), message)


def _now(response: ResponseParts) -> datetime:
    return response.sent or datetime.now(UTC)


def _is_long(age: int | str) -> bool:
    if isinstance(age, int):
        return age > _LIMIT
    digits = age.lstrip("0")
    return bool(DIGITS.fullmatch(age)) and (len(digits), digits) > (8, str(_LIMIT))


def _end(cookie: Cookie) -> datetime | None:
    end = parse_http_date(cookie.expires) if isinstance(cookie.expires, str) else cookie.expires
    return end if end is not None and names_moment(end) else None

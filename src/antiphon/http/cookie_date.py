"""Dates as browsers read them in a cookie (draft-ietf-httpbis-rfc6265bis-22 section 5.1.1), however they are spelt."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import NamedTuple

#: Section 5.6, attribute step 6: a longer attribute value is ignored.
_LONGEST = 1024
_DELIMITERS = re.compile(r"[\t\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+")
#: The draft lets other characters follow the seconds, and a year end at four digits; neither Chromium 156 nor Firefox
#: 153 does.
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})")
_DAY = re.compile(r"([0-9]{1,2})(?:[^0-9].*)?", re.DOTALL)
_YEAR = re.compile(r"([0-9]{2,9})(?:[^0-9].*)?", re.DOTALL)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_CLOCK = "[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}"
#: Behind the time of day: a zone other than Greenwich's, which browsers do not read.
_OFFSET = re.compile(rf"{_CLOCK}\s*(?:GMT|UTC|Z)?\s*[+-](?!00:?00)[0-9]{{2}}:?[0-9]{{2}}", re.IGNORECASE)
_NAMED = re.compile(rf"{_CLOCK}(?:\s+[0-9]{{4}})?\s+([A-Za-z]{{2,5}})(?![A-Za-z])")
_GREENWICH = frozenset({"gmt", "utc", "ut", "z"})


class CookieDate(NamedTuple):
    """A moment, and whether the text names a zone that browsers pass over: they always take GMT."""

    moment: datetime
    zone_ignored: bool


def read_cookie_date(text: str) -> CookieDate | None:
    """The moment that browsers read, or None where they ignore the attribute, so that the cookie is a session's."""
    time = day = month = year = None
    if len(text) > _LONGEST:
        return None
    for token in _DELIMITERS.split(text):
        if time is None and (match := _TIME.fullmatch(token)):
            time = match
        elif day is None and (match := _DAY.fullmatch(token)):
            day = int(match[1])
        elif month is None and token[:3].lower() in _MONTHS:
            month = _MONTHS.index(token[:3].lower()) + 1
        elif year is None and (match := _YEAR.fullmatch(token)):
            year = int(match[1])
    if time is None or day is None or month is None or year is None:
        return None
    year += 1900 if 70 <= year <= 99 else 2000 if 0 <= year <= 69 else 0
    hour, minute, second = (int(part) for part in time.groups())
    if year < 1601:
        return None
    try:
        moment = datetime(min(year, 9999), month, day, hour, minute, second, tzinfo=UTC)
    except ValueError:
        return None
    named = _NAMED.search(text)
    elsewhere = named is not None and named[1].lower() not in _GREENWICH and named[1][:3].lower() not in _MONTHS
    return CookieDate(moment, _OFFSET.search(text) is not None or elsewhere)

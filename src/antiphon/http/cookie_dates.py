"""The dates of cookies, as browsers read them, whatever their spelling is (rfc6265bis-22 section 5.1.1).

The algorithm looks for a time, a day, a month and a year among the pieces of a text, in that order of precedence. Where
Chromium 150, Firefox and the draft differ, this reads what all the browsers read: no time with letters behind it, and
years of one to five digits, with which they delete a cookie (0001) or keep it as long as they may (10000).
"""

from __future__ import annotations

import re
from datetime import UTC, datetime

from antiphon.http.dates import MONTHS
from antiphon.http.expression import expression

#: delimiter = %x09 / %x20-2F / %x3B-40 / %x5B-60 / %x7B-7E
_PIECES = expression(r"[^\t -/;-@\[-`{-~]+")
_TIME = expression(r"([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})")
_DAY = expression(r"[0-9]{1,2}")
_MONTHS = tuple(map(str.lower, MONTHS))
_YEAR = expression(r"[0-9]{2,5}")
#: A zone behind the time: an offset, or its letters. Browsers pass over it and read GMT.
_OFFSET = expression(r"[+-](?!00:?00(?![0-9]))[0-9]{2}:?[0-9]{2}(?![0-9])")
_LETTERS = expression(r"(?<![A-Za-z(])(?!GMT|UTC|UT\b|Z\b|AM\b)[A-Z]{2,5}(?![A-Za-z])")


def cookie_date(text: str) -> datetime | None:
    """The moment that browsers read in an Expires attribute, in GMT; None where they pass over the attribute.

    A year beyond 9999 counts as that.
    """
    time: tuple[int, int, int] | None = None
    day = month = year = None
    for piece in _PIECES.findall(text):
        if time is None and (match := _TIME.fullmatch(piece)):
            time = int(match[1]), int(match[2]), int(match[3])
        elif day is None and _DAY.fullmatch(piece):
            day = int(piece)
        elif month is None and piece[:3].lower() in _MONTHS:
            month = _MONTHS.index(piece[:3].lower()) + 1
        elif year is None and _YEAR.fullmatch(piece):
            year = int(piece)
            if year < 100:
                year += 1900 if year >= 70 else 2000
        elif piece[0].isdigit() and None in (time, day, year):  # one reader takes the digits, another passes them over
            return None
    if time is None or day is None or month is None or year is None:
        return None
    try:
        return datetime(min(year, 9999), month, day, *time, tzinfo=UTC)
    except ValueError:
        return None


def other_zone(text: str) -> str | None:
    """The zone other than GMT that a date names, such as `+0200` or `PST`: browsers pass over it, and are off by it."""
    clock = re.search(r"[0-9]{1,2}:[0-9]{1,2}:[0-9]{1,2}", text)
    rest = re.sub(r"\(.*", "", text[clock.end() :]) if clock else ""
    found = _OFFSET.search(rest) or _LETTERS.search(rest)
    return found[0] if found else None

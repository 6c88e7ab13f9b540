"""HTTP-date (RFC 9110 section 5.6.7): IMF-fixdate, which HTTP generates, and the two older forms that it also reads."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from antiphon.http.expression import expression

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: tuple[str, ...] = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: IMF-fixdate = day-name "," SP date1 SP time-of-day SP GMT; day-name, month and GMT are case-sensitive.
IMF_FIXDATE: re.Pattern[str] = expression(
    rf"({'|'.join(_DAYS)}), ([0-9]{{2}}) ({'|'.join(MONTHS)}) ([0-9]{{4}}) ([0-9]{{2}}):([0-9]{{2}}):([0-9]{{2}}) GMT"
)

_TIME = r"([0-9]{2}):([0-9]{2}):([0-9]{2})"
_MONTH = rf"({'|'.join(MONTHS)})"
#: rfc850-date, which has two digits of the year.
_RFC_850 = expression(
    rf"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day), ([0-9]{{2}})-{_MONTH}-([0-9]{{2}}) {_TIME} GMT"
)
#: asctime-date, whose day may have a space in the place of its first digit.
_ASCTIME = expression(rf"(?:{'|'.join(_DAYS)}) {_MONTH} ([0-9]{{2}}| [0-9]) {_TIME} ([0-9]{{4}})")


def names_moment(moment: datetime) -> bool:
    """Whether a datetime is aware: it has a time zone, and that says how far from GMT it is (Python's `datetime`)."""
    return moment.utcoffset() is not None


def format_http_date(moment: datetime) -> str:
    """The IMF-fixdate of an aware datetime, in GMT, with fractions of a second left out.

    Raises ValueError for a naive datetime: it does not say which moment it means.
    """
    if not names_moment(moment):
        msg = "a naive datetime names no moment; give it a time zone, such as datetime.now(UTC)"
        raise ValueError(msg)
    gmt = moment.astimezone(UTC)
    day, month = _DAYS[gmt.weekday()], MONTHS[gmt.month - 1]
    return f"{day}, {gmt.day:02d} {month} {gmt.year:04d} {gmt.hour:02d}:{gmt.minute:02d}:{gmt.second:02d} GMT"


def date_fault(text: str) -> str:
    """Why a text is not such a date, as the end of a sentence."""
    match = IMF_FIXDATE.fullmatch(text.strip(" \t"))
    if match is None:
        return "is not an IMF-fixdate"
    day = next((day for day in _DAYS if parse_http_date(f"{day}{text.strip()[3:]}")), None)
    return f"has the wrong weekday: it is a {day}" if day else "names a day or time that does not exist"


def moment_or_text(text: str) -> datetime | str:
    """The moment that a text names; the text itself where that moment would be written otherwise.

    A leap second stays text: it must not be corrected in silence, since browsers do not read it in a cookie.
    """
    moment = parse_http_date(text)
    return moment if moment is not None and format_http_date(moment) == text else text


def parse_http_date(text: str) -> datetime | None:
    """The moment an IMF-fixdate names, or None where the text is not such a date.

    The date must exist and carry its own weekday. Second 60 (a leap second) reads as second 59.
    """
    match = IMF_FIXDATE.fullmatch(text)
    if match is None:
        return None
    day_name, day, month, year, *time = match.groups()
    moment = _moment(int(year), month, day, time)
    return moment if moment and _DAYS[moment.weekday()] == day_name else None


def read_http_date(text: str, *, now: datetime | None = None) -> datetime | None:
    """The moment that a recipient reads in an HTTP-date of any of the three forms; None for any other text.

    The weekday is not compared with the date. A year of two digits is the latest such year by which the date is not
    more than 50 years after `now`, an aware datetime; the current moment unless it is given.
    """
    if match := IMF_FIXDATE.fullmatch(text):
        _, day, month, year, *time = match.groups()
    elif match := _ASCTIME.fullmatch(text):
        month, day, *time, year = match.groups()
    elif match := _RFC_850.fullmatch(text):
        day, month, year, *time = match.groups()
        return _moment(_whole_year(int(year), month, day, time, now or datetime.now(UTC)), month, day, time)
    else:
        return None
    return _moment(int(year), month, day, time)


def _moment(year: int, month: str, day: str, time: list[str]) -> datetime | None:
    hour, minute, second = map(int, time)
    if second > 60:
        return None
    try:
        return datetime(year, MONTHS.index(month) + 1, int(day), hour, minute, min(second, 59), tzinfo=UTC)
    except ValueError:
        return None


def _whole_year(year: int, month: str, day: str, time: list[str], now: datetime) -> int:
    # Compared by its numbers: not every candidate has a 29th of February.
    year += (now.year + 50) // 100 * 100
    date = (year, MONTHS.index(month) + 1, int(day), *map(int, time))
    latest = (now.year + 50, *now.astimezone(UTC).timetuple()[1:6])
    return year - 100 if date > latest else year

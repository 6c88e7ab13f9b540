"""IMF-fixdate, the one date format that HTTP generates (RFC 9110 section 5.6.7)."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
MONTHS: tuple[str, ...] = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

#: IMF-fixdate = day-name "," SP date1 SP time-of-day SP GMT; day-name, month and GMT are case-sensitive.
IMF_FIXDATE = re.compile(
    rf"({'|'.join(_DAYS)}), ([0-9]{{2}}) ({'|'.join(MONTHS)}) ([0-9]{{4}}) ([0-9]{{2}}):([0-9]{{2}}):([0-9]{{2}}) GMT"
)


def format_http_date(moment: datetime) -> str:
    """The IMF-fixdate of an aware datetime, in GMT, with fractions of a second left out.

    Raises ValueError for a naive datetime: it does not say which moment it means.
    """
    if moment.tzinfo is None:
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


def parse_http_date(text: str) -> datetime | None:
    """The moment an IMF-fixdate names, or None where the text is not such a date.

    The date must exist and carry its own weekday. Second 60 (a leap second) reads as second 59.
    """
    match = IMF_FIXDATE.fullmatch(text)
    if match is None:
        return None
    day_name, day, month, year, hour, minute, second = match.groups()
    if second > "60":
        return None
    try:
        moment = datetime(
            int(year), MONTHS.index(month) + 1, int(day), int(hour), int(minute), min(int(second), 59), tzinfo=UTC
        )
    except ValueError:
        return None
    return moment if _DAYS[moment.weekday()] == day_name else None

"""`cookie_date`: the moments that browsers read in the Expires of a cookie."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from antiphon.http.cookie_dates import cookie_date, other_zone

NEW_YEAR = datetime(2027, 1, 1, 10, 49, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "Fri, 01 Jan 2027 10:49:05 GMT",
        "Fri, 01-Jan-2027 10:49:05 GMT",
        "Friday, 01-Jan-27 10:49:05 GMT",
        "Fri Jan  1 10:49:05 2027",
        "Mon, 1 january 2027  10:49:05 utc",
        "01 Jan 2027 10:49:05",
        "2027 10:49:05 1 Jan",
        "Fri, 01 Jan 2027 10:49:05.123 -0000",
        "Fri Jan 01 2027 10:49:05 GMT+0000 (UTC)",
        '"Fri, 01 Jan 02027 10:49:05 GMT" and more',
    ],
)
def test_spellings_of_one_moment(text: str) -> None:
    """Order, case, weekday and delimiters do not matter; Greenwich's zone may have any of its names."""
    assert (NEW_YEAR, None) == (cookie_date(text), other_zone(text))


@pytest.mark.parametrize("zone", ["PST", "EST", "CEST", "+0500", "-08:00", "GMT+0200 (CEST)", "UTC -0300"])
def test_zones_are_passed_over(zone: str) -> None:
    """Another zone is not read: the moment is Greenwich's."""
    text = f"Fri, 01 Jan 2027 10:49:05 {zone}"
    assert NEW_YEAR == cookie_date(text)
    assert other_zone(text)


@pytest.mark.parametrize(
    ("year", "read"),
    [("69", 2069), ("70", 1970), ("99", 1999), ("00", 2000), ("026", 2026), ("0099", 1999), ("12345", 9999)],
)
def test_years(year: str, read: int) -> None:
    """Below 100 they are of the years 1970 to 2069; what is beyond a calendar counts as its end."""
    date = cookie_date(f"Fri, 01 Jan {year} 10:49:05 GMT")
    assert date
    assert read == date.year


@pytest.mark.parametrize(
    "text",
    [
        *("", "0", "-1", "never", "Session", "1798800545", "2027-01-01T10:49:05Z", "01/01/2027 10:49:05"),
        *("Fri, 01 Jan 2027", "Fri, 01 Jan 2027 10:49 GMT", "Fri, 01 Jan 2027 10:49:05GMT", "1 Janvier 10:49:05"),
        *("Fri, 30 Feb 2027 10:49:05 GMT", "Mon, 29-Feb-2027 10:49:05 GMT", "Fri, 32 Jan 2027 10:49:05 GMT"),
        *(
            "3ri, 01 Jan 2027 10:49:05 GMT",
            "Fri Jan 1 1 10:49:05 2027",
            "10:49 Fri, 01 Jan 2027 10:49:05",
            "1st Jan 2027 10:49:05",
        ),
        *("Fri, 01 Jan 2027 24:00:00 GMT", "Fri, 01 Jan 2027 10:49:60 GMT"),
    ],
)
def test_what_is_no_date(text: str) -> None:
    """Browsers ignore it, and the cookie is one for the session."""
    assert cookie_date(text) is None

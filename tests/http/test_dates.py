"""HTTP-dates as recipients read them (RFC 9110 section 5.6.7)."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.http.dates import format_http_date, parse_http_date, read_http_date

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)
EXAMPLE = datetime(1994, 11, 6, 8, 49, 37, tzinfo=UTC)
MOMENTS = st.datetimes(timezones=st.just(UTC)).map(lambda moment: moment.replace(microsecond=0))


@pytest.mark.parametrize(
    "text", ["Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"]
)
def test_the_three_forms_of_the_section(text: str) -> None:
    """The examples of RFC 9110 are one moment."""
    assert EXAMPLE == read_http_date(text, now=NOW)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "0",
        "sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 gmt",
        "Sun, 06 Nov 1994 08:49:37 UTC",
        "Sun, 06 Nov 1994 08:49:37 +0000",
        "Sun, 6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 94 08:49:37 GMT",
        "Sun, 06-Nov-94 08:49:37 GMT",
        "Sunday, 06-Nov-1994 08:49:37 GMT",
        "Sun Nov 6 08:49:37 1994",
        "Mon, 32 Oct 2010 16:56:23 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT",
        "Sun, 06 Nov 1994 08:49:61 GMT",
        "Sun, 06 Nov 0000 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 08:49:37 GMT\n",
        "Sun, 06 Nov 1994 08:49:37 GMT; length=5",
    ],
)
def test_other_text_is_not_a_date(text: str) -> None:
    """Case counts, and so does each digit; no date means what it says only in part."""
    assert read_http_date(text, now=NOW) is None


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("Sunday, 29-Nov-76 12:00:00 GMT", 2076),
        ("Sunday, 29-Nov-76 12:00:01 GMT", 1976),
        ("Sunday, 29-Feb-00 12:00:00 GMT", 2000),
        ("Sunday, 31-Dec-75 23:59:59 GMT", 2075),
        ("Sunday, 01-Jan-77 00:00:00 GMT", 1977),
        ("Sunday, 01-Jan-26 00:00:00 GMT", 2026),
    ],
)
def test_two_digits_of_a_year(text: str, year: int) -> None:
    """A year that would be more than 50 years ahead is the most recent such year in the past."""
    read = read_http_date(text, now=NOW)
    assert read
    assert year == read.year


def test_the_current_moment_is_taken_where_none_is_given() -> None:
    """A two-digit year that is this year's is this year."""
    this_year = datetime.now(UTC).year
    read = read_http_date(f"Monday, 01-Jan-{this_year % 100:02d} 00:00:00 GMT")
    assert read
    assert this_year == read.year


def test_the_weekday_is_not_compared() -> None:
    """A sender writes the right one, and a recipient reads the date."""
    wrong = "Mon, 06 Nov 1994 08:49:37 GMT"
    assert EXAMPLE == read_http_date(wrong)
    assert parse_http_date(wrong) is None


@given(MOMENTS)
def test_what_is_written_is_read(moment: datetime) -> None:
    """Every moment comes back, by the strict reader and by the recipient's."""
    text = format_http_date(moment)
    assert moment == parse_http_date(text) == read_http_date(text)
    assert moment == read_http_date(f"{moment:%a %b} {moment.day:2d} {moment:%H:%M:%S} {moment.year:04d}")


@given(MOMENTS.filter(lambda moment: 200 < moment.year < 9900), st.integers(-49, 49))
def test_two_digits_are_within_fifty_years(now: datetime, years: int) -> None:
    """A date of the last or next 49 years keeps its year."""
    moment = datetime(now.year + years, 6, 15, 12, 30, 1, tzinfo=UTC)
    text = f"{moment:%A, %d-%b}-{moment.year % 100:02d} {moment:%H:%M:%S} GMT"
    assert moment == read_http_date(text, now=now.astimezone(timezone(timedelta(hours=5))))

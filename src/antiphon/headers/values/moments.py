"""Moments as HTTP says them: whole seconds in GMT (RFC 9110 section 5.6.7)."""

from __future__ import annotations

from datetime import UTC, datetime

from antiphon.headers.field import FieldError
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.dates import names_moment, parse_http_date


def whole_moment(field_name: str, moment: datetime) -> datetime:
    """The moment in UTC, without the fraction of its second. Raises FieldError unless it is an aware datetime."""
    if not isinstance(moment, datetime):
        raise FieldError(f"{field_name}: {moment!r} is not a datetime")
    if not names_moment(moment):
        raise FieldError(f"{field_name} needs an aware datetime, such as datetime.now(UTC)")
    try:
        return moment.astimezone(UTC).replace(microsecond=0)
    except OverflowError:
        raise FieldError(f"{field_name}: {moment!r} is before the year 1 or after the year 9999 in UTC") from None


def read_moment(field_name: str, text: str) -> datetime:
    """The moment that an IMF-fixdate names. Raises FieldError for other text and for dates that do not exist."""
    moment = parse_http_date(wire_text(field_name, text))
    if moment is None:
        raise FieldError(f"{field_name}: {text!r} is not a date such as 'Sun, 06 Nov 1994 08:49:37 GMT'")
    return moment

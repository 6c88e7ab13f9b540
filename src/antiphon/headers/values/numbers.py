"""Whole numbers on the wire: 1*DIGIT, and delta-seconds (RFC 9110 section 10.2.3, RFC 9111 section 1.2.2)."""

from __future__ import annotations

from datetime import timedelta

from antiphon.headers.field import FieldError
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.grammar import DIGITS

#: Python converts integers of this many digits whatever its settings are; longer ones may be refused.
MAX_DIGITS = 640
_LIMIT = 10**MAX_DIGITS


def whole_number(field_name: str, what: str, value: int) -> int:
    """The number itself. Raises FieldError unless it is an int from 0 up."""
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise FieldError(f"{field_name}: {what} is {value!r}, which is not a whole number from 0 up")
    if value >= _LIMIT:
        raise FieldError(f"{field_name}: {what} has more than {MAX_DIGITS} digits")
    return value


def whole_seconds(field_name: str, what: str, value: int | timedelta) -> int:
    """The number of seconds. Raises FieldError for a negative time or a fraction of a second."""
    if isinstance(value, timedelta):
        if value.microseconds:
            raise FieldError(f"{field_name}: {what} is {value!r}, and only whole seconds can be said")
        value = value.days * 86400 + value.seconds
    if isinstance(value, bool) or not isinstance(value, int) or value < 0:
        raise FieldError(f"{field_name}: {what} is {value!r}, which is not a number of seconds from 0 up")
    return whole_number(field_name, what, value)


def read_number(field_name: str, what: str, text: str) -> int:
    """The number that digits spell. Raises FieldError for anything but 1*DIGIT."""
    if not DIGITS.fullmatch(wire_text(field_name, text)):
        raise FieldError(f"{field_name}: {what} is {text!r}, which is not a number in digits alone")
    if len(text) > MAX_DIGITS:
        raise FieldError(f"{field_name}: {what} has more than {MAX_DIGITS} digits")
    return int(text)

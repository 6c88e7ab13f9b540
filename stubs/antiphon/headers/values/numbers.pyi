# Written by `nox -s generate` from src; do not edit.
"""Whole numbers on the wire: 1*DIGIT, and delta-seconds (RFC 9110 section 10.2.3, RFC 9111 section 1.2.2)."""

from datetime import timedelta

MAX_DIGITS: int

def whole_number(field_name: str, what: str, value: int) -> int:
    """The number itself. Raises FieldError unless it is an int from 0 up."""

def whole_seconds(field_name: str, what: str, value: int | timedelta) -> int:
    """The number of seconds. Raises FieldError for a negative time or a fraction of a second."""

def read_number(field_name: str, what: str, text: str) -> int:
    """The number that digits stand for. Raises FieldError for anything but 1*DIGIT."""

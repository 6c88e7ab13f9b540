# Written by `nox -s generate` from src; do not edit.
"""Moments as HTTP says them: whole seconds in GMT (RFC 9110 section 5.6.7)."""

from datetime import datetime

def whole_moment(field_name: str, moment: datetime) -> datetime:
    """The moment in UTC, without the fraction of its second. Raises FieldError unless it is an aware datetime."""

def read_moment(field_name: str, text: str) -> datetime:
    """The moment that an IMF-fixdate names. Raises FieldError for other text and for dates that do not exist."""

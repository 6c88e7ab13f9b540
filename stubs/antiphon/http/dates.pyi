# Written by `nox -s generate` from src; do not edit.
"""IMF-fixdate, the one date format that HTTP generates (RFC 9110 section 5.6.7)."""

import re
from datetime import datetime

IMF_FIXDATE: re.Pattern[str]

def format_http_date(moment: datetime) -> str:
    """The IMF-fixdate of an aware datetime, in GMT, with fractions of a second left out.

    Raises ValueError for a naive datetime: it does not say which moment it means.
    """

def parse_http_date(text: str) -> datetime | None:
    """The moment an IMF-fixdate names, or None where the text is no such date.

    The date must exist and carry its own weekday. Second 60 (a leap second) reads as second 59.
    """

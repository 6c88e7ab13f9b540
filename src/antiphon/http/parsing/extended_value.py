"""Text beyond ASCII in a parameter (RFC 8187 section 3.2.1): charset'language'percent-escapes."""

from __future__ import annotations

import re
from urllib.parse import unquote_to_bytes

#: ext-value = charset "'" [ language ] "'" value-chars; value-chars = *( pct-encoded / attr-char )
_EXTENDED = re.compile(
    r"(?P<charset>[A-Za-z0-9!#$%&+\-^_`{}~]+)'(?P<language>[A-Za-z0-9\-]*)'"
    r"(?P<text>(?:%[0-9A-Fa-f]{2}|[A-Za-z0-9!#$&+\-.^_`|~])*)"
)


def extended_fault(value: str) -> str:
    """What is wrong with an extended value, in a few words; empty where nothing is."""
    match = _EXTENDED.fullmatch(value)
    if match is None:
        return "is not of the form UTF-8''text with percent-escapes"
    if match["charset"].upper() != "UTF-8":
        return f"is in {match['charset']}, and only UTF-8 is to be written"
    try:
        unquote_to_bytes(match["text"]).decode()
    except UnicodeDecodeError:
        return "is not UTF-8 behind its percent-escapes"
    return ""


def extended_text(value: str) -> str | None:
    """The text that an extended value says; None where it says none."""
    match = _EXTENDED.fullmatch(value)
    return None if match is None or extended_fault(value) else unquote_to_bytes(match["text"]).decode()

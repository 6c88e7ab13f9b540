"""Text beyond ASCII in a parameter (RFC 8187 section 3.2.1): charset'language'percent-escapes."""

from __future__ import annotations

from urllib.parse import unquote_to_bytes

from antiphon.http.grammar import EXT_VALUE


def extended_fault(value: str) -> str:
    """The fault of an extended value in a few words; empty where it has none."""
    match = EXT_VALUE.fullmatch(value)
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
    match = EXT_VALUE.fullmatch(value)
    return None if match is None or extended_fault(value) else unquote_to_bytes(match["text"]).decode()

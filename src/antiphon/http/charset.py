"""The charset of text, in its media type."""

from __future__ import annotations


def with_charset(media_type: str, charset: str = "utf-8") -> str:
    """A `text/*` media type with its charset; one that names a charset, and any other media type, as it is.

    Browsers read text that names none as windows-1252 (HTML section 13.2.3.2).
    """
    if media_type[:5].lower() == "text/" and "charset=" not in media_type.lower():
        return f"{media_type}; charset={charset}"
    return media_type

"""The charset of text, in its media type."""

from __future__ import annotations

from antiphon.http.parsing.media_type import parameter_of


def with_charset(media_type: str, charset: str = "utf-8") -> str:
    """A `text/*` media type with its charset; one that names a charset, and any other media type, as it is.

    Browsers read text that names none as windows-1252 (HTML section 13.2.3.2).
    """
    if media_type[:5].lower() == "text/" and parameter_of(media_type, "charset") is None:
        return f"{media_type.rstrip('; ')}; charset={charset}"
    return media_type

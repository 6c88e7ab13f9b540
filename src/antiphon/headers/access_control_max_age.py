"""Access-Control-Max-Age (Fetch, "CORS protocol"): how long a browser may remember a preflight answer."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.seconds_field import SecondsField


class AccessControlMaxAge(SecondsField):
    """Whole seconds, as an int or a timedelta; Chromium heeds up to 7200 of them, Firefox up to 86400.

    Raises FieldError for a negative time or a fraction of a second.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Access-Control-Max-Age"
    examples: ClassVar[tuple[str, ...]] = (
        "0",
        "7200",
    )

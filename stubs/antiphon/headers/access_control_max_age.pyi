# Written by `nox -s generate` from src; do not edit.
"""Access-Control-Max-Age (Fetch, "CORS protocol"): how long a browser may remember a preflight answer."""

from typing import ClassVar

from antiphon.headers.values.seconds_field import SecondsField

class AccessControlMaxAge(SecondsField):
    """Whole seconds, as an int or a timedelta; Chromium heeds up to 7200 of them, Firefox up to 86400.

    Raises FieldError for a negative time or a fraction of a second.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

"""Age (RFC 9111 section 5.1): how long ago the origin made or checked the response; caches send it."""

from __future__ import annotations

from typing import ClassVar

from antiphon.headers.values.seconds_field import SecondsField


class Age(SecondsField):
    """Whole seconds, as an int or a timedelta. Raises FieldError for a negative time or a fraction of a second."""

    __slots__ = ()
    field_name: ClassVar[str] = "Age"
    examples: ClassVar[tuple[str, ...]] = (
        "0",
        "3600",
    )

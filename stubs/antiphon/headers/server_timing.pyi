# Written by `nox -s generate` from src; do not edit.
"""Server-Timing (Server Timing section 3.1): how long a part of the work took, for developer tools and the page."""

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class ServerTiming(TextField):
    """One metric: `ServerTiming("db", duration=timedelta(milliseconds=53.2))`. Several are a line each.

    On the wire the duration is in milliseconds, down to a microsecond. Raises FieldError for a name that is not a
    token, for a negative duration, and for a description outside ASCII.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, name: str, *, duration: timedelta | None = None, description: str | None = None) -> Self: ...
    @classmethod
    def decode(cls, value: str) -> Self:
        """One metric or several, as a declaration may hold them. Raises FieldError for anything else."""

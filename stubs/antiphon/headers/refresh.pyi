# Written by `nox -s generate` from src; do not edit.
"""Refresh (HTML, shared declarative refresh steps): the browser asks again, or goes elsewhere, after some seconds."""

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class Refresh(TextField):
    """`Refresh(5, url="/next")`, or `Refresh(30)` for the same page again.

    `seconds` is a whole number or a timedelta. `url` stays on the origin that answers, as a `Location` does;
    `Location.external(...)` says that leaving is intended. Raises FieldError for a target that browsers do not follow:
    a Refresh never leads to an app.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, seconds: int | timedelta, *, url: str | None = None) -> Self:
        """Raises FieldError for a negative number, a fraction of a second, and a target that does not stay."""

    @classmethod
    def decode(cls, value: str) -> Self:
        """Seconds, and a target on any origin. Raises FieldError for anything else, and for what browsers ignore."""

    @classmethod
    def untrusted(cls, value: str) -> Self:
        """Read a param of type `str`: its target stays on the origin that answers."""

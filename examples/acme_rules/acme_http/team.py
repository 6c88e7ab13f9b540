"""X-Acme-Team (Acme engineering handbook, chapter 4): who answers for a response."""

from __future__ import annotations

import re
from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.text_field import TextField

_TEAM = re.compile(r"[a-z]+(?:-[a-z]+)*")


class Team(TextField):
    """A team by its short name, such as `Team("billing-core")`."""

    __slots__ = ()
    field_name: ClassVar[str] = "X-Acme-Team"
    code: ClassVar[str] = "XACME003"
    url: ClassVar[str] = "https://handbook.acme.example/http#XACME003"
    citation: ClassVar[str] = "Acme engineering handbook, chapter 4"
    examples: ClassVar[tuple[str, ...]] = ("billing-core", "search")
    refused: ClassVar[tuple[str, ...]] = ("", "Billing", "billing core", "billing-")

    def __new__(cls, name: str) -> Self:
        """Raises FieldError for text that is not lower-case words with hyphens between them."""
        if not _TEAM.fullmatch(name):
            raise FieldError(
                f"X-Acme-Team: {name!r} is not the short name of a team", help="write one such as `search`"
            )
        return str.__new__(cls, name)

    @classmethod
    def decode(cls, value: str) -> Self:
        """The team that a field value names. Raises FieldError."""
        return cls(value)

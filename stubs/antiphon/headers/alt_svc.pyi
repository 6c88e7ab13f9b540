# Written by `nox -s generate` from src; do not edit.
"""Alt-Svc (RFC 7838 section 3): other hosts and protocols that serve this origin."""

from datetime import timedelta
from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class AltSvc(TextField):
    """One alternative: `AltSvc("h3", ":443", max_age=86400)`. `AltSvc.clear()` takes all of them back.

    `authority` is a port after a colon, with the host before it where it is another one. Where there are several
    alternatives, each is a line of its own. Raises FieldError for a protocol that is not a token, for another
    authority, and for a time that is negative or has a fraction of a second.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(
        cls, protocol: str, authority: str, *, max_age: int | timedelta | None = None, persist: bool = False
    ) -> Self: ...
    @classmethod
    def clear(cls) -> Self:
        """Take back every alternative that was announced before."""

    @classmethod
    def decode(cls, value: str) -> Self:
        """`clear`, or one alternative or several. Raises FieldError for anything else."""

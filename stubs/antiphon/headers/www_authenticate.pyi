# Written by `nox -s generate` from src; do not edit.
"""WWW-Authenticate (RFC 9110 section 11.6.1): how to ask again with credentials."""

from typing import ClassVar, Self

from antiphon.headers.values.text_field import TextField

class Challenge(TextField):
    """One challenge: `Challenge("Bearer", realm="shop", scope="orders")`. Parameter values are quoted.

    Where one answer offers several challenges, each is a field line of its own. `token68` is the other form, which
    Negotiate uses. Raises FieldError for a scheme or parameter name that is not a token, for a value that cannot be
    quoted, and for Basic without the realm that RFC 7617 section 2 demands.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(
        cls, scheme: str, /, *, realm: str | None = None, token68: str | None = None, **parameters: str
    ) -> Self: ...
    @classmethod
    def decode(cls, value: str) -> Self:
        """One challenge or several, as a declaration may hold them. Raises FieldError for anything else."""

    @classmethod
    def split_members(cls, value: str) -> list[str]:
        """The challenges of a field value, each with its parameters. Raises FieldError for anything else."""

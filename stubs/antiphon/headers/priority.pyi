# Written by `nox -s generate` from src; do not edit.
"""Priority (RFC 9218 section 4): how urgent the response is beside others on its connection."""

from typing import ClassVar, Literal, Self

from antiphon.headers.values.structured.values import Member
from antiphon.headers.values.structured_field import DictionaryField

class Priority(DictionaryField):
    """`urgency` from 0, the most urgent, to 7; `incremental` where parts of the content are of use alone.

    A part that is left out stays as the client asked for.
    Raises FieldError for another urgency, and where neither part is given.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(
        cls, *, urgency: Literal[0, 1, 2, 3, 4, 5, 6, 7] | None = None, incremental: bool | None = None
    ) -> Self: ...
    @classmethod
    def check(cls, key: str, member: Member) -> None: ...

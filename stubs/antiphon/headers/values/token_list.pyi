# Written by `nox -s generate` from src; do not edit.
"""Fields that are nothing but a list of words."""

import dataclasses
from typing import ClassVar, Self

@dataclasses.dataclass(frozen=True, slots=True, init=False)
class TokenList:
    """A list of tokens. Raises FieldError for an invalid member, and for an empty list where it has no meaning."""

    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]
    member: ClassVar[str]
    may_be_empty: ClassVar[bool]
    members: tuple[str, ...]
    """The members, in the order of writing."""

    def __init__(self, *members: str) -> None: ...
    @classmethod
    def check(cls, member: str) -> None:
        """Raises FieldError for a member that the field cannot hold."""

    @classmethod
    def decode(cls, value: str) -> Self: ...
    @classmethod
    def of(cls, value: list[str] | tuple[str, ...]) -> Self:
        """The field from a sequence of its members, which a keyword of `headers(...)` takes too."""

    def encode(self) -> bytes: ...

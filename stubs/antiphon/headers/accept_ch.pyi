# Written by `nox -s generate` from src; do not edit.
"""Accept-CH (RFC 8942 section 3.1): the client hints that this origin asks for."""

from typing import ClassVar, Self

from antiphon.headers.values.structured.values import Member
from antiphon.headers.values.structured_field import ListField

class AcceptCH(ListField):
    """Names of request fields, such as `AcceptCH("Sec-CH-UA-Model")`.

    Raises FieldError for a name that is not a token.
    """

    __slots__ = ()
    field_name: ClassVar[str]
    examples: ClassVar[tuple[str, ...]]

    def __new__(cls, *hints: str) -> Self: ...
    @classmethod
    def check(cls, member: Member) -> None: ...

"""Accept-CH (RFC 8942 section 3.1): the client hints that this origin asks for."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.values import Item, Member, Token
from antiphon.headers.values.structured_field import ListField


class AcceptCH(ListField):
    """Names of request fields, such as `AcceptCH("Sec-CH-UA-Model")`.

    Raises FieldError for a name that is not a token.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Accept-CH"
    examples: ClassVar[tuple[str, ...]] = ("Sec-CH-UA-Model", "Sec-CH-UA-Model, Sec-CH-UA-Arch")

    def __new__(cls, *hints: str) -> Self:
        for hint in hints:
            if not isinstance(hint, str):
                raise FieldError(f"{cls.field_name}: {hint!r} is not a hint, which is the name of a request field")
        return cls.of_members(tuple(Item(Token(hint)) for hint in hints))

    @classmethod
    def check(cls, member: Member) -> None:
        if not isinstance(member, Item) or not isinstance(member.value, Token):
            raise FieldError("a member is not a hint, which is the name of a request field without quotes")

"""Priority (RFC 9218 section 4): how urgent the response is beside others on its connection."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.values import Item, Member
from antiphon.headers.values.structured_field import DictionaryField


class Priority(DictionaryField):
    """`urgency` from 0, the most urgent, to 7; `incremental` where parts of the content are of use alone.

    A part that is left out stays as the client asked for.
    Raises FieldError for another urgency, and where neither part is given.
    """

    __slots__ = ()
    field_name: ClassVar[str] = "Priority"
    examples: ClassVar[tuple[str, ...]] = ("u=1", "u=5, i", "i=?0")

    def __new__(
        cls, *, urgency: Literal[0, 1, 2, 3, 4, 5, 6, 7] | None = None, incremental: bool | None = None
    ) -> Self:
        members = (("u", urgency), ("i", incremental))
        return cls.of_members(tuple((key, Item(value)) for key, value in members if value is not None))

    @classmethod
    def check(cls, key: str, member: Member) -> None:
        value = member.value if isinstance(member, Item) else None
        if key == "u" and (isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= 7):
            raise FieldError(f"the urgency {value!r} is not a whole number from 0 to 7")
        if key == "i" and not isinstance(value, bool):
            raise FieldError(f"incremental is {value!r}, which is neither true nor false")

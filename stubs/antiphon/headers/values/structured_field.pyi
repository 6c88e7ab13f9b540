# Written by `nox -s generate` from src; do not edit.
"""Fields that are structured values (RFC 9651), kept as their canonical text."""

from typing import ClassVar, Self

from antiphon.headers.values.structured.values import Dictionary, Item, List, Member
from antiphon.headers.values.text_field import TextField

class ItemField(TextField):
    """A field that is an Item. Raises FieldError for any other value, and for one that `check` refuses."""

    __slots__ = ()
    field_name: ClassVar[str]

    @classmethod
    def check(cls, item: Item) -> None:
        """Raises FieldError, without the field's name, for an item that the field does not define."""

    @classmethod
    def of_item(cls, item: Item) -> Self:
        """The field that says this item."""

    @classmethod
    def decode(cls, value: str) -> Self: ...
    @property
    def item(self) -> Item:
        """The item that the text spells."""

class ListField(TextField):
    """A field that is a List. Raises FieldError for another value, an empty list, and what `check` refuses."""

    __slots__ = ()
    field_name: ClassVar[str]

    @classmethod
    def check(cls, member: Member) -> None:
        """Raises FieldError, without the field's name, for a member that the field does not define."""

    @classmethod
    def of_members(cls, members: List) -> Self:
        """The field that lists these members."""

    @classmethod
    def decode(cls, value: str) -> Self: ...
    @property
    def members(self) -> List:
        """The members that the text spells."""

class DictionaryField(TextField):
    """A field that is a Dictionary. Raises FieldError for another value, an empty one, and what `check` refuses."""

    __slots__ = ()
    field_name: ClassVar[str]

    @classmethod
    def check(cls, key: str, member: Member) -> None:
        """Raises FieldError, without the field's name, for a member that the field does not define."""

    @classmethod
    def of_members(cls, members: Dictionary) -> Self:
        """The field that says these members."""

    @classmethod
    def decode(cls, value: str) -> Self: ...
    @property
    def members(self) -> dict[str, Member]:
        """The members that the text spells, by key."""

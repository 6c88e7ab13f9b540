"""Fields that are structured values (RFC 9651), kept as their canonical text."""

from __future__ import annotations

from typing import ClassVar, Self

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_dictionary, read_item, read_list
from antiphon.headers.values.structured.values import Dictionary, InnerList, Item, List, Member
from antiphon.headers.values.structured.writing import write_dictionary, write_item, write_list
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
        if not isinstance(item, Item):
            raise FieldError(f"{cls.field_name}: an Item is needed, and this is {type(item).__qualname__}")
        try:
            cls.check(item)
            return str.__new__(cls, write_item(item))
        except FieldError as error:
            raise FieldError(f"{cls.field_name}: {error}") from None

    @classmethod
    def decode(cls, value: str) -> Self:
        try:
            item = read_item(value)
        except FieldError as error:
            raise FieldError(f"{cls.field_name}: {error}") from None
        return cls.of_item(item)

    @property
    def item(self) -> Item:
        """The item that the text spells."""
        return read_item(self)


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
        if not members:
            raise FieldError(f"{cls.field_name} needs at least one member")
        if not isinstance(members, tuple) or not all(isinstance(one, Item | InnerList) for one in members):
            raise FieldError(f"{cls.field_name}: a tuple of Items and InnerLists is needed")
        try:
            for member in members:
                cls.check(member)
            return str.__new__(cls, write_list(members))
        except FieldError as error:
            raise FieldError(f"{cls.field_name}: {error}") from None

    @classmethod
    def decode(cls, value: str) -> Self:
        try:
            members = read_list(value)
        except FieldError as error:
            raise FieldError(f"{cls.field_name}: {error}") from None
        return cls.of_members(members)

    @property
    def members(self) -> List:
        """The members that the text spells."""
        return read_list(self)


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
        if not members:
            raise FieldError(f"{cls.field_name} needs at least one member")
        if not isinstance(members, tuple) or not all(map(_is_pair, members)):
            raise FieldError(f"{cls.field_name}: a tuple of pairs is needed: keys, and Items or InnerLists")
        try:
            for key, member in members:
                cls.check(key, member)
            return str.__new__(cls, write_dictionary(members))
        except FieldError as error:
            raise FieldError(f"{cls.field_name}: {error}") from None

    @classmethod
    def decode(cls, value: str) -> Self:
        try:
            members = read_dictionary(value)
        except FieldError as error:
            raise FieldError(f"{cls.field_name}: {error}") from None
        return cls.of_members(members)

    @property
    def members(self) -> dict[str, Member]:
        """The members that the text spells, by key."""
        return dict(read_dictionary(self))


def _is_pair(given: object) -> bool:
    if not isinstance(given, tuple) or len(given) != 2:
        return False
    key, member = given
    return isinstance(key, str) and isinstance(member, Item | InnerList)

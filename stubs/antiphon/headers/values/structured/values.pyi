# Written by `nox -s generate` from src; do not edit.
"""The parts of a structured field value (RFC 9651 section 3)."""

import dataclasses
from decimal import Decimal
from typing import TypeAlias

class Token(str):
    """A token (section 3.3.4); a plain `str` is a string (section 3.3.3)."""

    __slots__ = ()

class DisplayString(str):
    """A display string (section 3.3.8): text in any script."""

    __slots__ = ()

class Date(int):
    """A date (section 3.3.7): seconds from 1970-01-01T00:00:00Z on."""

    __slots__ = ()

BareItem: TypeAlias = int | Decimal | str | bytes | bool | Token | DisplayString | Date
Parameters: TypeAlias = tuple[tuple[str, BareItem], ...]

@dataclasses.dataclass(frozen=True, slots=True)
class Item:
    """A bare item with its parameters (section 3.3)."""

    value: BareItem
    """The bare item."""
    parameters: Parameters = ()
    """The parameters by their keys, in the order of writing."""

@dataclasses.dataclass(frozen=True, slots=True)
class InnerList:
    """Items between parentheses, with the parameters of the whole (section 3.1.1)."""

    items: tuple[Item, ...]
    """The items, in the order of writing."""
    parameters: Parameters = ()
    """The parameters by their keys, in the order of writing."""

Member: TypeAlias = Item | InnerList
List: TypeAlias = tuple[Member, ...]
Dictionary: TypeAlias = tuple[tuple[str, Member], ...]

"""Text to structured values (RFC 9651 section 4.2): one error, and nothing of the whole field is read."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Callable
from decimal import Decimal

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.values import (
    BareItem,
    Date,
    Dictionary,
    DisplayString,
    InnerList,
    Item,
    List,
    Member,
    Parameters,
    Token,
)
from antiphon.headers.values.structured.writing import KEY, TOKEN

_OWS = re.compile(r"[ \t]*")
_SP = re.compile(r" *")
_NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]*)?")
_STRING = re.compile(r'"((?:[ !#-\[\]-~]|\\["\\])*)"')
_BYTES = re.compile(r":([A-Za-z0-9+/=]*):")
_BOOLEAN = re.compile(r"\?([01])")
_DATE = re.compile(r"@(-?[0-9]{1,15})(?![0-9.])")
_DISPLAY_STRING = re.compile(r'%"((?:[ !#$&-~]|%[0-9a-f]{2})*)"')


def read_item(text: str) -> Item:
    """The item that a whole field value is. Every reader raises FieldError, with the place, for anything else."""
    reader = _reader(text)
    item = reader.item()
    reader.end()
    return item


def read_list(text: str) -> List:
    """The list that a whole field value is (section 4.2.1)."""
    reader = _reader(text)
    members = []
    while reader.more():
        members.append(reader.member())
        reader.comma()
    return tuple(members)


def read_dictionary(text: str) -> Dictionary:
    """The dictionary that a whole field value is (section 4.2.2); of a repeated key the last value counts."""
    reader = _reader(text)
    members: dict[str, Member] = {}
    while reader.more():
        key = reader.key()
        members[key] = reader.member() if reader.took("=") else Item(value=True, parameters=reader.parameters())
        reader.comma()
    return tuple(members.items())


def _reader(text: object) -> _Reader:
    if not isinstance(text, str):
        raise FieldError(f"a field value is read from str, and this is {type(text).__qualname__}")
    return _Reader(text.strip(" "))


class _Reader:
    """A text and how far it is read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0

    def more(self) -> bool:
        return self.at < len(self.text)

    def refuse(self, wanted: str) -> FieldError:
        rest = self.text[self.at : self.at + 20]
        return FieldError(
            f"{rest!r} at position {self.at} is not {wanted}" if rest else f"the value ends before {wanted}"
        )

    def end(self) -> None:
        if self.more():
            raise self.refuse("the end of the value")

    def took(self, character: str) -> bool:
        found = self.text.startswith(character, self.at)
        self.at += found
        return found

    def match(self, pattern: re.Pattern[str], wanted: str) -> re.Match[str]:
        match = pattern.match(self.text, self.at)
        if match is None:
            raise self.refuse(wanted)
        self.at = match.end()
        return match

    def comma(self) -> None:
        """Read a separator: OWS, a comma, OWS; and something must follow."""
        self.match(_OWS, "whitespace")
        if self.more():
            if not self.took(","):
                raise self.refuse("a comma or the end of the value")
            self.match(_OWS, "whitespace")
            if not self.more():
                raise self.refuse("a member after the comma")

    def key(self) -> str:
        return self.match(KEY, "a key, which is in lower case")[0]

    def member(self) -> Member:
        return self.inner_list() if self.text.startswith("(", self.at) else self.item()

    def inner_list(self) -> InnerList:
        self.at += 1
        items: list[Item] = []
        while True:
            self.match(_SP, "a space")
            if self.took(")"):
                return InnerList(tuple(items), self.parameters())
            items.append(self.item())
            if self.text[self.at : self.at + 1] not in (" ", ")"):
                raise self.refuse("a space or the end of the inner list")

    def item(self) -> Item:
        return Item(self.bare_item(), self.parameters())

    def parameters(self) -> Parameters:
        found: dict[str, BareItem] = {}
        while self.took(";"):
            self.match(_SP, "a space")
            key = self.key()
            found[key] = self.bare_item() if self.took("=") else True
        return tuple(found.items())

    def bare_item(self) -> BareItem:
        first = self.text[self.at : self.at + 1]
        read = _READERS.get(first)
        if read is not None:
            return read(self)
        if TOKEN.match(first):
            return Token(self.match(TOKEN, "a token")[0])
        raise self.refuse("a value")

    def number(self) -> BareItem:
        start = self.at
        digits = self.match(_NUMBER, "a number")[0]
        whole, point, fraction = digits.removeprefix("-").partition(".")
        if not point and len(whole) <= 15:
            return int(digits)
        if point and len(whole) <= 12 and 1 <= len(fraction) <= 3:
            return Decimal(digits)
        self.at = start
        raise self.refuse("an integer of up to 15 digits or a decimal of up to 12 before and 1 to 3 after its point")

    def string(self) -> BareItem:
        return re.sub(r"\\(.)", r"\1", self.match(_STRING, "a string in double quotes, of printable ASCII")[1])

    def byte_sequence(self) -> BareItem:
        text = self.match(_BYTES, "a byte sequence in base64 between colons")[1]
        try:
            return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
        except binascii.Error:
            raise FieldError(f"{text!r} is not base64") from None

    def boolean(self) -> BareItem:
        return self.match(_BOOLEAN, "?1 or ?0")[1] == "1"

    def date(self) -> BareItem:
        return Date(self.match(_DATE, "a date: @ and a whole number of seconds")[1])

    def display_string(self) -> BareItem:
        text = self.match(_DISPLAY_STRING, "a display string")[1]
        octets = re.sub(rb"%(..)", lambda match: bytes([int(match[1], 16)]), text.encode("ascii"))
        try:
            return DisplayString(octets.decode())
        except UnicodeDecodeError:
            raise FieldError(f"{text!r} is not UTF-8 in percent-encoding") from None


_READERS: dict[str, Callable[[_Reader], BareItem]] = {
    '"': _Reader.string,
    ":": _Reader.byte_sequence,
    "?": _Reader.boolean,
    "@": _Reader.date,
    "%": _Reader.display_string,
    **dict.fromkeys("-0123456789", _Reader.number),
}

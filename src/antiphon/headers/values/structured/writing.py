"""Structured values to text (RFC 9651 section 4.1)."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from decimal import ROUND_HALF_EVEN, Decimal

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

KEY = re.compile(r"[a-z*][a-z0-9_\-.*]*")
TOKEN = re.compile(r"[A-Za-z*][!#$%&'*+\-.^_`|~0-9A-Za-z:/]*")
_STRING = re.compile(r"[ -~]*")
#: Section 4.1.11: the characters of a display string that are not percent-encoded.
_DISPLAYED = frozenset(map(chr, range(0x20, 0x7F))) - {"%", '"'}
_LARGEST = 999_999_999_999_999
_THOUSANDTH = Decimal("0.001")


def write_list(members: List) -> str:
    """Section 4.1.1. Every writer raises FieldError for a value that its type cannot say."""
    return ", ".join(write_member(member) for member in members)


def write_dictionary(members: Dictionary) -> str:
    """Section 4.1.2: a member that is true is written by its key alone."""
    return ", ".join(
        _key(key) + (_parameters(member.parameters) if _is_true(member) else f"={write_member(member)}")
        for key, member in members
    )


def _is_true(member: Member) -> bool:
    return isinstance(member, Item) and member.value is True


def write_member(member: Member) -> str:
    """Sections 4.1.1.1 and 4.1.3."""
    if isinstance(member, InnerList):
        return f"({' '.join(map(write_item, member.items))}){_parameters(member.parameters)}"
    return write_item(member)


def write_item(item: Item) -> str:
    """Section 4.1.3."""
    return write_bare_item(item.value) + _parameters(item.parameters)


def _parameters(parameters: Parameters) -> str:
    return "".join(
        f";{_key(key)}" if value is True else f";{_key(key)}={write_bare_item(value)}" for key, value in parameters
    )


def _key(key: str) -> str:
    if not KEY.fullmatch(key):
        raise FieldError(f"{key!r} is not a key: a lower-case letter or '*', then those, digits, '_', '-' and '.'")
    return key


def write_bare_item(value: BareItem) -> str:
    """Section 4.1.3.1."""
    for kind, write in _WRITERS:
        if isinstance(value, kind):
            return write(value)
    raise FieldError(f"a {type(value).__name__} is not a structured value")


def _boolean(value: object) -> str:
    return "?1" if value else "?0"


def _integer(value: int) -> str:
    if abs(value) > _LARGEST:
        raise FieldError("an integer has at most 15 digits")
    return str(int(value))


def _date(value: Date) -> str:
    return f"@{_integer(value)}"


def _decimal(value: Decimal) -> str:
    if not value.is_finite() or abs(value) >= 10**12:
        raise FieldError(f"{value} is not a decimal of at most 12 digits before its point")
    rounded = value.quantize(_THOUSANDTH, ROUND_HALF_EVEN)
    if abs(rounded) >= 10**12:
        raise FieldError(f"{value} is not a decimal of at most 12 digits before its point")
    whole, _, fraction = f"{rounded:f}".partition(".")
    return f"{whole}.{fraction.rstrip('0') or '0'}"


def _token(value: str) -> str:
    if not TOKEN.fullmatch(value):
        raise FieldError(f"{str(value)!r} is not a token")
    return str(value)


def _string(value: str) -> str:
    if not _STRING.fullmatch(value):
        raise FieldError(f"{value!r} is not printable ASCII, which is all that a string holds")
    escaped = value.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def _byte_sequence(value: bytes) -> str:
    return f":{base64.b64encode(value).decode('ascii')}:"


def _display_string(value: str) -> str:
    try:
        octets = value.encode()
    except UnicodeEncodeError:
        raise FieldError(f"{str(value)!r} holds a lone surrogate") from None
    written = "".join(chr(octet) if chr(octet) in _DISPLAYED else f"%{octet:02x}" for octet in octets)
    return f'%"{written}"'


#: The first row whose type fits is the one that writes: `bool` and Date are ints, Token and DisplayString are texts.
_WRITERS: tuple[tuple[type, Callable[..., str]], ...] = (
    (bool, _boolean),
    (Date, _date),
    (int, _integer),
    (Decimal, _decimal),
    (Token, _token),
    (DisplayString, _display_string),
    (str, _string),
    (bytes, _byte_sequence),
)

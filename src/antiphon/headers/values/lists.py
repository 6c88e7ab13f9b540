"""Comma-separated lists (RFC 9110 section 5.6.1), as a sender writes them: no empty member."""

from __future__ import annotations

import re

from antiphon.headers.field import FieldError
from antiphon.headers.values.wire_text import wire_text
from antiphon.http.grammar import QUOTED

#: Everything up to a comma outside quotes.
_MEMBER = re.compile(rf'(?:[^",]|{QUOTED})*')


def split_list(field_name: str, value: str) -> list[str]:
    """The members of a list, without the whitespace around them; none for an empty value.

    Commas inside a quoted-string separate nothing. Raises FieldError for an empty member, for a quote that does not
    end, and for whitespace around the whole value.
    """
    if not wire_text(field_name, value):
        return []
    if value != value.strip(" \t"):
        raise FieldError(f"{field_name}: {value!r} begins or ends with whitespace")
    members, start = [], 0
    while True:
        match = _MEMBER.match(value, start)
        end = match.end() if match else start
        if end < len(value) and value[end] != ",":
            raise FieldError(f"{field_name}: the quote in {value[end:]!r} does not end, or quotes what it cannot")
        member = value[start:end].strip(" \t")
        if not member:
            raise FieldError(f"{field_name}: {value!r} has an empty list member")
        members.append(member)
        if end == len(value):
            return members
        start = end + 1

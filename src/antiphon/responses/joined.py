"""One line of a field that is a list, with the members of two."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from antiphon.headers.cache_control import CacheControl
from antiphon.headers.field import FieldError
from antiphon.headers.registry import field_class
from antiphon.headers.values.structured_field import DictionaryField
from antiphon.headers.values.token_list import TokenList

#: List fields of which one member counts: the last that is known (Referrer Policy section 8.1).
_LAST_COUNTS = frozenset(("Referrer-Policy",))


class Joined(NamedTuple):
    """The line; with a conflict, the reason for which it does not say what the first one says."""

    line: bytes
    conflict: str | None = None


@lru_cache(maxsize=512)
def joined(name: str, own: bytes, added: bytes) -> Joined:
    """The members of a response's own line and, behind them, those of another one; equal ones once.

    `name` is spelt as its standard has it.
    """
    if name == "Vary" and b"*" in (own.strip(), added.strip()):  # RFC 9110 section 12.5.5: it stands for all
        return Joined(b"*")
    members = [one.strip() for one in added.split(b",")] if _is_of_words(name) and b'"' not in added else [added]
    there = {one.strip().lower() for one in own.split(b",")}
    new = [one for one in members if one and one.lower() not in there]
    line = b", ".join([own, *new]) if own else b", ".join(new)
    return Joined(line, _conflict(name, own.decode("latin-1"), line.decode("latin-1")) if own and new else None)


def _is_of_words(name: str) -> bool:
    """Whether members have no comma, but in quotes, so that equal ones are found by comparing text."""
    field = field_class(name)
    return field is not None and issubclass(field, TokenList | CacheControl)


def _conflict(name: str, own: str, line: str) -> str | None:
    if name in _LAST_COUNTS:
        return f"both have {name}, of which the last member counts"
    field = field_class(name)
    if field is None:
        return None
    try:
        before = field.decode(own)
    except FieldError:
        return None  # nothing is known of it
    try:
        after = field.decode(line)
    except FieldError as error:
        return f"both have {name}, and not together: {error}"
    if isinstance(before, DictionaryField) and isinstance(after, DictionaryField):
        # RFC 9651 section 3.2: of members with one key the last counts.
        changed = [key for key, member in before.members.items() if after.members.get(key) != member]
        if changed:
            return f"both have {name}, with another value of {changed[0]!r}"
    return None

"""Tokens (RFC 9110 section 5.6.2), the words of most field values."""

from __future__ import annotations

from typing import get_args

from antiphon.headers.field import FieldError
from antiphon.http.grammar import TOKEN


def check_token(field_name: str, what: str, value: str) -> None:
    """Raises FieldError unless the value is a token. `what` says its meaning, such as `a method`."""
    if not isinstance(value, str) or not TOKEN.fullmatch(value):
        raise FieldError(f"{field_name}: {value!r} is not {what}, which is a token")


def check_flag(field_name: str, what: str, value: object) -> None:
    """Raises FieldError unless the value is True or False itself; text such as "no" would count as true."""
    if not isinstance(value, bool):
        raise FieldError(f"{field_name}: {what} is {value!r}, which is neither True nor False")


def words(alias: object) -> tuple[str, ...]:
    """The words of an alias that is a union of Literals."""
    return tuple(word for literal in get_args(alias) for word in get_args(literal))


def check_choice(field_name: str, value: str, choices: tuple[str, ...]) -> None:
    """Raises FieldError unless the value is one of the choices, in their own case."""
    if value not in choices:
        raise FieldError(f"{field_name}: {value!r} is none of {', '.join(map(repr, choices))}")

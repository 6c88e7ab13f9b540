# Written by `nox -s generate` from src; do not edit.
"""Tokens (RFC 9110 section 5.6.2), the words of most field values."""

def check_token(field_name: str, what: str, value: str) -> None:
    """Raises FieldError unless the value is a token. `what` says what it stands for, such as `a method`."""

def check_flag(field_name: str, what: str, value: object) -> None:
    """Raises FieldError unless the value is True or False itself; text such as "no" would count as true."""

def words(alias: object) -> tuple[str, ...]:
    """The words of an alias that is a union of Literals."""

def check_choice(field_name: str, value: str, choices: tuple[str, ...]) -> None:
    """Raises FieldError unless the value is one of the choices, in their own case."""

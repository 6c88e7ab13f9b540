# Written by `nox -s generate` from src; do not edit.
"""AN004."""

from antiphon.rules.rule import Rule

misspelt_field_name: Rule
"""A field name is a registered one, or unlike every registered one.

A recipient ignores a field that it does not know, so a misspelt `Cache-Control` leaves the response to be cached
and nothing says so. Names that begin with `X-` are never taken for misspelt."""

def distance(one: str, other: str) -> int:
    """How many letters were left out, put in, changed, or swapped with their neighbour."""

# Written by `nox -s generate` from src; do not edit.
"""CK026."""

from antiphon.rules.rule import Rule

deletion_by_an_invalid_lifetime: Rule
"""A deletion has Max-Age=0 or a date that has passed.

A negative Max-Age is outside the grammar. `Expires=0` and `Expires=-1` are no dates: browsers ignore them, and an
empty session cookie stays behind where none should be."""

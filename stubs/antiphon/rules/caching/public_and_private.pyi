# Written by `nox -s generate` from src; do not edit.
"""CC004."""

from antiphon.rules.rule import Rule

public_and_private: Rule
"""A response is public or private, not both.

The two contradict each other, and no standard says which one wins: a browser keeps the response for its user, and
a shared cache may keep it for everybody."""

# Written by `nox -s generate` from src; do not edit.
"""A spec as it would be sent, for people to read: right or wrong, with its params as {placeholders}."""

from antiphon.spec import ResponseSpec

LONGEST: int
MOST: int

def wire(spec: ResponseSpec) -> str:
    """The status line, the field lines and the content. What cannot be shown is escaped: no line is broken in two."""

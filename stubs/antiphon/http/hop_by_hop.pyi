# Written by `nox -s generate` from src; do not edit.
"""The fields that are about one connection, and that an intermediary does not forward (RFC 9110 section 7.6.1)."""

from collections.abc import Collection, Iterable

Line = tuple[bytes, bytes]
HOP_BY_HOP: frozenset[bytes]

def end_to_end(lines: Iterable[Line], without: Collection[bytes] = ()) -> list[Line]:
    """The lines to forward, in order: not those about the connection, nor those that Connection names."""

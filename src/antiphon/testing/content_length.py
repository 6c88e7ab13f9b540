"""The length that field lines announce."""

from __future__ import annotations

from collections.abc import Iterable

from antiphon.http.parsing.pieces import whole_number


def announced(lines: Iterable[tuple[bytes, bytes]]) -> int | None:
    """The octets that Content-Length says; None where there is no such line, or none that is a number."""
    for name, value in lines:
        if name.lower() == b"content-length":
            return whole_number(value.decode("latin-1"))
    return None

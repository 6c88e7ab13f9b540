"""The length that field lines announce, and the statuses that have no content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from antiphon.http.parsing.pieces import whole_number
from antiphon.http.status import UNCOUNTED

#: Statuses that have no content at all; of a 205, RFC 9110 section 15.3.6 says it.
WITHOUT_CONTENT: Final = UNCOUNTED | {205}


def announced(lines: Iterable[tuple[bytes, bytes]]) -> int | None:
    """The octets that Content-Length says; None where there is no such line, or none that is a number."""
    for name, value in lines:
        if name.lower() == b"content-length":
            return whole_number(value.decode("latin-1"))
    return None

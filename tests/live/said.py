"""A compiled response beside what must be on the wire, which is written by hand."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

Fields = tuple[tuple[str, str], ...]

JSON = ("content-type", "application/json")
PROBLEM = ("content-type", "application/problem+json")
TEXT = ("content-type", "text/plain; charset=utf-8")
HTML = ("content-type", "text/html; charset=utf-8")
OCTETS = ("content-type", "application/octet-stream")


@dataclasses.dataclass(frozen=True)
class Said:
    """The arguments of one call, and the message that they make, without what servers add."""

    compiled: Any
    status: int
    fields: Fields = ()
    body: bytes = b""
    content: tuple[object, ...] = ()
    params: Mapping[str, object] = dataclasses.field(default_factory=dict)


def length(octets: bytes) -> tuple[str, str]:
    return "content-length", str(len(octets))

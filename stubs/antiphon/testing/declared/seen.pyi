# Written by `nox -s generate` from src; do not edit.
"""A response as a client or a server saw it, whoever's class it is."""

import dataclasses
from collections.abc import Iterable
from typing import Any

@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A response: its status, its field lines in order, and its content without any content coding.

    `content` is None where it is not known. `coded` says that it was sent in a coding.
    """

    status: int
    lines: tuple[tuple[str, str], ...]
    content: bytes | None = None
    coded: bool = False
    method: str = "GET"
    path: str = ""
    followed: int = 0
    """The redirects that the client followed before."""

    def values(self, name: str) -> list[str]:
        """The values of the field of that name, line by line."""

def on_the_wire(
    status: int, lines: Iterable[tuple[bytes, bytes]], body: bytes | None, method: str, path: str = ""
) -> Seen:
    """A response as it is sent, with the coding taken off where this is one that Python knows."""

def seen(response: Any) -> Seen:
    """The response of a client: of httpx and what is made of it, requests, Flask, Django, aiohttp; or of a handler.

    Raises TypeError for anything else, and for a response of aiohttp that was not read.
    """

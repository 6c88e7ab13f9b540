# Written by `nox -s generate` from src; do not edit.
"""One response as it was seen."""

import dataclasses

from antiphon.captures.place import Place
from antiphon.diagnostics.call_site import Position

@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A response and what is known of its request. Nothing is judged here; text has one character for each octet.

    `body` is the content as it was sent, b"" where there was none, and None where it is not known. `places` has a
    place for each of the `lines`, or is empty. `interim` says that another response followed this one.
    """

    status: int
    lines: tuple[tuple[str, str], ...]
    body: bytes | None = None
    method: str | None = None
    url: str | None = None
    places: tuple[Place, ...] = ()
    at: Position | None = None
    interim: bool = False

@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What one input holds. `shown` are its lines without the values of cookies; an empty one is not fit to be shown.

    `skipped` counts requests that no response stands beside.
    """

    exchanges: tuple[Exchange, ...]
    shown: tuple[str, ...] = ()
    skipped: int = 0

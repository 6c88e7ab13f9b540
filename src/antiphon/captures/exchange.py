"""One response as it was seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from antiphon.captures.place import Place
    from antiphon.diagnostics.call_site import Position

#: Parts of a response that an input only seems to show; captures/unseen.py says which findings that rules out.
Unseen: TypeAlias = Literal["fields", "length", "lines", "location", "octets", "own fields of a 304"]


class Exchange(NamedTuple):
    """A response and what is known of its request. Nothing is judged here; text has one character for each octet.

    `body` is the content as it was sent, b"" where there was none, and None where it is not known. `places` has a
    place for each of the `lines`, or is empty. `interim` says that another response followed this one. `unseen` names
    the parts that the input does not show, so that they are not held against the response.
    """

    status: int
    lines: tuple[tuple[str, str], ...]
    body: bytes | None = None
    method: str | None = None
    url: str | None = None
    places: tuple[Place, ...] = ()
    at: Position | None = None
    interim: bool = False
    unseen: frozenset[Unseen] = frozenset()

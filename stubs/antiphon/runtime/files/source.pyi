# Written by `nox -s generate` from src; do not edit.
"""One file of one response: found, opened, described and read. Every method but `read_now` may wait for a disk."""

import os
from typing import IO, NamedTuple, TypeAlias, TypeVar

T = TypeVar("T")
FileContent: TypeAlias = str | os.PathLike[str] | IO[bytes]

class Facts(NamedTuple):
    """The size of a file in octets, and the moment of its last change in nanoseconds, where there is one."""

    size: int
    changed: int | None

class Source:
    """A file, by its path or opened already. `root` is the folder below which a path must lead.

    `close` closes an opened one as well: it is given away with the response.
    """

    __slots__ = ("_content", "_is_own", "_reads_now", "_root", "descriptor", "path")
    path: str | None
    descriptor: int | None

    def __init__(self, content: FileContent, root: str | None = None) -> None: ...
    @property
    def name(self) -> str:
        """The name by which the media type is guessed; empty where there is none."""

    @property
    def is_in_memory(self) -> bool:
        """Whether the whole of it is in memory, so that no method waits."""

    def describe(self) -> Facts:
        """The facts of the file, which is not opened for it. Raises OSError as `open` does."""

    def open(self) -> Facts:
        """Open the file; the facts are those of what is opened, whatever its path leads to later.

        Raises OSError where there is no such file, where it may not be read, and where it is not a regular file:
        FileNotFoundError too for a path that leads out of the root, and for text that no path may be.
        """

    def read(self, start: int, count: int) -> bytes:
        """At most that many octets from there; none at all where the file ends before."""

    def read_now(self, start: int, count: int) -> bytes | None:
        """The same where the octets are in memory already; None where a disk may have to be waited for."""

    def close(self) -> None:
        """Close the file, whether or not it was opened here."""

def is_not_there(error: OSError) -> bool:
    """Whether an error of opening says that there is no regular file of that name, and not that it cannot be read."""

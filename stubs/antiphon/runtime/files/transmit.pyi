# Written by `nox -s generate` from src; do not edit.
"""Send a file. HOT.

Everything that may wait for a disk runs in a worker thread, in one call for a file that is small; octets that are in
memory already are read without one, where the system can say so (Linux). Nothing is sent before the file is open and
described, so an error until then is raised as if nothing had begun. Exactly the octets that were announced are sent: a
file that grows is cut there; for one that became shorter an error is raised and logged, upon which servers close the
connection.
"""

from typing import Literal, NamedTuple, TypeAlias, Union

from antiphon.runtime.files.answer import Answer
from antiphon.runtime.files.source import FileContent, Source
from antiphon.runtime.plan import RawHeader
from antiphon.runtime.transmit.asgi import Receive, Scope, Send

CHUNK: int
MESSAGES: int
Missing: TypeAlias = Literal["error"] | Literal["not_found"]
FileStatus: TypeAlias = Union[Literal[200], Literal[206], Literal[304], Literal[404], Literal[412], Literal[416]]

class Policy(NamedTuple):
    """The part of a declaration that says how a file is sent."""

    root: str | None = None
    missing: Missing = "error"
    ranges: bool = True
    names_type: bool = True
    """Whether the media type is that of the file's name, where no field line says it."""

async def transmit_file(
    content: FileContent,
    status: int,
    headers: list[RawHeader],
    scope: Scope,
    receive: Receive,
    send: Send,
    *,
    policy: Policy,
) -> None:
    """Send a file, or the part of it that the request asks for, and close it.

    Raises OSError where the file cannot be opened, before anything is sent; RuntimeError where it became shorter
    meanwhile; and Disconnected, which is an OSError, when `send` raises one.
    """

async def send_answer(
    source: Source | None,
    found: Answer,
    scope: Scope,
    receive: Receive,
    send: Send,
    *,
    first: bytes = b"",
    path: str | None = None,
    chunk: int = CHUNK,
) -> None:
    """Send an answer from a file that is open; `first` are the octets with which its first piece begins.

    With `path` the server is asked to open the file, where it offers that and the whole file is sent.
    """

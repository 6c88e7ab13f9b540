# Written by `nox -s generate` from src; do not edit.
"""A response while it is sent, for callers that have no ASGI exchange: its messages are taken one by one."""

from collections.abc import AsyncGenerator, Mapping
from typing import Any, Protocol, Self

from antiphon.responses.starlette_classes import Message, Receive, Scope, Send

class Application(Protocol):
    """An ASGI application, such as a response."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None: ...

def scope_like(scope: Mapping[str, Any] | None) -> dict[str, Any]:
    """The scope of an exchange: of a GET without fields, but for what is given."""

class AsyncPieces:
    """The body of a response, piece by piece, as an async iterator. It is made in the event loop that iterates it.

    Whoever stops early calls `aclose`: to the response the client has left then. When the last piece was sent,
    `finished` runs the background work.
    """

    def __init__(self, response: Application, scope: Mapping[str, Any]) -> None: ...
    async def start(self) -> Message:
        """The message with status and header. Raises what the content raises before anything is sent."""

    def whole(self) -> bytes | None:
        """The body, if it is there already in one piece."""

    def __aiter__(self) -> Self: ...
    def ended_by(self, receive: Receive) -> AsyncPieces:
        """The same, which ends when `receive` of an ASGI exchange that nobody else reads says that the client left."""

    async def __anext__(self) -> bytes: ...
    async def aclose(self) -> None:
        """Stop. The iterator of the content has been closed when this returns, if it was not at its end.

        Where it was, the background work goes on by itself.
        """

    def abandon(self) -> None:
        """The same from any thread, and without waiting: nobody will iterate this any more."""

    async def generated(self) -> AsyncGenerator[bytes]:
        """The same as a generator, which closes this when it is closed, and lets background work go on by itself."""

    async def finished(self) -> None:
        """Let the background work begin, wait until it is done, and raise what it raises."""

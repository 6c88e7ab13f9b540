# Written by `nox -s generate` from src; do not edit.
"""A response as status, field lines and body: what is needed to send it by anything that is not ASGI."""

from collections.abc import Callable, Coroutine, Mapping
from typing import Any, Generic, NamedTuple, Self, TypeVar

from antiphon.responses.exchanged import AsyncPieces
from antiphon.responses.response import Response
from antiphon.runtime.plan import RawHeader

__all__ = ["AsyncPieces", "Lines", "Pieces", "async_lines", "is_whole", "lines", "run_background"]
T = TypeVar("T")
Body_co = TypeVar("Body_co", covariant=True)

class Lines(NamedTuple, Generic[Body_co]):
    """A response as it is to be sent."""

    status: int
    lines: list[RawHeader]
    """The field lines in order, names in lower case. The list is the caller's own."""
    body: Body_co
    """The octets, or an iterator of them."""

def lines(response: Response[Any, Any], scope: Mapping[str, Any] | None = None) -> Lines[bytes | Pieces]:
    """The status, field lines and body of a response: octets, or an iterator of pieces.

    `scope` is the request, as in an ASGI scope: of `method` and `headers` depends what HEAD, ranges and conditions get.
    Left out, it is a GET without fields. An iterator must be closed, and runs the background work when it is;
    `response.background` of octets is the caller's to await. Raises what the content raises before its first piece, and
    TypeError for anything but a response and a scope.
    """

async def async_lines(
    response: Response[Any, Any], scope: Mapping[str, Any] | None = None
) -> Lines[bytes | AsyncPieces]:
    """The same in an event loop of asyncio: the pieces come from an async iterator.

    An iterator must be closed by `aclose` where it is left early, and else by `finished`, which runs background work.
    """

def is_whole(response: Response[Any, Any]) -> bool:
    """Whether a response has its body from the start, and is sent as every response is."""

class Pieces:
    """The body of a response, piece by piece, as an iterator. Whoever iterates it calls `close` in any case."""

    def __init__(self, loop: _Loop, pieces: AsyncPieces, *, at_end: bool = True) -> None: ...
    def __iter__(self) -> Self: ...
    def __next__(self) -> bytes: ...
    def close(self) -> None:
        """Stop: where it is at its end, run the background work, and else tell the content that the client left."""

class _Loop:
    """An event loop of one response. In a thread where another loop runs, it runs in a thread of its own."""

    def __init__(self) -> None: ...
    def run(self, work: Coroutine[Any, Any, T]) -> T: ...
    def close(self) -> None: ...

def run_background(work: Callable[[], Coroutine[Any, Any, None]]) -> None:
    """Run the background work of a response where there is no event loop, and raise what it raises."""

"""Hand a WSGI server a result in which it sees what it would without the judge, beside the pieces.

PEP 3333 lets a server look at the result: how many pieces it has, and whether it is a file in the server's own wrapper.
Granian also asks whether it is a list.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Protocol, TypeAlias, TypeGuard

#: Says of a result whether it is a file that the server sends itself.
IsFile: TypeAlias = Callable[[Any], bool]


def files_of(environ: dict[str, Any]) -> IsFile:
    """Know the files that the application gives to `wsgi.file_wrapper`.

    "Optional Platform-Specific File Handling": the server must be given the very object that it made. Its octets are
    not seen here.
    """
    wrapper = environ.get("wsgi.file_wrapper")
    if isinstance(wrapper, type):
        return lambda result: isinstance(result, wrapper)
    given: list[Any] = []
    if wrapper is not None:  # a function: uWSGI's gives the file back, and knows it again

        def recorded(*arguments: Any) -> Any:
            given.append(wrapper(*arguments))
            return given[-1]

        environ["wsgi.file_wrapper"] = recorded
    return lambda result: any(result is one for one in given)


def is_whole(result: Any) -> TypeGuard[list[bytes] | tuple[bytes, ...]]:
    """Whether all pieces are there: they can be judged, and the server given the result itself."""
    return isinstance(result, list | tuple) and type(result).__iter__ in (list.__iter__, tuple.__iter__)


class Exchange(Protocol):
    """The exchange whose pieces are asked for."""

    pieces: Any

    def iterate(self) -> Iterator[bytes]:
        """Give the pieces, judged one after another."""
        ...

    def close(self) -> None:
        """The server is done."""
        ...


class Pieces:
    """The iterable that a server is given in the place of a result that is none of these."""

    def __init__(self, exchange: Exchange) -> None:
        self._exchange = exchange

    def __iter__(self) -> Iterator[bytes]:
        return self._exchange.iterate()

    def close(self) -> None:
        """Close the result, and judge what was sent of it."""
        self._exchange.close()


class CountedPieces(Pieces):
    """The same of a result that says how many pieces it has.

    "Handling the Content-Length Header": of a single piece, servers take the length for the response's.
    """

    def __len__(self) -> int:
        return len(self._exchange.pieces)

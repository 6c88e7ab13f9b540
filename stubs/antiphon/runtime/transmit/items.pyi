# Written by `nox -s generate` from src; do not edit.
"""Open what a call gives, an iterable of either kind, as one async iterator."""

from collections.abc import AsyncIterable, AsyncIterator, Iterable
from typing import Any

def check_iterable(content: Any, of: str) -> Any:
    """The content, if it is an iterable of pieces and not one piece itself. Raises ParamError; iterates nothing."""

def opened(content: AsyncIterable[Any] | Iterable[Any]) -> AsyncIterator[Any]:
    """The items of the content. A synchronous iterable that is not a plain collection is iterated in worker threads."""

def asynchronous(content: AsyncIterable[Any] | Iterable[Any]) -> AsyncIterable[Any]:
    """The content as an async iterable. Nothing is iterated yet.

    Raises RuntimeError for a generator that has ended: its response was sent before, and would have no content now.
    """

class AtHand:
    """A collection in memory, as an async iterable."""

    def __init__(self, content: Iterable[Any]) -> None: ...
    def __aiter__(self) -> AsyncIterator[Any]: ...

async def close_unopened(content: Any) -> None:
    """Close an iterator that is not iterated, as in the answer to HEAD: no code of a generator runs."""

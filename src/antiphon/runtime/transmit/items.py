"""Open what a call gives, an iterable of either kind, as one async iterator."""

from __future__ import annotations

from collections.abc import AsyncIterable, AsyncIterator, Iterable, Iterator
from inspect import isasyncgenfunction, iscoroutine, isfunction, isgeneratorfunction, ismethod
from typing import Any

from antiphon.errors import ParamError
from antiphon.runtime.content.not_content import is_response, response_given
from antiphon.runtime.transmit.closing import close
from antiphon.runtime.transmit.threads import ThreadItems

#: Collections in memory, whose iteration waits for nothing.
_AT_HAND = (list, tuple, dict, set, frozenset)


def check_iterable(content: Any, of: str) -> Any:
    """The content, if it is an iterable of pieces and not one piece itself. Raises ParamError; iterates nothing."""
    whole = isinstance(content, str | bytes | bytearray | memoryview)
    if not whole and isinstance(content, AsyncIterable | Iterable):
        return content
    if is_response(content):
        raise response_given(content)
    what, advice = f"is {type(content).__qualname__}", f"give a generator, a list or another iterable of {of}"
    if whole:
        what, advice = f"{what}, which is one piece", "put it in a list, or declare a body that is sent whole"
    elif isgeneratorfunction(content) or isasyncgenfunction(content):
        what, advice = "is a generator function", f"call it: {getattr(content, '__name__', 'it')}(...)"
    elif iscoroutine(content):
        content.close()  # which would else be said to have never been awaited
        what, advice = "is a coroutine", "await it, or make the function a generator"
    elif isfunction(content) or ismethod(content):
        advice = f"give what it returns: {content.__name__}(...)"
    raise ParamError(
        "content", f"{what} where an iterable of {of} is declared", help=advice, cite="the response's own declaration"
    )


def opened(content: AsyncIterable[Any] | Iterable[Any]) -> AsyncIterator[Any]:
    """The items of the content. A synchronous iterable that is not a plain collection is iterated in worker threads."""
    return asynchronous(content).__aiter__()


def asynchronous(content: AsyncIterable[Any] | Iterable[Any]) -> AsyncIterable[Any]:
    """The content as an async iterable. Nothing is iterated yet.

    Raises RuntimeError for a generator that has ended: its response was sent before, and would have no content now.
    """
    if getattr(content, "gi_frame", content) is None or getattr(content, "ag_frame", content) is None:
        raise RuntimeError(f"{content!r} has ended: a response that streams is for one request, so make another one")
    if isinstance(content, AsyncIterable):
        return content
    return AtHand(content) if type(content) in _AT_HAND else ThreadItems(content)


class AtHand:
    """A collection in memory, as an async iterable."""

    def __init__(self, content: Iterable[Any]) -> None:
        self._content = content

    def __aiter__(self) -> AsyncIterator[Any]:
        return _ItemsAtHand(self._content)


class _ItemsAtHand:
    def __init__(self, content: Iterable[Any]) -> None:
        self._next = iter(content).__next__

    def __aiter__(self) -> AsyncIterator[Any]:
        return self

    async def __anext__(self) -> Any:
        try:
            return self._next()
        except StopIteration:
            raise StopAsyncIteration from None


async def close_unopened(content: Any) -> None:
    """Close an iterator that is not iterated, as in the answer to HEAD: no code of a generator runs."""
    if isinstance(content, AsyncIterator):
        await close(content)
    elif isinstance(content, Iterator) and hasattr(content, "close"):
        await close(ThreadItems(content))

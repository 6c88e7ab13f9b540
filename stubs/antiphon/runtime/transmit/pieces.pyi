# Written by `nox -s generate` from src; do not edit.
"""The types of content in pieces, for type checkers: iterables of octets or of text, but not one text itself."""

from collections.abc import AsyncIterable, Iterable, Iterator
from typing import Protocol, TypeAlias, TypeVar

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)

class Pieces(Protocol[T_co]):
    """A collection such as a list, tuple, set, deque or view: of text no str, which is a collection of its own."""

    def __contains__(self, item: object, /) -> bool: ...
    def __iter__(self) -> Iterator[T_co]: ...

Items: TypeAlias = AsyncIterable[T] | Iterable[T]
BytesPieces: TypeAlias = AsyncIterable[bytes | bytearray | memoryview] | Iterable[bytes | bytearray | memoryview]
TextPieces: TypeAlias = AsyncIterable[str] | Iterator[str] | Pieces[str]

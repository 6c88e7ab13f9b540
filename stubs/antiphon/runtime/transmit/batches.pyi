# Written by `nox -s generate` from src; do not edit.
"""Small pieces, put together to larger ones: by size, and by time.

HOT. A task of its own takes the items and encodes them, so that pieces can leave while an item is awaited.
"""

from collections.abc import AsyncIterator, Callable
from typing import Any, NamedTuple

class Frame(NamedTuple):
    """The octets before and after each item."""

    before: bytes
    after: bytes

    def around(self, items: list[bytes]) -> bytes:
        """The items, each in its frame."""

class Batches:
    """The encoded items, in batches.

    The first item is a batch of its own, at once. Others leave when they are `most` octets, and at the latest `seconds`
    after the first of them was there. No more than one batch is made ahead of what is sent. An error comes after the
    items before it. Outside asyncio each item is a batch.
    """

    def __init__(
        self, items: AsyncIterator[Any], encode: Callable[[Any], bytes], frame: Frame, most: int, seconds: float
    ) -> None: ...
    def __aiter__(self) -> Batches: ...
    async def __anext__(self) -> bytes: ...
    async def aclose(self) -> None:
        """Cancel the task, and wait until it has closed the items."""

"""Time that passes by waiting alone: a test of when things are sent does not depend on how busy the machine is."""

from __future__ import annotations

import asyncio
import selectors
from collections.abc import Coroutine
from typing import Any, TypeVar
from unittest import mock

from antiphon.runtime.transmit import pings

T = TypeVar("T")


class _Skipping(selectors.DefaultSelector):
    """Waits for no timer: where nothing is ready, the clock is moved on to the next one."""

    now = 0.0

    def select(self, timeout: float | None = None) -> list[tuple[selectors.SelectorKey, int]]:
        if timeout is None:
            return super().select(None)
        ready = super().select(0)
        if not ready:
            self.now += max(timeout, 0.0)
        return ready


class Loop(asyncio.SelectorEventLoop):
    """An event loop with a clock of its own. Threads take no time by it, so it is for coroutines alone."""

    def __init__(self) -> None:
        self._skipping = _Skipping()
        super().__init__(self._skipping)

    def time(self) -> float:
        """The seconds that were waited for."""
        return self._skipping.now


def run(work: Coroutine[Any, Any, T]) -> T:
    """The result of a coroutine in such a loop; the pings of antiphon go by its clock."""
    with asyncio.Runner(loop_factory=Loop) as runner, mock.patch.object(pings, "monotonic", runner.get_loop().time):
        return runner.run(work)

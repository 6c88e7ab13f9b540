"""Wait for a disk in a worker thread."""

from __future__ import annotations

import asyncio
import importlib
from collections.abc import Callable
from typing import TypeVar, TypeVarTuple

from antiphon.runtime.late_pool import LatePool
from antiphon.runtime.transmit.connection import is_asyncio

T = TypeVar("T")
Ts = TypeVarTuple("Ts")

#: How many files may be waited for at the same moment; others wait for one of these.
THREADS = 32

_pool = LatePool(THREADS, "antiphon-file")


async def in_thread(function: Callable[[*Ts], T], *arguments: *Ts) -> T:
    """Call a function in a worker thread. A cancellation takes effect once the function has returned.

    So nobody closes a file that a thread still reads.
    """
    if not is_asyncio():  # trio
        done: T = await importlib.import_module("anyio").to_thread.run_sync(function, *arguments)
        return done
    call = _pool().submit(function, *arguments)
    try:
        return await asyncio.wrap_future(call)
    except asyncio.CancelledError:
        while not call.done():
            try:
                await asyncio.wait([asyncio.wrap_future(call)])
            except asyncio.CancelledError:
                continue
        raise

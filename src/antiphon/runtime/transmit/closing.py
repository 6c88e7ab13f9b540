"""Close iterators within a stated time, whatever ends the exchange."""

from __future__ import annotations

import asyncio
import logging
import sys
from typing import Any

#: The seconds that an iterator has to close after the client left, or after an error, before it is cancelled.
CLOSE_WITHIN = 5.0

#: The logger of responses that break off, and of iterators that do not close.
log: logging.Logger = logging.getLogger("antiphon")


async def close(items: Any) -> None:
    """Await the `aclose` of an async iterator that has one. After CLOSE_WITHIN seconds it is cancelled, and logged."""
    aclose = getattr(items, "aclose", None)
    if aclose is None:
        return
    anyio: Any = sys.modules.get("anyio")
    if anyio is None:
        try:
            async with asyncio.timeout(CLOSE_WITHIN):
                await aclose()
        except TimeoutError:
            _late(items)
    else:
        # A cancelled scope of anyio cancels every await anew, so it is kept out.
        with anyio.move_on_after(CLOSE_WITHIN, shield=True) as scope:
            await aclose()
        if scope.cancelled_caught:
            _late(items)


def _late(items: object) -> None:
    log.error("%s did not close within %g seconds", type(items).__qualname__, CLOSE_WITHIN)

"""Exchanges with clients that leave, for content that comes in pieces."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Mapping
from typing import Any


async def exchanged(
    app: Any,
    scope: Mapping[str, Any] | None = None,
    *,
    leaves_after: float | None = None,
    leaves_with: int | None = None,
    lost_after: int | None = None,
    cancelled_after: float | None = None,
    cancelled_with: int | None = None,
    pause: float = 0.0,
) -> list[dict[str, Any]]:
    """The messages that arrive at a client.

    The task is cancelled, or the client leaves: `receive` says so after that time in seconds or with so many messages,
    `send` raises OSError after so many messages. Each message takes the client `pause` seconds. A time is for content
    that no thread makes: a busy machine may start it later.
    """
    arrived: list[dict[str, Any]] = []
    leaves, cancelled = asyncio.Event(), asyncio.Event()

    async def receive() -> dict[str, Any]:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(leaves.wait(), 3600 if leaves_after is None else leaves_after)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        if lost_after is not None and len(arrived) >= lost_after:
            raise OSError("gone")
        if pause:
            await asyncio.sleep(pause)
        arrived.append(message)
        if len(arrived) == leaves_with:
            leaves.set()
        if len(arrived) == cancelled_with:
            cancelled.set()

    call = app({"type": "http", "method": "GET", "headers": [], **(scope or {})}, receive, send)
    if cancelled_after is None and cancelled_with is None:
        await call
    else:
        task = asyncio.ensure_future(call)
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(cancelled.wait(), cancelled_after)
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task
    return arrived


def bodies(messages: list[dict[str, Any]]) -> list[bytes]:
    """The content of each message that has some."""
    return [message["body"] for message in messages if message.get("body")]

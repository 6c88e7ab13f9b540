"""One exchange with an ASGI application, without a server."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from typing import Any


def sent_by(
    app: Any, scope: Mapping[str, Any] | None = None, *, run: Callable[[Coroutine[Any, Any, None]], None] = asyncio.run
) -> list[dict[str, Any]]:
    """The messages that an ASGI application sends over one exchange with a client that stays."""
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(3600)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    run(app({"type": "http", "method": "GET", "headers": [], **(scope or {})}, receive, send))
    return messages

"""The types of ASGI, and of what sends carried content."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

from antiphon.runtime.plan import RawHeader

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]

#: Sends one response: accepted content, status, field lines, and the three of the exchange.
Transmit: TypeAlias = Callable[[Any, int, list[RawHeader], Scope, Receive, Send], Awaitable[None]]


def spec_version(scope: Scope) -> tuple[int, ...]:
    """The version of ASGI that the server speaks. From (2, 4) on `send` says that the client is gone."""
    said: str = scope.get("asgi", {}).get("spec_version", "2.0")
    return tuple(map(int, said.split(".")))

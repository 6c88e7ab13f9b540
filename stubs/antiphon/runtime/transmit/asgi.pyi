# Written by `nox -s generate` from src; do not edit.
"""The types of ASGI, and of what sends carried content."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

from antiphon.runtime.plan import RawHeader

Message: TypeAlias = MutableMapping[str, Any]
Scope: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Transmit: TypeAlias = Callable[[Any, int, list[RawHeader], Scope, Receive, Send], Awaitable[None]]

def spec_version(scope: Scope) -> tuple[int, ...]:
    """The version of ASGI that the server speaks. From (2, 4) on `send` says that the client is gone."""

"""The id of the last event that a client has seen, as it says when it connects again (HTML section 9.2.4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar, overload

T = TypeVar("T")


class HasScope(Protocol):
    """A request of Starlette, of FastAPI, or of whatever keeps its ASGI scope."""

    @property
    def scope(self) -> Any:
        """The ASGI scope."""
        ...


@overload
def last_event_id(request: HasScope | Mapping[str, Any]) -> str | None: ...
@overload
def last_event_id(request: HasScope | Mapping[str, Any], convert: Callable[[str], T]) -> T | None: ...
def last_event_id(request: Any, convert: Callable[[str], Any] | None = None) -> Any:
    """The `Last-Event-ID` of a request, or of an ASGI scope; None where the client has seen no event with an id.

    With `convert`, such as `int`, the value that it makes of the id. None also for what no EventSource sends: octets
    that are not UTF-8, NUL, and an id for which `convert` raises ValueError. So a stream begins at its beginning for
    whoever sends anything, and nothing that a client sends is an error of the service.
    """
    scope = request if isinstance(request, Mapping) else request.scope
    given = [value for name, value in scope["headers"] if name.lower() == b"last-event-id"]
    try:
        text = given[0].decode() if given else ""
        if not text or "\0" in text:
            return None
        return text if convert is None else convert(text)
    except ValueError:
        return None

# Written by `nox -s generate` from src; do not edit.
"""The id of the last event that a client has seen, as it says when it connects again (HTML section 9.2.4)."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol, TypeVar, overload

T = TypeVar("T")

class HasScope(Protocol):
    """A request of Starlette, of FastAPI, or of whatever keeps its ASGI scope."""

    @property
    def scope(self) -> Any:
        """The ASGI scope."""

@overload
def last_event_id(request: HasScope | Mapping[str, Any]) -> str | None: ...
@overload
def last_event_id(request: HasScope | Mapping[str, Any], convert: Callable[[str], T]) -> T | None: ...

# Written by `nox -s generate` from src; do not edit.
"""The id of the last event that a client has seen, as it says when it connects again (HTML section 9.2.4)."""

from collections.abc import Callable, Mapping
from typing import Any, Protocol

from typing_extensions import TypeVar

T = TypeVar("T", default=str)

class HasScope(Protocol):
    """A request of Starlette, of FastAPI, or of whatever keeps its ASGI scope."""

    @property
    def scope(self) -> Any:
        """The ASGI scope."""

def last_event_id(request: HasScope | Mapping[str, Any], convert: Callable[[str], T] = str) -> T | None:  # type: ignore[assignment]  # the default of T
    """The `Last-Event-ID` of a request, or of an ASGI scope; None where the client has seen no event with an id.

    With `convert`, such as `int`, the value that it makes of the id. None also for what no EventSource sends: octets
    that are not UTF-8, NUL, and an id for which `convert` raises ValueError. So a stream begins at its beginning for
    whoever sends anything, and nothing that a client sends is an error of the service. Raises TypeError for what is
    neither a request nor a scope.
    """

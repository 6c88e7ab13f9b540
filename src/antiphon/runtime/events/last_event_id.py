"""The id of the last event that a client has seen, as it says when it connects again (HTML section 9.2.4)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from typing_extensions import TypeVar  # with PEP 696 defaults

    T = TypeVar("T", default=str)
else:
    from typing import TypeVar

    T = TypeVar("T")


class HasScope(Protocol):
    """A request of Starlette, of FastAPI, or of whatever keeps its ASGI scope."""

    @property
    def scope(self) -> Any:
        """The ASGI scope."""
        ...


def last_event_id(
    request: HasScope | Mapping[str, Any],
    convert: Callable[[str], T] = str,  # type: ignore[assignment]  # the default of T
) -> T | None:
    """The `Last-Event-ID` of a request, or of an ASGI scope; None where the client has seen no event with an id.

    With `convert`, such as `int`, the value that it makes of the id. None also for what no EventSource sends: octets
    that are not UTF-8, NUL, and an id for which `convert` raises ValueError. So a stream begins at its beginning for
    whoever sends anything, and nothing that a client sends is an error of the service. Raises TypeError for what is
    neither a request nor a scope.
    """
    scope = request if isinstance(request, Mapping) else getattr(request, "scope", None)
    lines: Any = scope.get("headers") if isinstance(scope, Mapping) else None
    try:
        given = [value for name, value in lines if name.lower() == b"last-event-id"]
    except (TypeError, ValueError, AttributeError):
        what = f"{type(request).__qualname__} has no ASGI scope with fields: give the request, or its scope"
        raise TypeError(what) from None
    try:
        text = given[0].decode() if given else ""
        return convert(text) if text and "\0" not in text else None
    except ValueError:
        return None

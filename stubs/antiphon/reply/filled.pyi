# Written by `nox -s generate` from src; do not edit.
"""Fill members of problems in one place: the instance, a trace id."""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from antiphon.responses.starlette_classes import Receive, Scope, Send

Fill: TypeAlias = Callable[[Scope], Mapping[str, Any]]
FILL: str

class FilledOnSending:
    """Fills the members that a problem has and that were not given, where the application says with what."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the problem as an ASGI application."""

def filled(reply: Any, values: Mapping[str, Any]) -> Any:
    """A problem with values for the members that it has and that are None; one that is a mapping gets all of them.

    The reply itself is left as it is. What a Problem does not declare is left out.
    """

# Written by `nox -s generate` from src; do not edit.
"""The judge around an ASGI application."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any, TypeAlias

from antiphon.rules.profile import Profile
from antiphon.runtime.transmit.asgi import Receive, Send
from antiphon.testing.judged_response import OnFinding
from antiphon.testing.judging import BODY_LIMIT, Judging

Application: TypeAlias = Callable[[Any, Any, Any], Awaitable[None]]

class StrictASGI:
    """An ASGI application whose responses are judged as they are sent, as a real server would see them.

    With `on_finding="raise"` an error is raised in the application, out of the `send` that it awaits, as WrongResponse:
    what is wrong with status and fields before anything was sent, what is wrong with the content after its last piece.
    Where the application catches it, it is raised again at the end. Warnings are logged ("antiphon.testing").
    "log" logs both; a function is called with a JudgedResponse, at the end of each response that has findings.
    A response is kept in memory up to `body_limit` octets. One that is declared is held to its declaration (DC001 to
    DC004): a class of replies, a compiled response where Python runs in development mode, and whatever an operation of
    FastAPI or Starlette names. Of a WebSocket the handshake is judged: the fields that accept it, and a response that
    denies it. Lifespan passes through.
    """

    app: Application
    judging: Judging

    def __init__(
        self,
        app: Application,
        *,
        on_finding: OnFinding = "raise",
        profile: Profile = "default",
        body_limit: int = BODY_LIMIT,
    ) -> None: ...
    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer as the application does. Raises WrongResponse as the class says."""

    def __getattr__(self, name: str) -> Any:
        """Attributes of the application itself: its state, its router."""

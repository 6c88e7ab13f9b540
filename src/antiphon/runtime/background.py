"""The work that follows a response: a keyword of whatever makes one.

HOT. The quick test, for None, is in the generated code.
"""

from __future__ import annotations

from typing import Any

from antiphon.errors import ParamError

#: The keyword. No param has that name.
BACKGROUND = "background"


async def send_alone(response: Any, send: Any) -> None:
    """Let a response of antiphon's own classes, with octets, send itself: of the scope they ask for its type alone."""
    await response({"type": "http"}, None, send)


def check_work(work: object) -> None:
    """Raise ParamError for what cannot be called once the response is sent."""
    if not callable(work):
        raise ParamError(
            BACKGROUND,
            f"{type(work).__qualname__} is not work that can follow a response",
            help="give a BackgroundTask, or BackgroundTasks",
            cite="Starlette, background tasks",
        )

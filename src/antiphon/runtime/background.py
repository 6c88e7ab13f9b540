"""The work that follows a response: a keyword of whatever makes one.

HOT. The quick test, for None, is in the generated code.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from antiphon.errors import ParamError

#: The keyword. No param has that name.
BACKGROUND = "background"

#: The scope of a response that is sent without one: antiphon's own classes ask for its type alone.
HTTP: Mapping[str, Any] = {"type": "http"}


def check_work(work: object) -> None:
    """Raise ParamError for what cannot be called once the response is sent."""
    if not callable(work):
        raise ParamError(
            BACKGROUND,
            f"{type(work).__qualname__} is no work that can follow a response",
            help="give a BackgroundTask, or BackgroundTasks",
            cite="Starlette, background tasks",
        )

# Written by `nox -s generate` from src; do not edit.
"""Quart: a view returns a declared response.

    app = Quart(__name__)
    install(app)

    @app.post("/users")
    @replies
    async def sign_up() -> UserCreated | EmailTaken: ...

`@replies` says to type checkers that Quart takes it; without them it may be left out. Sessions, `after_request` and
error handlers get a response of the application's own class.
"""

from collections.abc import Awaitable, Callable, Coroutine
from typing import Any, ParamSpec

import quart

from antiphon.responses import Response

P = ParamSpec("P")

def install(app: quart.Quart) -> None:
    """Let the views, hooks and error handlers of an application return declared responses, and raise them anywhere."""

def replies(view: Callable[P, Awaitable[Any]]) -> Callable[P, Coroutine[Any, Any, quart.Response]]:
    """The view as Quart's types want it. It needs `install`, which settles the lines of its response."""

async def carried(response: Response[Any, Any], kind: type[Any]) -> Any:
    """A response of the class `kind` that sends the same."""

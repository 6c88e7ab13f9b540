# Written by `nox -s generate` from src; do not edit.
"""Falcon, by WSGI and ASGI: a responder returns a declared response.

    class Users:
        async def on_post(self, req: Request, resp: Response) -> UserCreated | EmailTaken: ...

    app = falcon.asgi.App(router=Router(), response_type=AsyncResponse)  # falcon.App(..., response_type=Response)
    install(app)
    app.add_route("/users", Users())

Hooks and middleware see its status, headers and data on `resp`, and may change them.
"""

from typing import Any

from falcon.routing import CompiledRouter

from antiphon.integrations.falcon_response import AsyncResponse, Response

__all__ = ["AsyncResponse", "Response", "Router", "install"]

class Router(CompiledRouter):
    """Falcon's router, whose responders may return declared responses."""

    def map_http_methods(self, resource: object, **options: Any) -> Any:
        """The responders of a resource, each of which puts what it returns into its `resp`."""

def install(app: Any) -> None:
    """Let an application send the replies that are raised below it."""

# Written by `nox -s generate` from src; do not edit.
"""FastAPI: a handler's return annotation is its contract.

    app.router.route_class = ReplyRoute

    @app.post("/users")
    async def sign_up(form: SignUp) -> UserCreated | EmailTaken: ...

FastAPI takes a union in that place for a response model and refuses to start. `ReplyRoute` reads it as the possible
responses: each reply's status, content, fields and cookies are in `/openapi.json`.
"""

from collections.abc import Callable
from typing import Any

from fastapi.routing import APIRoute

from antiphon.spec import ResponseSpec

class ReplyRoute(APIRoute):
    """A route whose responses are those that the handler's return annotation names."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None: ...

def describe(spec: ResponseSpec) -> dict[str, Any]:
    """A response object of OpenAPI 3.1: description, content and fields. Cookies are listed as Set-Cookie."""

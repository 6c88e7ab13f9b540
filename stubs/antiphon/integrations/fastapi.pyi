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

from antiphon.integrations.fastapi_document import Operation

class ReplyRoute(APIRoute):
    """A route whose responses are those that the handler's return annotation names."""

    operation: Operation | None = None
    """The responses for the document; None where the annotation names none."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None: ...

# Written by `nox -s generate` from src; do not edit.
"""A route whose responses are those that its handler's annotation names."""

from collections.abc import Callable
from typing import Any

from fastapi.routing import APIRoute

from antiphon.integrations.fastapi.contract import Contract

class ReplyRoute(APIRoute):
    """A route whose responses are those that the handler's return annotation names.

    Raises SpecError at the handler's line for an annotation that is not understood, and for an option of the decorator
    that contradicts it.
    """

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None: ...

def read_options(
    path: str, endpoint: Callable[..., Any], options: dict[str, Any], *, watch: bool = False
) -> tuple[Contract, Callable[..., Any], dict[str, Any]]:
    """The contract of a handler; the endpoint and options with which FastAPI does what the annotation says.

    With `watch` the endpoint is watched whatever it returns: something around it uses the injected response.
    """

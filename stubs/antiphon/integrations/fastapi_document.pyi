# Written by `nox -s generate` from src; do not edit.
"""FastAPI's document with the responses that are declared with antiphon.

FastAPI's own generator makes every schema: it is asked for the types of content by routes that exist for the question
alone. So the names are the ones that FastAPI gives to the same models, and models that requests and responses share are
told apart as FastAPI does it.
"""

from collections.abc import Callable
from typing import Any, NamedTuple

from fastapi import FastAPI
from fastapi.routing import RouteContext

class Operation(NamedTuple):
    """The responses of one route: specs, compiled responses or classes of replies.

    `replaced` are the statuses of FastAPI's own entries that these replace, such as the 200 that FastAPI puts in for a
    handler that returns none; other entries of the same status are merged.
    """

    responses: tuple[Any, ...]
    replaced: frozenset[int] = frozenset()

def document(app: FastAPI, operation_of: Callable[[RouteContext], Operation | None]) -> dict[str, Any]:
    """FastAPI's document of an application, with the responses of each route that `operation_of` knows.

    It is asked for each route of the application, those of included routers among them; None leaves a route to FastAPI.
    `app.openapi_version` says which OpenAPI is written: 3.2 where it begins so, 3.1 otherwise.
    """

def serve(app: FastAPI, operation_of: Callable[[RouteContext], Operation | None]) -> None:
    """Let `app.openapi()`, and so `/openapi.json`, give this document; it is made again when routes are added."""

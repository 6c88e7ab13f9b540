"""FastAPI: a handler's return annotation is its contract.

    app.router.route_class = ReplyRoute

    @app.post("/users")
    async def sign_up(form: SignUp) -> UserCreated | EmailTaken: ...

FastAPI takes a union in that place for a response model and refuses to start. `ReplyRoute` reads it as the possible
responses: each reply's status, content, fields and cookies are in `/openapi.json`.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable
from typing import Any, Union, get_args, get_origin, get_type_hints

from fastapi import FastAPI
from fastapi.datastructures import DefaultPlaceholder
from fastapi.routing import APIRoute, RouteContext
from starlette.responses import Response

from antiphon.integrations.fastapi_document import Operation, serve
from antiphon.spec import ResponseSpec


class ReplyRoute(APIRoute):
    """A route whose responses are those that the handler's return annotation names."""

    operation: Operation | None = None
    """The responses for the document; None where the annotation names none."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        returned = _returned(endpoint)
        given = options.get("response_model")
        if returned and (given is None or isinstance(given, DefaultPlaceholder)):
            options["response_model"] = None
            replies = [reply for reply in returned if isinstance(getattr(reply, "spec", None), ResponseSpec)]
            listed = options.get("responses") or {}
            self.operation = Operation(
                tuple(replies), frozenset({reply.spec.status for reply in replies} - set(listed))
            )
            if options.get("status_code") is None and replies:
                options["status_code"] = replies[0].spec.status
            if isinstance(app := options.get("dependency_overrides_provider"), FastAPI):
                serve(app, _operation_of)
        super().__init__(path, endpoint, **options)


def _returned(endpoint: Callable[..., Any]) -> list[type[Any]]:
    """The response classes that the annotation names; none where it names anything else."""
    try:
        annotation = get_type_hints(inspect.unwrap(endpoint)).get("return")
    except (NameError, TypeError):
        return []
    members = get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)
    found: list[type[Any]] = [member for member in members if isinstance(member, type) and issubclass(member, Response)]
    return found if len(found) == len(members) else []


def _operation_of(context: RouteContext) -> Operation | None:
    """The responses of a route in the document."""
    operation = getattr(context.original_route, "operation", None)
    return operation if isinstance(operation, Operation) else None

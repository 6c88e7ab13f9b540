"""Send FastAPI's own errors as problems, and document them so."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import Any

from fastapi import FastAPI
from fastapi.dependencies.utils import get_flat_params
from fastapi.exception_handlers import http_exception_handler, request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.routing import RouteContext
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import Response

from antiphon.integrations.fastapi.policy import Own
from antiphon.integrations.problems import (
    RequestRefused,
    ServerFailed,
    ValidationFailed,
    http_problem,
    server_problem,
    validation_failed,
)
from antiphon.reply.operation import Source


async def _validation_problem(_connection: HTTPConnection, error: Exception) -> Response:
    """A request that is not valid, as a problem."""
    if not isinstance(error, RequestValidationError):
        raise error
    return validation_failed(error.errors())


#: Each choice with its exception, FastAPI's own handler of it, and ours.
_HANDLERS: dict[Own, tuple[type[Exception], Any, Callable[..., Any]]] = {
    "http": (HTTPException, http_exception_handler, http_problem),
    "validation": (RequestValidationError, request_validation_exception_handler, _validation_problem),
    "server": (Exception, None, server_problem),
}


def take_over(app: FastAPI, problems: Collection[Own]) -> frozenset[Own]:
    """Let an application send these errors as problems, but for those that it has a handler for. ValueError."""
    unknown = set(problems) - _HANDLERS.keys()
    if unknown:
        raise ValueError(f"problems: {sorted(unknown)!r}; give some of {sorted(_HANDLERS)!r}")
    taken: set[Own] = set()
    for own in problems:
        exception, theirs, ours = _HANDLERS[own]
        there = app.exception_handlers.get(exception)
        if there in (theirs, ours) and not (own == "server" and 500 in app.exception_handlers):
            app.add_exception_handler(exception, ours)
            taken.add(own)
    return frozenset(taken)


def own_errors(context: RouteContext, app: FastAPI, problems: frozenset[Own]) -> tuple[Source, ...]:
    """The problems of an operation that FastAPI itself answers with."""
    ours = {own for own in problems if app.exception_handlers.get(_HANDLERS[own][0]) is _HANDLERS[own][2]}
    if not (context.body_field or get_flat_params(context.dependant)):
        ours.discard("validation")
    replies: dict[Own, Source] = {"http": RequestRefused, "validation": ValidationFailed, "server": ServerFailed}
    return tuple(reply for own, reply in replies.items() if own in ours)

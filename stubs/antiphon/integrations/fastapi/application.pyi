# Written by `nox -s generate` from src; do not edit.
"""Switch an application, or a router that is used alone, on."""

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, FastAPI
from starlette.requests import Request

from antiphon.integrations.fastapi.policy import Own, Strictness
from antiphon.responses import Response as AntiphonResponse

def install(
    target: FastAPI | APIRouter,
    *,
    raises: tuple[Callable[..., AntiphonResponse[Any, Any]], ...] = (),
    undeclared: Strictness | None = None,
    problems: tuple[Own, ...] = (),
    fill: Callable[[Request], Mapping[str, Any]] | None = None,
) -> None:
    """Read the annotations of an application's handlers, and send the replies that are raised below them.

    It counts for every route of the application, of the routers that it includes and of applications that are mounted
    in it, whether they are added before or after. Routes of other routers are read when the application starts; it does
    not start where one is not understood, and SpecError names the files and lines of all such handlers. A router may be
    given too: one that is used alone, or has `raises` of its own.

    `raises` are replies that any operation below may raise, from a middleware or a dependency: they are in the document
    of each. `undeclared` decides about a response that its operation does not declare: "refuse" raises UndeclaredError,
    "log" sends it and logs it once. It is "refuse" where the application is in debug mode, and "log" otherwise.

    `problems` chooses errors of FastAPI's own that become problem details, in the document too: "http" is
    HTTPException, with 404 and 405 of the router, "validation" a request that is not valid, "server" what nobody
    handles. A handler of your own for the same exception counts. `fill` gives the members that problems have and that
    nobody gave, such as `instance` and a trace id.
    """

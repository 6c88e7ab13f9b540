"""Switch an application, or a router that is used alone, on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from fastapi import APIRouter, FastAPI
from fastapi.routing import APIRoute
from starlette.requests import HTTPConnection, Request
from starlette.responses import Response

from antiphon.compiler.judged import collected
from antiphon.errors import SpecError
from antiphon.integrations.fastapi.adopted import Around, adopt
from antiphon.integrations.fastapi.checked import Read, operations_of
from antiphon.integrations.fastapi.contract import contract_of
from antiphon.integrations.fastapi.document import hook
from antiphon.integrations.fastapi.not_started import refusing
from antiphon.integrations.fastapi.policy import Own, Policy, Strictness, give_policy, policy_of
from antiphon.integrations.fastapi.route import ReplyRoute
from antiphon.integrations.fastapi.take_over import take_over
from antiphon.integrations.starlette import fill_problems, response_of
from antiphon.reply.filled import FILL
from antiphon.reply.operation import checked_sources
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses import Response as AntiphonResponse

#: The attribute of an application or router that is switched on: what it declares of its own.
_RAISES = "antiphon_raises"


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
    own = Around(checked_sources("install", raises))
    setattr(target, _RAISES, own.raises)
    router = target.router if isinstance(target, FastAPI) else target
    if not isinstance(target, FastAPI):
        _read_all(target, own, None)
        return
    router.route_class = ReplyRoute if router.route_class is APIRoute else router.route_class
    policy = give_policy(target, undeclared)
    for raised in (Raisable, Raised):
        target.add_exception_handler(raised, _send)
    policy.problems = take_over(target, problems)
    fill_problems(target, fill)
    build = target.build_middleware_stack

    def build_middleware_stack() -> Any:
        try:
            _read_all(router, own, policy)
        except SpecError as error:
            return refusing(error)
        return build()

    if (check := collected()) is not None:
        check.applications.append(lambda: operations_of(lambda read: _read_all(router, own, policy, read)))
    target.build_middleware_stack = build_middleware_stack  # type: ignore[method-assign]  # Starlette asks it once, at start
    hook(target, lambda: _read_all(router, own, policy))


def _read_all(router: APIRouter, around: Around, policy: Policy | None, read: list[Read] | None = None) -> None:
    """Read the annotations of every route below a router. Raises SpecError with the findings of all.

    `read` is given each contract, with the policy that it is under.
    """
    errors: list[SpecError] = []
    _read(router, around, policy, errors, [] if read is None else read)
    if errors:
        together = SpecError([one for error in errors for one in error.diagnostics])
        raise errors[0] if len(errors) == 1 else together


def _read(router: APIRouter, around: Around, policy: Policy | None, errors: list[SpecError], read: list[Read]) -> None:
    changed = False
    if router.route_class is APIRoute:
        router.route_class = ReplyRoute  # for routes that are added later
    for route in list(router.routes):
        included: APIRouter | None = getattr(route, "original_router", None)
        if isinstance(route, APIRoute):
            try:
                changed |= adopt(route, around, policy)
                read.append((contract_of(route), policy))
            except SpecError as error:
                errors.append(error)
        elif included is not None:
            context: Any = getattr(route, "include_context", None)
            inner = around.within(context.dependencies, getattr(included, _RAISES, ()))
            _read(included, inner, policy, errors, read)
            changed = True
        else:
            mounted: Any = getattr(route, "_base_app", getattr(route, "app", None))
            if isinstance(mounted, FastAPI):
                if not hasattr(mounted, _RAISES):
                    _install_below(mounted, around, policy)
                _read(mounted.router, Around(getattr(mounted, _RAISES)), policy_of(mounted), errors, read)
            elif isinstance(mounted, APIRouter):
                _read(mounted, around, policy, errors, read)
    mark = getattr(router, "_mark_routes_changed", None)
    if changed and mark is not None:  # FastAPI keeps what it made of included routes until something changes
        mark()


def _install_below(mounted: FastAPI, around: Around, policy: Policy | None) -> None:
    """Switch an application on that is mounted in one."""
    install(mounted, raises=around.raises, undeclared=policy.strictness if policy else None)
    if policy is not None:
        give_policy(mounted).problems = take_over(mounted, tuple(policy.problems))
        setattr(mounted, FILL, getattr(policy.app, FILL, None))


async def _send(connection: HTTPConnection, error: Exception) -> Response:
    """Send a reply that was raised, and report one that the operation does not declare."""
    response = response_of(error)
    contract = contract_of(connection.scope.get("route"))
    if contract is not None:
        policy = policy_of(connection.scope.get("app"))
        if not policy.declares(contract, response):
            policy.undeclared(contract, response, "raised")
    return response

"""Watch a handler: whatever dependencies did beside it becomes part of what it returns.

FastAPI drops the field lines, cookies and status of the injected `Response` where the handler returns a response, and
its `BackgroundTasks` where that response has work of its own.
"""

from __future__ import annotations

import functools
import inspect
import sys
from typing import Any, TypeAlias

import typing_extensions
from fastapi import BackgroundTasks as InjectedTasks
from fastapi import routing
from fastapi.dependencies.models import Dependant
from starlette.background import BackgroundTasks
from starlette.requests import Request
from starlette.responses import Response

from antiphon.integrations.annotation import function_of, position_of
from antiphon.integrations.fastapi.contract import Contract, every
from antiphon.integrations.fastapi.policy import policy_of
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses.attributes import copied
from antiphon.responses.merged import check_cookies, merged

#: Since Python 3.14 the annotation of a parameter is evaluated when it is asked for. FastAPI takes one that cannot be.
_AS_FAR_AS_READABLE: dict[str, Any] = (
    {"annotation_format": typing_extensions.Format.FORWARDREF} if sys.version_info >= (3, 14) else {}
)
_REQUEST, _RESPONSE, _TASKS = "antiphon_request", "antiphon_response", "antiphon_tasks"

#: The objects that FastAPI injects into one call: the request, the response, and the tasks where there may be any.
Beside: TypeAlias = tuple[Request, Response, Any]


def watched(contract: Contract, tree: Dependant) -> Any:
    """The handler, with what it returns watched. Generators are left as they are: FastAPI sends them itself."""
    handler = contract.endpoint
    called: Any = inspect.unwrap(handler)
    while isinstance(called, functools.partial):
        called = called.func
    if not inspect.isroutine(called):
        called = type(called).__call__
    if inspect.isgeneratorfunction(called) or inspect.isasyncgenfunction(called):
        return handler
    contract.watched = True
    names = {
        _REQUEST: tree.request_param_name,
        _RESPONSE: tree.response_param_name,
        _TASKS: tree.background_tasks_param_name,
    }
    wanted: dict[str, Any] = {_REQUEST: Request, _RESPONSE: Response}
    if any(node.background_tasks_param_name for node in every(tree)):
        wanted[_TASKS] = InjectedTasks
    hidden = [(name, annotation) for name, annotation in wanted.items() if names[name] is None]
    make = _asynchronous if inspect.iscoroutinefunction(called) else _synchronous
    endpoint = make(handler, _Watch(contract, {name: names[name] for name in wanted}))
    functools.update_wrapper(endpoint, handler)
    signature = inspect.signature(handler, **_AS_FAR_AS_READABLE)
    keyword = inspect.Parameter.KEYWORD_ONLY
    parameters = [
        *signature.parameters.values(),
        *(inspect.Parameter(name, keyword, annotation=annotation) for name, annotation in hidden),
    ]
    parameters.sort(key=lambda parameter: parameter.kind)
    endpoint.__signature__ = signature.replace(parameters=parameters)
    _tell_its_place(endpoint, contract)
    return endpoint


def _tell_its_place(endpoint: Any, contract: Contract) -> None:
    """Let FastAPI's error messages name the user's file: it asks the function that it calls for its own."""
    position = position_of(contract.endpoint)
    known = getattr(routing, "_endpoint_context_cache", None)  # not public: without it the messages are less good
    if position is not None and isinstance(known, dict):
        line = function_of(contract.endpoint).__code__.co_firstlineno
        known[id(endpoint)] = {"file": position.file, "line": line, "function": endpoint.__name__}


def _asynchronous(handler: Any, watch: _Watch) -> Any:
    arguments, after = watch.arguments, watch.after

    async def endpoint(**values: Any) -> Any:
        beside = arguments(values)
        try:
            returned = await handler(**values)
        except (Raisable, Raised) as raised:
            if not beside[1].raw_headers:
                raise
            raise watch.raised(raised, beside) from raised.__cause__
        return after(returned, beside)

    return endpoint


def _synchronous(handler: Any, watch: _Watch) -> Any:
    arguments, after = watch.arguments, watch.after

    def endpoint(**values: Any) -> Any:
        beside = arguments(values)
        try:
            returned = handler(**values)
        except (Raisable, Raised) as raised:
            if not beside[1].raw_headers:
                raise
            raise watch.raised(raised, beside) from raised.__cause__
        return after(returned, beside)

    return endpoint


class _Watch:
    """Watches the results of one handler."""

    def __init__(self, contract: Contract, names: dict[str, str | None]) -> None:
        self._contract = contract
        self._names = tuple(names.items())
        self._known = frozenset(source for source in contract.sources() if isinstance(source, type))

    def arguments(self, values: dict[str, Any]) -> Beside:
        """The injected objects: request, response, tasks. Those that the handler did not ask for are taken out."""
        request, response, *tasks = [
            values.pop(hidden) if name is None else values[name] for hidden, name in self._names
        ]
        return request, response, tasks[0] if tasks else None

    def after(self, returned: Any, beside: Beside) -> Any:
        """The result as it is to be sent."""
        request, injected, tasks = beside
        if type(returned) not in self._known:
            self._look_up(returned, request)
        status = _injected_status(injected)
        if injected.raw_headers or status is not None:
            returned = self._with_lines(returned, request, injected)
        if tasks is not None and tasks.tasks:
            returned = self._with_tasks(returned, tasks)
        return returned

    def raised(self, raised: Any, beside: Beside) -> Any:
        """The raised reply with the lines that dependencies set. As with HTTPException, their tasks do not run."""
        request, injected, _ = beside
        if isinstance(raised, Raised):
            return Raised(self._with_lines(raised.response, request, injected))
        return self._with_lines(raised, request, injected)

    def _look_up(self, returned: Any, request: Request) -> None:
        """Judge a result that is of no declared class."""
        contract = self._contract
        if not contract.reading.has_responses or (contract.has_model and not isinstance(returned, Response)):
            return  # FastAPI's own business
        policy = policy_of(request.scope.get("app"))
        if not policy.declares(contract, returned):
            policy.undeclared(contract, returned, "returned")

    def _with_lines(self, returned: Any, request: Request, injected: Response) -> Any:
        if not isinstance(returned, Response):
            check_cookies(injected.raw_headers)
            return returned  # FastAPI adds the lines and takes the status
        lines, conflicts = merged(returned.raw_headers, injected.raw_headers)
        whats = [conflict.what for conflict in conflicts]
        status = _injected_status(injected)
        if status is not None and status != returned.status_code:
            whats.append(f"a dependency set the status {status}, and the response has {returned.status_code}")
        if whats:
            policy_of(request.scope.get("app")).conflict(self._contract, tuple(whats))
        return copied(returned, lines)  # a handler may return the same object to everybody

    def _with_tasks(self, returned: Any, tasks: BackgroundTasks) -> Any:
        """Injected work first, then the response's own; FastAPI keeps the latter only."""
        if not isinstance(returned, Response) or returned.background is None:
            return returned
        together = copied(returned, returned.raw_headers)
        together.background = BackgroundTasks([*tasks.tasks, returned.background])
        return together


def _injected_status(injected: Response) -> int | None:
    """The status that a dependency set: FastAPI begins with None, whatever the annotation of Starlette says."""
    written: Any = injected
    status: int | None = written.status_code
    return status

"""The responses that an operation declares, found by what a framework has put into the scope."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Collection, Mapping
from typing import Any

from antiphon.reply.operation import Source, annotated_by, name_of_source, raised_by, returned_by, spec_of
from antiphon.spec import ResponseSpec


@dataclasses.dataclass(frozen=True)
class Operation:
    """One operation's declared responses by name."""

    declared: tuple[tuple[str, ResponseSpec], ...]
    is_closed: bool
    """Whether it sends no other ones."""
    others: frozenset[str] = frozenset()
    """Statuses, or families of them such as 4XX, that something else declares: a decorator, a response model."""


def operation_of(scope: Mapping[str, Any]) -> Operation | None:
    """The operation that a request has been routed to; None where there is none, or it declares nothing.

    FastAPI's is known where `antiphon.integrations.fastapi.install` has read it; Starlette's by the handler itself.
    """
    route, endpoint = scope.get("route"), scope.get("endpoint")
    contract = getattr(route, "antiphon_contract", None)
    if contract is not None:
        return _of_fastapi(contract, route, getattr(scope.get("app"), "antiphon_policy", None))
    if isinstance(endpoint, type):  # Starlette's HTTPEndpoint has a method for each
        endpoint = getattr(endpoint, str(scope.get("method")).lower(), None)
    return _of_handler(endpoint) if callable(endpoint) else None


def _of_fastapi(contract: Any, route: Any, policy: Any) -> Operation | None:
    sources = contract.sources() if policy is None else policy.sources(contract)
    if not sources:
        return None
    others = {str(status).upper() for status in contract.given} | {"422"}  # a request that is not valid
    if contract.has_model:
        others.add(str(route.status_code or 200))
    is_closed = contract.reading.has_responses and not contract.reading.others
    return Operation(_named(sources), is_closed, frozenset(others))


#: By handler: what its annotation says is looked up once.
_HANDLERS: dict[Callable[..., Any], Operation | None] = {}


def _of_handler(handler: Callable[..., Any]) -> Operation | None:
    if handler not in _HANDLERS:
        returned, raised = returned_by(handler), raised_by(handler)
        annotated, is_all = annotated_by(handler)
        sources = tuple(dict.fromkeys([*returned, *annotated, *raised]))
        closed = bool(returned or (annotated and is_all))
        _HANDLERS[handler] = Operation(_named(sources), closed) if sources else None
    return _HANDLERS[handler]


def _named(sources: Collection[Source]) -> tuple[tuple[str, ResponseSpec], ...]:
    return tuple((name_of_source(source), spec_of(source)) for source in sources)

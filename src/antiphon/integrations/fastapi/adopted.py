"""Read the annotation of a route that FastAPI made by itself, when the application starts."""

from __future__ import annotations

import inspect
from collections.abc import Sequence
from typing import Any, NamedTuple

from fastapi.datastructures import Default
from fastapi.dependencies.utils import get_parameterless_sub_dependant, get_typed_return_annotation
from fastapi.exceptions import FastAPIError
from fastapi.routing import APIRoute
from starlette.responses import Response

from antiphon.integrations.fastapi.contract import contract_of, every, keep, raised_in
from antiphon.integrations.fastapi.policy import Policy
from antiphon.integrations.fastapi.route import read_options
from antiphon.integrations.fastapi.unreadable import unreadable_model
from antiphon.reply.operation import Source


class Around(NamedTuple):
    """The part of an operation that its routers and its application decide."""

    raises: tuple[Source, ...] = ()
    """The replies that they, and their dependencies, may raise."""
    injects: bool = False
    """Whether a dependency of theirs uses the injected response."""

    def within(self, dependencies: Sequence[Any], raises: tuple[Source, ...]) -> Around:
        """The same for a router that is included with these dependencies."""
        trees = [get_parameterless_sub_dependant(depends=depends, path="") for depends in dependencies]
        said = [source for tree in trees for source in raised_in(tree)]
        injects = any(node.response_param_name for tree in trees for node in every(tree))
        return Around(tuple(dict.fromkeys([*self.raises, *said, *raises])), self.injects or injects)


def adopt(route: APIRoute, around: Around, policy: Policy | None) -> bool:
    """Read a route's annotation, once, and what is around it. Whether the route has changed."""
    contract = contract_of(route)
    changed = contract is None or (around.injects and not contract.watched)
    if changed:
        if contract is not None:
            route.endpoint, route.responses = contract.endpoint, contract.given
        _make_again(route, around)
        contract = contract_of(route)
    if contract is not None and around.raises:
        if policy is None:  # a router by itself, whatever it is included in
            contract.raises = tuple(dict.fromkeys([*contract.raises, *around.raises]))
        else:
            policy.around[contract] = tuple(dict.fromkeys([*policy.around.get(contract, ()), *around.raises]))
    return changed


def _make_again(route: APIRoute, around: Around) -> None:
    """Make the route again with what its annotation says; a class of the user's own keeps its own handler."""
    options = _options(route)
    if not _is_explicit(route):
        options["response_model"] = Default(None)
    contract, endpoint, options = read_options(route.path, route.endpoint, options, watch=around.injects)
    keep(contract, route)
    if endpoint is route.endpoint and not _differs(route, options):
        return
    try:
        APIRoute.__init__(route, route.path, endpoint, **options)
    except FastAPIError as error:
        if type(error) is not FastAPIError:
            raise
        raise unreadable_model(contract, options) from error


def _differs(route: APIRoute, options: dict[str, Any]) -> bool:
    return options.get("responses") != route.responses or options.get("status_code") != route.status_code


def _options(route: APIRoute) -> dict[str, Any]:
    """The options that a route was made with, by the names of its constructor's parameters."""
    names = list(inspect.signature(APIRoute.__init__).parameters)[3:]
    return {name: getattr(route, name) for name in names if hasattr(route, name)}


def _is_explicit(route: APIRoute) -> bool:
    """Whether the decorator named a response model. FastAPI keeps the annotation where it did not, None for a class."""
    annotation = get_typed_return_annotation(route.endpoint)
    if route.response_model is None:
        is_class = isinstance(annotation, type) and issubclass(annotation, Response)
        return not (annotation is None or is_class or route.stream_item_type is not None)
    return bool(route.response_model != annotation)

"""The document of an application: what each operation declares, in the place of what FastAPI puts in for it."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts
from starlette.responses import Response

from antiphon.http.status import may_carry_content, phrase
from antiphon.integrations.fastapi.contract import Contract, contract_of
from antiphon.integrations.fastapi.decorator import default_status
from antiphon.integrations.fastapi.policy import policy_of
from antiphon.integrations.fastapi.take_over import own_errors
from antiphon.integrations.fastapi_document import Operation, serve
from antiphon.integrations.problems import ValidationFailed
from antiphon.interpreters.openapi.samples import with_examples
from antiphon.reply.operation import Source, spec_of


def hook(app: FastAPI, before: Callable[[], None] | None = None) -> None:
    """Let an application's document say what is declared; once is enough. `before` is called before it is made."""
    steps: list[Callable[[], None]] | None = getattr(app.openapi, "antiphon_before", None)
    if steps is not None:
        steps.extend(filter(None, [before]))
        return
    steps = list(filter(None, [before]))
    serve(app, lambda context: operation_of(context, app))
    made = app.openapi
    completed: list[dict[str, Any]] = []

    def openapi() -> dict[str, Any]:
        for step in steps:
            step()
        document = made()
        if not any(document is one for one in completed):
            _add_given(document, app)
            if document.get("components") == {}:
                del document["components"]
            completed[:] = [document]
        return document

    openapi.antiphon_before = steps  # type: ignore[attr-defined]  # says that this is the one
    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI's own guide extends it


def operation_of(context: RouteContext, app: FastAPI) -> Operation | None:
    """The declared responses of a route of an application; None where there are none."""
    contract = contract_of(context.original_route)
    if contract is None:
        return None
    policy = policy_of(app)
    sources = policy.sources(contract)
    keys = set(map(_key, sources))
    errors = [one for one in own_errors(context, app, policy.problems) if _key(one) not in keys]
    if not sources and not errors:
        return None
    own = contract.reading.sources
    invented = not contract.has_model and not contract.reading.others
    replaced = {spec_of(source).status for source in own} if invented else set()
    if ValidationFailed in errors:
        replaced = {*replaced, 422}
    return Operation((*sources, *errors), frozenset(replaced))


def _key(source: Source) -> int | str:
    """The status of a declared response, or its family."""
    spec = spec_of(source)
    return spec.family or spec.status


def responses_for_fastapi(contract: Contract) -> dict[int | str, dict[str, Any]]:
    """The `responses=` of a route: those that are not declared, and the classes that declare nothing.

    Of a declared status the decorator's part is added later, so that FastAPI puts in no second content for it.
    """
    declared = {str(spec_of(source).status) for source in contract.sources()}
    found = {status: one for status, one in contract.given.items() if str(status) not in declared}
    for other in contract.reading.others if contract.reading.has_responses else ():
        status = default_status(other)
        found[status] = updated(_of_class(other), found.get(status, {}))
    return found


def _of_class(other: type[Response]) -> dict[str, Any]:
    """The response object of a class that declares nothing."""
    status = default_status(other)
    response: dict[str, Any] = {"description": phrase(status) or str(status)}
    if other.media_type and may_carry_content(status):
        schema = {"type": "string"} if other.media_type.startswith("text/") else {}
        response["content"] = {other.media_type: {"schema": schema}}
    return response


def _add_given(document: dict[str, Any], app: FastAPI) -> None:
    """Add to each declared status the decorators' part of it, and examples where it has several contents."""
    definitions = document.get("components", {}).get("schemas", {})
    for context in iter_route_contexts(app.routes):
        contract = contract_of(context.original_route)
        if contract is None or not isinstance(context.original_route, APIRoute):
            continue
        declared = {str(_key(source)) for source in policy_of(app).sources(contract)}
        given = {str(status): one for status, one in contract.given.items()}
        path = document["paths"].get(context.path_format, {})
        for method in context.methods or ():
            responses = path.get(method.lower(), {}).get("responses", {})
            for status in declared & responses.keys():
                if status in given:
                    responses[status] = updated(_resolved(responses[status], document), given[status])
                content = responses[status].get("content", {})
                for media_type, media in content.items():
                    content[media_type] = with_examples(media, definitions)


def _resolved(response: dict[str, Any], document: Mapping[str, Any]) -> dict[str, Any]:
    """A response object of its own in the place of a reference to a shared one."""
    reference = response.get("$ref")
    if reference is None:
        return response
    shared: dict[str, Any] = document["components"]["responses"][reference.rpartition("/")[2]]
    return copy.deepcopy(shared)


def updated(response: Mapping[str, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    """A response object with what a decorator adds to it; its `model`, which is FastAPI's own key, is left out."""
    together = dict(response)
    for key, value in given.items():
        if key == "model":
            continue
        there = together.get(key)
        together[key] = updated(there, value) if isinstance(there, Mapping) and isinstance(value, Mapping) else value
    return together

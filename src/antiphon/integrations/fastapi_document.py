"""FastAPI's document with the responses that are declared with antiphon.

FastAPI's own generator makes every schema: it is asked for the types of content by routes that exist for the question
alone. So the names are the ones that FastAPI gives to the same models, and models that requests and responses share are
told apart as FastAPI does it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, NamedTuple

from fastapi import FastAPI
from fastapi.exception_handlers import request_validation_exception_handler
from fastapi.exceptions import RequestValidationError
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute, RouteContext, iter_route_contexts

from antiphon.http.status import phrase
from antiphon.interpreters.openapi.declared import declared
from antiphon.interpreters.openapi.deprecation import is_deprecated
from antiphon.interpreters.openapi.merging import merged
from antiphon.interpreters.openapi.questions import content_types, schema_lookup
from antiphon.interpreters.openapi.responses import responses_object
from antiphon.interpreters.openapi.schemas import describable
from antiphon.interpreters.openapi.sharing import Placed, names_of, share
from antiphon.interpreters.openapi.version import Version

_PROBE = "/antiphon-schema-{}"
_REFUSAL = "#/components/schemas/HTTPValidationError"
_VALIDATION = ("HTTPValidationError", "ValidationError")


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
    contexts = [one for one in iter_route_contexts(app.routes) if isinstance(one.original_route, APIRoute)]
    found = {index: one for index, context in enumerate(contexts) if (one := operation_of(context)) is not None}
    responses = {index: [declared(one) for one in operation.responses] for index, operation in found.items()}
    types = content_types(one for each in responses.values() for one in each)
    made = _written(app, types)
    each = [_asked(made, index) for index in range(len(types))]
    version: Version = "3.2" if app.openapi_version.startswith("3.2") else "3.1"
    definitions = made.get("components", {}).get("schemas", {})
    placed: list[Placed] = []
    refuses = _refuses_otherwise(app)
    for index, operation in found.items():
        own = responses_object(responses[index], schema_lookup(types, each), version, definitions=definitions)
        for entry in _entries(made, contexts[index]):
            theirs = _without_refusal(entry.get("responses", {}), own) if refuses else entry.get("responses", {})
            entry["responses"] = _merged(theirs, own, operation.replaced, definitions)
            if is_deprecated(responses[index]):
                entry["deprecated"] = True
            placed.append(Placed(entry["responses"], names_of(responses[index])))
    share(placed, made.setdefault("components", {}))
    return _without_unused(made)


def serve(app: FastAPI, operation_of: Callable[[RouteContext], Operation | None]) -> None:
    """Let `app.openapi()`, and so `/openapi.json`, give this document; it is made again when routes are added."""

    def openapi() -> dict[str, Any]:
        routes = [id(one.original_route) for one in iter_route_contexts(app.routes)]
        if not app.openapi_schema or made_for != routes:
            app.openapi_schema = document(app, operation_of)
            made_for[:] = routes
        return app.openapi_schema

    made_for: list[int] = []
    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI's own guide extends it


def _written(app: FastAPI, types: Iterable[Any]) -> dict[str, Any]:
    """The document that FastAPI writes by itself, with a route for each type."""
    probes = [
        APIRoute(_PROBE.format(index), _nothing, response_model=describable(type_), methods=["GET"])
        for index, type_ in enumerate(types)
    ]
    return get_openapi(
        title=app.title,
        version=app.version,
        openapi_version=app.openapi_version,
        summary=app.summary,
        description=app.description,
        terms_of_service=app.terms_of_service,
        contact=app.contact,
        license_info=app.license_info,
        routes=[*app.routes, *probes],
        webhooks=app.webhooks.routes,
        tags=app.openapi_tags,
        servers=app.servers,
        separate_input_output_schemas=app.separate_input_output_schemas,
        external_docs=app.openapi_external_docs,
    )


def _nothing() -> None:
    """The handler of the routes that only ask; never called."""


def _asked(made: dict[str, Any], index: int) -> dict[str, Any]:
    """The schema that FastAPI gave to a type, taken out of the document. Its title is the name of the route."""
    path = made["paths"].pop(_PROBE.format(index))
    schema: dict[str, Any] = path["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    return {key: value for key, value in schema.items() if key != "title"}


def _refuses_otherwise(app: FastAPI) -> bool:
    """Whether the application answers a request that is not valid otherwise than FastAPI does."""
    return app.exception_handlers.get(RequestValidationError) is not request_validation_exception_handler


def _without_refusal(theirs: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """FastAPI's entries, whose 422 is the declared one, or has no content: only a declaration says which it has."""
    if not _refers(theirs.get("422"), _REFUSAL):
        return dict(theirs)
    return {**theirs, "422": own.get("422", {"description": phrase(422)})}


def _entries(made: Mapping[str, Any], context: RouteContext) -> list[dict[str, Any]]:
    """The operations of a route in the document; none of a route that is not in it."""
    path = made["paths"].get(context.path_format, {})
    return [path[method.lower()] for method in sorted(context.methods or ()) if method.lower() in path]


def _merged(
    theirs: Mapping[str, Any], own: Mapping[str, Any], replaced: frozenset[int], definitions: Mapping[str, Any]
) -> dict[str, Any]:
    kept = {status: entry for status, entry in theirs.items() if not (status.isdigit() and int(status) in replaced)}
    found = {
        status: merged([kept[status], own[status]], definitions) if status in kept and status in own else entry
        for status, entry in {**kept, **own}.items()
    }
    return {status: found[status] for status in sorted(found)}


def _without_unused(made: dict[str, Any]) -> dict[str, Any]:
    """The document without FastAPI's schemas of a 422 that no operation gives any more."""
    schemas = made.get("components", {}).get("schemas", {})
    for name in _VALIDATION:
        if name in schemas and not _refers(made, f"#/components/schemas/{name}"):
            del schemas[name]
    return made


def _refers(part: Any, reference: str) -> bool:
    if isinstance(part, dict):
        return part.get("$ref") == reference or any(_refers(value, reference) for value in part.values())
    return isinstance(part, list) and any(_refers(item, reference) for item in part)

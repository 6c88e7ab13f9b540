"""The OpenAPI document of a Starlette application: its routes, and the responses that their handlers name.

A handler names them in its return annotation (`-> UserShown | NotFound`), with `@returns(...)` and with `@raises(...)`.
Starlette knows nothing of a request's parameters but those of its path, so the document has no others.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from starlette.endpoints import HTTPEndpoint
from starlette.routing import BaseRoute, Mount, Route

from antiphon.integrations.documented import METHODS
from antiphon.interpreters.openapi.declared import Declared, declared
from antiphon.interpreters.openapi.deprecation import is_deprecated
from antiphon.interpreters.openapi.questions import content_types, schema_lookup
from antiphon.interpreters.openapi.responses import responses_object
from antiphon.interpreters.openapi.schemas import schemas
from antiphon.interpreters.openapi.sharing import Placed, names_of, share
from antiphon.interpreters.openapi.version import Version
from antiphon.reply.operation import annotated_by, raised_by, returned_by

#: The schemas of Starlette's own convertors; any other is text.
_CONVERTORS: Mapping[str, dict[str, Any]] = {
    "IntegerConvertor": {"type": "integer", "minimum": 0},
    "FloatConvertor": {"type": "number", "minimum": 0},
    "UUIDConvertor": {"type": "string", "format": "uuid"},
}


class _Operation(NamedTuple):
    path: str
    method: str
    handler: Callable[..., Any]
    parameters: list[dict[str, Any]]
    responses: list[Declared]


def paths_and_components(routes: Iterable[BaseRoute], version: Version = "3.1") -> dict[str, Any]:
    """The `paths` and `components` of a document for these routes, those of mounted applications among them."""
    operations = [one for one in _operations(routes, "", []) if one.method in METHODS]
    types_ = content_types(one for operation in operations for one in operation.responses)
    made = schemas(types_)
    schema_of = schema_lookup(types_, made.each)
    paths: dict[str, Any] = {}
    placed: list[Placed] = []
    for one in operations:
        entry: dict[str, Any] = {"summary": text} if (text := _summary(one.handler)) else {}
        entry |= {"parameters": one.parameters} if one.parameters else {}
        entry |= {"deprecated": True} if is_deprecated(one.responses) else {}
        entry["responses"] = responses_object(one.responses, schema_of, version, definitions=made.definitions)
        placed.append(Placed(entry["responses"], names_of(one.responses)))
        entry["responses"] = entry["responses"] or {"default": {"description": "Not declared"}}
        paths.setdefault(one.path, {})[one.method] = entry
    components: dict[str, Any] = {"schemas": made.definitions} if made.definitions else {}
    share(placed, components)
    return {"paths": paths, "components": components}


def _operations(routes: Iterable[BaseRoute], prefix: str, above: list[dict[str, Any]]) -> Iterator[_Operation]:
    """Each method of each route. A HEAD that only follows from GET is left out."""
    for route in routes:
        if isinstance(route, Mount):
            yield from _operations(route.routes, prefix + route.path, above + _parameters(route.param_convertors))
        if not isinstance(route, Route) or not route.include_in_schema:
            continue
        parameters = above + _parameters(route.param_convertors)
        for method, handler in _handlers(route):
            yield _Operation(prefix + route.path_format, method, handler, parameters, _declared_by(handler))


def _handlers(route: Route) -> Iterator[tuple[str, Callable[..., Any]]]:
    endpoint: Any = route.endpoint
    if isinstance(endpoint, type) and issubclass(endpoint, HTTPEndpoint):
        yield from ((name, getattr(endpoint, name)) for name in METHODS if hasattr(endpoint, name))
    else:
        methods = sorted(route.methods or ())
        yield from ((name.lower(), endpoint) for name in methods if name != "HEAD" or "GET" not in methods)


def _parameters(convertors: Mapping[str, Any]) -> list[dict[str, Any]]:
    """The parameters of a path; that under which a Mount keeps the rest of it is none."""
    return [
        {
            "name": name,
            "in": "path",
            "required": True,
            "schema": _CONVERTORS.get(type(convertor).__name__, {"type": "string"}),
        }
        for name, convertor in convertors.items()
        if name != "path" or type(convertor).__name__ != "PathConvertor"
    ]


def _declared_by(handler: Callable[..., Any]) -> list[Declared]:
    """The responses that a handler names, each once."""
    named = [*returned_by(handler), *annotated_by(handler)[0], *raised_by(handler)]
    return [declared(one) for one in dict.fromkeys(named)]


def _summary(handler: Callable[..., Any]) -> str:
    """The first paragraph of the handler's docstring."""
    return (inspect.getdoc(handler) or "").partition("\n\n")[0].replace("\n", " ")

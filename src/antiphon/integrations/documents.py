"""The OpenAPI documents of frameworks, with the responses that handlers declare. No framework is imported.

`document(made, operations)` puts them into what a framework wrote; `written(title, operations)` writes a document where
it writes none. The functions `of_...` find the operations of an application: each handler with its path and methods.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from antiphon.errors import SpecError
from antiphon.integrations.annotation import declared_by, read
from antiphon.integrations.documented import Documented, braced, document

__all__ = [
    "document",
    "of_aiohttp",
    "of_ninja",
    "of_rules",
    "of_sanic",
    "operation",
    "spectacular_hook",
    "use_ninja",
    "written",
]

_METHODS = ("get", "put", "post", "delete", "patch", "options", "head", "trace")


def operation(path: str, method: str, handler: Callable[..., Any]) -> Documented:
    """An operation whose handler names its responses.

    Where it names content beside them, what the framework documents of that stays. One whose annotation cannot be read,
    such as a handler of another package, has none.
    """
    try:
        sources, has_model = declared_by(handler), read(handler).has_model
    except SpecError:
        return Documented(path, method, ())
    if has_model:
        return Documented(path, method, sources, frozenset())
    return Documented(path, method, sources)


def written(title: str, operations: Iterable[Documented], version: str = "1") -> dict[str, Any]:
    """A document that has these operations: their paths with parameters of text, and their responses."""
    found = [one for one in operations if one.sources]
    paths: dict[str, Any] = {}
    for one in found:
        parameters = [
            {"name": name, "in": "path", "required": True, "schema": {"type": "string"}}
            for name in re.findall(r"{([^{}]+)}", one.path)
        ]
        entry: dict[str, Any] = {"parameters": parameters} if parameters else {}
        paths.setdefault(one.path, {})[one.method.lower()] = {**entry, "responses": {}}
    return document({"openapi": "3.1.0", "info": {"title": title, "version": version}, "paths": paths}, found)


def of_rules(app: Any) -> Iterator[Documented]:
    """The operations of an application of Flask, APIFlask, flask-smorest or Quart. HEAD and OPTIONS follow from GET."""
    for rule in app.url_map.iter_rules():
        view = app.view_functions[rule.endpoint]
        for method in sorted(rule.methods - {"HEAD", "OPTIONS"}):
            handler = getattr(getattr(view, "view_class", None), method.lower(), view)
            yield operation(braced(rule.rule), method, handler)


def of_aiohttp(app: Any) -> Iterator[Documented]:
    """The operations of an application of aiohttp, and of those that were added to it."""
    for route in app.router.routes():
        if route.resource is None or route.method == "HEAD":
            continue
        path = re.sub(r"{([^{}:]+):[^{}]*}", r"{\1}", route.resource.canonical)
        if route.method != "*":
            yield operation(path, route.method, route.handler)
            continue
        handlers = {name: getattr(route.handler, name, None) for name in _METHODS}
        yield from (operation(path, name, one) for name, one in handlers.items() if one is not None)


def of_sanic(app: Any) -> Iterator[Documented]:
    """The operations of an application of Sanic."""
    for route in app.router.routes:
        for method in sorted(route.methods - {"HEAD", "OPTIONS"}):
            yield operation("/" + re.sub(r"<([^:<>]+)(?::[^<>]*)?>", r"{\1}", route.path), method, route.handler)


def of_ninja(api: Any, made: dict[str, Any]) -> Iterator[Documented]:
    """The operations of a NinjaAPI in the document that it made, which knows them by their ids."""
    places = {
        entry["operationId"]: (path, method)
        for path, entries in made["paths"].items()
        for method, entry in entries.items()
        if isinstance(entry, dict) and "operationId" in entry
    }
    for _, router in api._routers:
        for view in router.path_operations.values():
            for one in view.operations:
                place = places.get(one.operation_id or api.get_openapi_operation_id(one))
                if place is not None:
                    yield operation(*place, one.view_func)


def use_ninja(api: Any) -> None:
    """Let a NinjaAPI's document have the responses that its functions declare, below `@replies` of Django's."""
    write = api.get_openapi_schema

    def get_openapi_schema(**options: Any) -> Any:
        made = write(**options)
        return document(made, of_ninja(api, made))

    api.get_openapi_schema = get_openapi_schema


def spectacular_hook(result: dict[str, Any], generator: Any, request: Any, public: bool) -> dict[str, Any]:  # noqa: FBT001 - drf-spectacular's signature
    """For `POSTPROCESSING_HOOKS` of drf-spectacular: the document with what methods of views declare."""
    found = []
    for path, _, method, view in generator._get_paths_and_endpoints():
        handler = getattr(view, getattr(view, "action", None) or method.lower(), None)
        if handler is not None:
            found.append(operation(path, method, handler))
    return document(result, found)

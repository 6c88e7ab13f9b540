"""Let the writers of documents that frameworks have, or extensions of them, write what handlers declare."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from antiphon.integrations.documented import Documented, document
from antiphon.integrations.operations import of_blacksheep, of_sanic, operation


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


def use_blacksheep(docs: Any) -> None:
    """Let the document of an `OpenAPIHandler` of BlackSheep have the responses that handlers declare.

    Its own reading of an annotation is left out where that names responses; what `@docs(...)` says of them stays.
    """
    generate, responses_of = docs.generate_documentation, docs.get_responses

    def get_responses(handler: Any) -> Any:
        said = docs.get_handler_docs(handler)
        is_declared = operation("", "", handler).sources and not (said and said.responses)
        return responses_of(None if is_declared else handler)  # of nothing it knows what all operations have

    def generate_documentation(app: Any) -> Any:
        made = generate(app)

        def to_obj() -> Any:
            from openapidocs.common import Serializer  # type: ignore[import-untyped]  # it has no types

            theirs = copy.copy(made)
            del theirs.to_obj
            return document((docs._serializer or Serializer()).to_obj(theirs), of_blacksheep(app))

        made.to_obj = to_obj  # which every serializer asks
        return made

    docs.get_responses, docs.generate_documentation = get_responses, generate_documentation


def use_sanic_ext() -> None:
    """Let the documents of sanic-ext have the responses that handlers declare, and be of OpenAPI 3.1, as those are."""
    from sanic_ext.extensions.openapi.builders import SpecificationBuilder

    builder: Any = SpecificationBuilder()  # there is one in a process
    build = builder.build

    def build_declared(app: Any) -> Any:
        made = build(app)
        serialize = made.serialize

        def serialize_declared() -> dict[str, Any]:
            return document({**serialize(), "openapi": "3.1.0"}, of_sanic(app))

        made.serialize = serialize_declared
        return made

    builder.build = build_declared

"""FastAPI: a handler's return annotation is its contract.

    app.router.route_class = ReplyRoute

    @app.post("/users")
    async def sign_up(form: SignUp) -> UserCreated | EmailTaken: ...

FastAPI takes a union in that place for a response model and refuses to start. `ReplyRoute` reads it as the possible
responses: each reply's status, content, fields and cookies are in `/openapi.json`.
"""

from __future__ import annotations

import inspect
import types
from collections.abc import Callable
from typing import Any, Union, get_args, get_origin, get_type_hints

import msgspec
from fastapi.datastructures import DefaultPlaceholder
from fastapi.routing import APIRoute
from starlette.responses import Response

from antiphon.http.status import phrase
from antiphon.reply.declare import ReplyRoot
from antiphon.spec import ResponseSpec


class ReplyRoute(APIRoute):
    """A route whose responses are those that the handler's return annotation names."""

    def __init__(self, path: str, endpoint: Callable[..., Any], **options: Any) -> None:
        returned = _returned(endpoint)
        given = options.get("response_model")
        if returned and (given is None or isinstance(given, DefaultPlaceholder)):
            options["response_model"] = None
            replies = [reply for reply in returned if issubclass(reply, ReplyRoot)]
            documented = {reply.spec.status: describe(reply.spec) for reply in replies}
            options["responses"] = documented | (options.get("responses") or {})
            if options.get("status_code") is None and replies:
                options["status_code"] = replies[0].spec.status
            # FastAPI adds the media type of its default class to whatever the replies say.
            if replies and isinstance(options.get("response_class", DefaultPlaceholder(None)), DefaultPlaceholder):
                options["response_class"] = Response
        super().__init__(path, endpoint, **options)


def _returned(endpoint: Callable[..., Any]) -> list[type[Any]]:
    """The response classes that the annotation names; none where it names anything else."""
    try:
        annotation = get_type_hints(inspect.unwrap(endpoint)).get("return")
    except (NameError, TypeError):
        return []
    members = get_args(annotation) if get_origin(annotation) in (Union, types.UnionType) else (annotation,)
    found: list[type[Any]] = [member for member in members if isinstance(member, type) and issubclass(member, Response)]
    return found if len(found) == len(members) else []


def describe(spec: ResponseSpec) -> dict[str, Any]:
    """A response object of OpenAPI 3.1: description, content and fields. Cookies are listed as Set-Cookie."""
    body = spec.body.plan(spec.status)
    response: dict[str, Any] = {"description": spec.description or phrase(spec.status) or str(spec.status)}
    if body.content_type:
        schema = _schema(body.content.annotation) if body.content else {}
        response["content"] = {body.content_type: {"schema": schema}}
    fields: dict[str, Any] = {header.name: {"schema": {"type": "string"}} for header in spec.headers}
    if spec.cookies:
        names = ", ".join(cookie.name for cookie in spec.cookies)
        fields["Set-Cookie"] = {"schema": {"type": "string"}, "description": f"Sets {names}."}
    if fields:
        response["headers"] = fields
    return response


def _schema(type_: Any) -> dict[str, Any]:
    """The JSON Schema of content, self-contained: OpenAPI would look for `$defs` at the document's root."""
    adapter = getattr(type_, "model_json_schema", None)
    try:
        schema: dict[str, Any] = adapter(mode="serialization") if adapter else msgspec.json.schema(type_)
    except TypeError:
        return {}
    definitions = schema.pop("$defs", {})
    expanded: dict[str, Any] = _expanded(schema, definitions, ())
    return expanded


def _expanded(schema: Any, definitions: dict[str, Any], within: tuple[str, ...]) -> Any:
    """The schema with its references replaced; one that refers to itself admits anything at that place."""
    if isinstance(schema, list):
        return [_expanded(item, definitions, within) for item in schema]
    if not isinstance(schema, dict):
        return schema
    reference = schema.get("$ref")
    if reference is None:
        return {key: _expanded(value, definitions, within) for key, value in schema.items()}
    name = str(reference).rpartition("/")[2]
    return {} if name in within else _expanded(definitions.get(name, {}), definitions, (*within, name))

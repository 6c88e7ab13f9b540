"""The `content` of a Response Object: one row for each body kind."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from antiphon.interpreters.openapi.declared import Declared
from antiphon.interpreters.openapi.events import items_of
from antiphon.interpreters.openapi.fixed_json import schema_of_value
from antiphon.interpreters.openapi.optioned import optioned
from antiphon.interpreters.openapi.version import Version
from antiphon.runtime.content.problem import Problem
from antiphon.spec import ResponseSpec

Schema = dict[str, Any]
#: Gives the schema of a type of content.
SchemaOf = Callable[[Any], Schema]

#: Longer fixed text is an example, and no constant.
_LONGEST_CONSTANT = 200


def _same(schema: Schema) -> Schema:
    return schema


class Described(NamedTuple):
    """The content of a body kind: the schema itself, or the types whose schemas it is made of; and the fixed content.

    With `items` the schema is that of each item of a sequence (itemSchema in OpenAPI 3.2).
    """

    media_type: str
    types: tuple[Any, ...] = ()
    schema: Schema | None = None
    make: Callable[..., Schema] = _same
    example: Any = None
    items: bool = False

    def schema_by(self, schema_of: SchemaOf) -> Schema:
        """The schema, made with those of its types."""
        return self.make(*map(schema_of, self.types)) if self.schema is None else self.schema


def _nothing(_body: Any, _spec: ResponseSpec) -> Described | None:
    return None


def _json(body: Any, spec: ResponseSpec) -> Described | None:
    if body.content is not None:
        value = json.loads(body.content)
        return Described(body.media_type, schema=schema_of_value(value), example=value)
    try:
        type_ = object if body.model is None else body.model.resolve()
        return Described(body.media_type, (optioned(type_, body.options.resolved()),))
    except LookupError:
        return Described(body.media_type, schema={})


def _problem(body: Any, spec: ResponseSpec) -> Described | None:
    plan = body.plan(spec.status)
    value = json.loads(plan.octets)
    if body.extensions is not None:
        return Described(plan.content_type, schema=schema_of_value(value), example=value)
    return Described(plan.content_type, (Problem,), example=value)


def _text(body: Any, spec: ResponseSpec) -> Described | None:
    if body.content is not None and len(body.content) <= _LONGEST_CONSTANT:
        return Described(body.media_type, schema={"type": "string", "const": body.content}, example=body.content)
    return Described(body.media_type, schema={"type": "string"}, example=body.content)


def _octets(body: Any, spec: ResponseSpec) -> Described | None:
    said = {"contentMediaType": media_type_of(body.media_type)} if body.media_type else {}
    return Described(body.media_type, schema={"type": "string"} | said)


def _events(body: Any, spec: ResponseSpec) -> Described | None:
    try:
        items, options = items_of(body.events.resolve()), body.options.resolved()
    except LookupError:
        return Described(body.media_type, schema={}, items=True)
    types = tuple(optioned(type_, options) for type_ in items.types)
    return Described(body.media_type, types, make=items.make, items=True)


def _json_lines(body: Any, spec: ResponseSpec) -> Described | None:
    try:
        item, last = body.model.resolve(), None if body.error_model is None else body.error_model.resolve()
    except LookupError:
        return Described(body.media_type, schema={}, items=True)
    type_ = optioned(item if last is None else item | last, body.options.resolved())
    return Described(body.media_type, (type_,), items=True)


def _stream(body: Any, spec: ResponseSpec) -> Described | None:
    if body.item == "str":
        return Described(body.media_type, schema={"type": "string"})
    return _octets(body, spec)


def _file(body: Any, spec: ResponseSpec) -> Described | None:
    declared = spec.header("Content-Type")
    media_type = body.media_type or (declared.value if declared else None)
    if media_type is None:  # that of the file's name
        return Described("*/*", schema={"type": "string"})
    return Described(media_type, schema={"type": "string", "contentMediaType": media_type_of(media_type)})


#: By the tag of the body kind.
KINDS: Mapping[str, Callable[[Any, ResponseSpec], Described | None]] = {
    "bytes": _octets,
    "empty": _nothing,
    "events": _events,
    "file": _file,
    "html": _text,
    "json": _json,
    "json_lines": _json_lines,
    "problem": _problem,
    "redirect": _nothing,
    "stream": _stream,
    "text": _text,
}


def described(spec: ResponseSpec) -> Described | None:
    """The content of a response; None where there is none."""
    return KINDS[spec.body.kind](spec.body, spec)


def media_type_of(text: str) -> str:
    """A Content-Type without its charset: OpenAPI's keys are media types, and text is UTF-8 everywhere here."""
    head, *parameters = text.split(";")
    kept = [one.strip() for one in parameters if not one.strip().lower().startswith("charset=")]
    return "; ".join([head.strip().lower(), *kept])


def content_of(response: Declared, schema_of: SchemaOf, version: Version) -> dict[str, Any]:
    """The Media Type Object of a response under its media type; empty where it has no content.

    Content that never changes is an example with the name of the response.
    """
    spec = response.spec
    found = described(spec)
    if found is None:
        return {}
    schema = found.schema_by(schema_of)
    media_type = media_type_of(found.media_type) or "*/*"  # a param says it with each call
    media: dict[str, Any] = {"schema": schema}
    if found.items:
        media = {"itemSchema": schema} if version == "3.2" else {"schema": _sequence(media_type, schema)}
    examples = _examples(spec, as_text=schema.get("type") == "string" and not found.types)
    if not examples and found.example is not None:
        examples = {response.name or "example": {"value": found.example}}
    if examples:
        media["examples"] = examples
    return {media_type: media}


def _sequence(media_type: str, item: Schema) -> Schema:
    """The schema of a sequence for OpenAPI 3.1, which has none of its items: text whose content is an array of them."""
    return {"type": "string", "contentMediaType": media_type, "contentSchema": {"type": "array", "items": item}}


def _examples(spec: ResponseSpec, *, as_text: bool) -> dict[str, Any]:
    """The declared examples: JSON as a value, text as it is."""
    found: dict[str, Any] = {}
    for example in spec.examples:
        try:
            value = example.content if as_text else json.loads(example.content)
        except ValueError:
            value = example.content
        found[example.name] = ({"summary": example.description} if example.description else {}) | {"value": value}
    return found

"""An example for each of several contents of one media type, so that readers see how they differ."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

Schema = Mapping[str, Any]

#: A value of each format that readers know.
_FORMATS = {
    "date-time": "2026-01-31T12:00:00Z",
    "date": "2026-01-31",
    "time": "12:00:00Z",
    "email": "ada@example.com",
    "uri": "https://example.com/",
    "uuid": "123e4567-e89b-12d3-a456-426614174000",
}


class _UnsureError(Exception):
    """A schema that admits values which cannot be guessed."""


def with_examples(media: Mapping[str, Any], definitions: Mapping[str, Schema]) -> dict[str, Any]:
    """A Media Type Object with an example of each alternative of its schema that has a name.

    One that has an example already, and one whose schema is not a choice, is as it was.
    """
    schema = media.get("schema", {})
    choices = schema.get("oneOf") or schema.get("anyOf") or ()
    if "example" in media or "examples" in media:
        return dict(media)
    found = {}
    for choice in choices:
        name = str(choice.get("$ref", "")).rpartition("/")[2]
        try:
            found[name] = {"value": _sample(choice, definitions, ())}
        except _UnsureError:
            continue
    found.pop("", None)
    return {**media, "examples": found} if len(found) > 1 else dict(media)


def _sample(schema: Schema, definitions: Mapping[str, Schema], within: tuple[str, ...]) -> Any:
    """A value that the schema admits."""
    if "$ref" in schema:
        name = str(schema["$ref"]).rpartition("/")[2]
        if name in within or name not in definitions:
            raise _UnsureError
        return _sample(definitions[name], definitions, (*within, name))
    for key in ("const", "default"):
        if key in schema:
            return schema[key]
    for key in ("examples", "enum"):
        if schema.get(key):
            return schema[key][0]
    choices = schema.get("anyOf") or schema.get("oneOf")
    if choices:
        return _first(choices, definitions, within)
    make = _TYPES.get(str(schema.get("type")))
    if make is None or "allOf" in schema:
        raise _UnsureError
    return make(schema, definitions, within)


def _first(choices: Any, definitions: Mapping[str, Schema], within: tuple[str, ...]) -> Any:
    for choice in choices:
        try:
            return _sample(choice, definitions, within)
        except _UnsureError:
            continue
    raise _UnsureError


def _object(schema: Schema, definitions: Mapping[str, Schema], within: tuple[str, ...]) -> Any:
    """The members that are required, and of the others those without a default."""
    required = schema.get("required", ())
    made = {}
    for name, member in schema.get("properties", {}).items():
        if name in required or "default" not in member:
            try:
                made[name] = _sample(member, definitions, within)
            except _UnsureError:
                if name in required:
                    raise
    if set(required) - made.keys():
        raise _UnsureError
    return made


def _array(schema: Schema, definitions: Mapping[str, Schema], within: tuple[str, ...]) -> Any:
    if schema.get("minItems", 0) > 1 or "prefixItems" in schema:
        raise _UnsureError
    try:
        return [_sample(schema.get("items", {}), definitions, within)]
    except _UnsureError:
        if schema.get("minItems", 0):
            raise
        return []


def _string(schema: Schema, _definitions: Mapping[str, Schema], _within: tuple[str, ...]) -> Any:
    if "pattern" in schema or "contentEncoding" in schema or schema.get("format") not in {None, *_FORMATS}:
        raise _UnsureError
    text = _FORMATS.get(str(schema.get("format")), "string")
    return text.ljust(schema.get("minLength", 0), "x")[: schema.get("maxLength")]


def _number(schema: Schema, _definitions: Mapping[str, Schema], _within: tuple[str, ...]) -> Any:
    if "multipleOf" in schema or "exclusiveMaximum" in schema:
        raise _UnsureError
    least = schema.get("minimum", schema["exclusiveMinimum"] + 1 if "exclusiveMinimum" in schema else 0)
    if least > schema.get("maximum", least):
        raise _UnsureError
    return min(max(least, 1), schema.get("maximum", max(least, 1)))


_TYPES: dict[str, Any] = {
    "object": _object,
    "array": _array,
    "string": _string,
    "integer": _number,
    "number": _number,
    "boolean": lambda *_: True,
    "null": lambda *_: None,
}

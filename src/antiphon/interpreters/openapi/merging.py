"""Several responses of one status as one Response Object."""

from __future__ import annotations

import functools
import itertools
from collections.abc import Mapping, Sequence
from typing import Any

from antiphon.interpreters.openapi.disjoint import disjoint

Schema = dict[str, Any]
Definitions = Mapping[str, Schema]


def merged(responses: Sequence[dict[str, Any]], definitions: Definitions) -> dict[str, Any]:
    """One Response Object for all: contents by media type, and each header that any of them has.

    A header is required where every one of them requires it. Contents of one media type are alternatives: `oneOf`
    where no content that is sent can match two of them, `anyOf` otherwise.
    """
    return functools.reduce(lambda one, other: _both(one, other, definitions), responses)


def _both(one: dict[str, Any], other: dict[str, Any], definitions: Definitions) -> dict[str, Any]:
    if one == other:
        return one
    found = {**other, **one}
    description = _texts(one.get("description", ""), other.get("description", ""))
    if description:
        found["description"] = description
    if "links" in one or "links" in other:
        found["links"] = {**other.get("links", {}), **one.get("links", {})}
    headers = _headers(one.get("headers", {}), other.get("headers", {}))
    content = dict(one.get("content", {}))
    for media_type, media in other.get("content", {}).items():
        content[media_type] = _media(content[media_type], media, definitions) if media_type in content else media
    return found | {key: value for key, value in (("headers", headers), ("content", content)) if value}


def _texts(one: str, other: str) -> str:
    """Both texts as paragraphs, an equal one once."""
    return "\n\n".join(dict.fromkeys(filter(None, [*one.split("\n\n"), *other.split("\n\n")])))


def _headers(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    """A header that only one of two responses has, or requires, is not required."""
    names = list(dict.fromkeys([*one, *other]))
    return {name: _header(one.get(name), other.get(name)) for name in names}


def _header(one: Any, other: Any) -> dict[str, Any]:
    if one == other:
        return dict(one)
    if one is None:
        return _optional(other)
    if other is None:
        return _optional(one)
    found: dict[str, Any] = {**other, **one}
    if "description" in one and "description" in other:
        found["description"] = _texts(one["description"], other["description"])
    if "examples" in one and "examples" in other:
        found["examples"] = {**other["examples"], **one["examples"]}
    if "schema" in one and "schema" in other:
        found["schema"] = _either(one["schema"], other["schema"])
    required = one.get("required", False) and other.get("required", False)
    return found if required else _optional(found)


def _optional(header: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in header.items() if key != "required"}


def _either(one: Schema, other: Schema) -> Schema:
    """The schema of a field value that matches one of two; constants become one enumeration."""
    if one == other:
        return one
    texts = [*_constants(one), *_constants(other)]
    if len(texts) >= 2 and _constants(one) and _constants(other):
        return {"type": "string", "enum": list(dict.fromkeys(texts))}
    choices = [*one.get("anyOf", [one]), *other.get("anyOf", [other])]
    return {"anyOf": [choice for index, choice in enumerate(choices) if choice not in choices[:index]]}


def _constants(schema: Schema) -> list[str]:
    if schema.get("type") != "string":
        return []
    return [schema["const"]] if "const" in schema else list(schema.get("enum", []))


def _media(one: dict[str, Any], other: dict[str, Any], definitions: Definitions) -> dict[str, Any]:
    """The alternatives of one media type, with the examples of both."""
    found = dict(one)
    for key in ("schema", "itemSchema"):
        if key in one and key in other:
            found[key] = _alternatives(one[key], other[key], definitions)
    examples = dict(one.get("examples", {}))
    for name, example in other.get("examples", {}).items():
        if example not in examples.values():
            examples[_free(name, examples)] = example
    return {**found, "examples": examples} if examples else found


def _free(name: str, taken: Mapping[str, Any]) -> str:
    """The name, or the name with the first number that makes it another one."""
    return next(
        one for one in itertools.chain([name], map(f"{name}_{{}}".format, itertools.count(2))) if one not in taken
    )


def _alternatives(one: Schema, other: Schema, definitions: Definitions) -> Schema:
    choices: list[Schema] = []
    for schema in (*_members(one), *_members(other)):
        choices += [] if schema in choices else [schema]
    if len(choices) == 1:
        return choices[0]
    apart = all(
        disjoint(first, second, definitions) for index, first in enumerate(choices) for second in choices[index + 1 :]
    )
    return {"oneOf" if apart else "anyOf": choices}


def _members(schema: Schema) -> list[Schema]:
    """The alternatives that were merged before: a schema of nothing else."""
    return next((schema[key] for key in ("oneOf", "anyOf") if set(schema) == {key}), [schema])

"""Put declared responses into an OpenAPI document that a framework wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from typing import Any, Final, NamedTuple

from antiphon.interpreters.openapi.declared import declared
from antiphon.interpreters.openapi.deprecation import is_deprecated
from antiphon.interpreters.openapi.questions import content_types, schema_lookup
from antiphon.interpreters.openapi.responses import responses_object
from antiphon.interpreters.openapi.schemas import schemas
from antiphon.interpreters.openapi.sharing import Placed, names_of, share
from antiphon.interpreters.openapi.version import Version
from antiphon.reply.operation import Source

_SCHEMAS = "#/components/schemas/"
#: The methods that a Path Item Object has fields for (OpenAPI 3.1 section 4.8.9.1), in its order.
METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace")


class Documented(NamedTuple):
    """One operation: its path in the document and method, and the responses that its handler names."""

    path: str
    method: str
    sources: tuple[Source, ...]
    replaces: frozenset[str] = frozenset(("200", "201", "204", "default"))
    """The statuses that the framework wrote by itself for a handler that declares none."""


def document(made: dict[str, Any], operations: Iterable[Documented]) -> dict[str, Any]:
    """The same document, changed in place: each operation has the responses that are declared, and their components.

    What the framework documents of other statuses, such as a request that is not valid, stays. A schema whose name the
    framework gave to another one gets a number.
    """
    version: Version = "3.2" if str(made.get("openapi", "")).startswith("3.2") else "3.1"
    found = [(one, entry) for one in operations if (entry := _entry(made, one)) is not None and one.sources]
    responses = [[declared(source) for source in one.sources] for one, _ in found]
    types = content_types(response for each in responses for response in each)
    generated = schemas(types)
    components: dict[str, Any] = made.setdefault("components", {})
    names = names_beside(generated.definitions, components.get("schemas") or {})
    definitions = {names[name]: renamed(schema, names) for name, schema in generated.definitions.items()}
    schema_of = schema_lookup(types, [renamed(schema, names) for schema in generated.each])
    placed: list[Placed] = []
    for (one, entry), each in zip(found, responses, strict=True):
        own = responses_object(each, schema_of, version, definitions=definitions)
        theirs = {str(status): response for status, response in (entry.get("responses") or {}).items()}
        kept = {status: response for status, response in theirs.items() if status not in one.replaces}
        entry["responses"] = dict(sorted({**kept, **own}.items()))
        if is_deprecated(each):
            entry["deprecated"] = True
        placed.append(Placed(entry["responses"], names_of(each)))
    if definitions:
        components["schemas"] = {**(components.get("schemas") or {}), **definitions}
    share(placed, components)
    return made


def _entry(made: Mapping[str, Any], one: Documented) -> dict[str, Any] | None:
    path: Mapping[str, Any] = (made.get("paths") or {}).get(one.path, {})
    return path.get(one.method.lower())


def names_beside(definitions: Mapping[str, Any], theirs: Mapping[str, Any]) -> dict[str, str]:
    """The name of each definition: its own, unless the framework has another schema of that name."""
    names: dict[str, str] = {}
    for name, schema in definitions.items():
        key, number = name, 1
        while key in theirs and not _alike(theirs[key], schema):
            number += 1
            key = f"{name}_{number}"
        names[name] = key
    return names


def _alike(one: Any, other: Any) -> bool:
    return json.dumps(one, sort_keys=True, default=str) == json.dumps(other, sort_keys=True, default=str)


def renamed(part: Any, names: Mapping[str, str]) -> Any:
    """A schema whose references have the names of the document."""
    if isinstance(part, list):
        return [renamed(item, names) for item in part]
    if not isinstance(part, dict):
        return part
    return {key: _reference(value, names) if key == "$ref" else renamed(value, names) for key, value in part.items()}


def _reference(value: Any, names: Mapping[str, str]) -> Any:
    if not isinstance(value, str) or not value.startswith(_SCHEMAS):
        return value
    name, _, inside = value.removeprefix(_SCHEMAS).partition("/")
    return f"{_SCHEMAS}{names.get(name, name)}" + (f"/{inside}" if inside else "")


_CONVERTER = re.compile(r"<(?:[^:<>]+(?:\([^)]*\))?:)?([^<>]+)>")


def braced(rule: str) -> str:
    """A path of Werkzeug's, Django's or Sanic's form, `/users/<int:id>`, as OpenAPI writes it."""
    return _CONVERTER.sub(r"{\1}", rule)

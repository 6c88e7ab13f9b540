"""JSON Schemas of content types: one generator for all of a document, so that their names are settled together."""

from __future__ import annotations

import functools
import warnings
from collections.abc import Iterable
from typing import Any, NamedTuple

import pydantic
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema

from antiphon.interpreters.openapi.as_pydantic import as_pydantic
from antiphon.interpreters.openapi.optioned import Optioned, stand_in
from antiphon.runtime.content.options import AS_DECLARED

Schema = dict[str, Any]

REFERENCE = "#/components/schemas/{model}"


class Schemas(NamedTuple):
    """The schema of each type, in the order in which they were given, and the definitions that they refer to."""

    each: tuple[Schema, ...]
    definitions: dict[str, Schema]


class _Generator(GenerateJsonSchema):
    """Pydantic's generator with what FastAPI changes in it, and with Structs inside of pydantic's models."""

    ignored_warning_kinds = {"skipped-choice", "non-serializable-default", "skipped-discriminator"}  # noqa: RUF012 - pydantic's own attribute

    def bytes_schema(self, schema: Any) -> JsonSchemaValue:
        """Octets within a pydantic model, by the model's own settings."""
        found: JsonSchemaValue = {"type": "string", "contentMediaType": "application/octet-stream"}
        if (self._config.ser_json_bytes if self.mode == "serialization" else self._config.val_json_bytes) == "base64":
            found["contentEncoding"] = "base64"
        self.update_with_validations(found, schema, self.ValidationsMapping.bytes)
        return found

    def is_instance_schema(self, schema: Any) -> JsonSchemaValue:
        """A class that pydantic knows nothing of: described where msgspec can write it."""
        seen = as_pydantic(schema["cls"])
        if seen is schema["cls"]:
            return super().is_instance_schema(schema)
        return self.generate_inner(core_schema_of(seen))


def describable(type_: Any) -> Any:
    """The type as pydantic describes it; Any where nothing can."""
    try:
        return _describable(type_)
    except TypeError:  # a type that cannot be hashed
        return _describable.__wrapped__(type_)


@functools.lru_cache(maxsize=1024)
def _describable(type_: Any) -> Any:
    options = AS_DECLARED
    if isinstance(type_, Optioned):
        type_, options = type_
    seen = as_pydantic(type_)
    try:
        if options != AS_DECLARED:
            seen = stand_in(seen, options)
        schemas_of([seen])
    except Exception:  # noqa: BLE001 - whatever a type's own hooks raise, it has no schema
        return Any
    return seen


def core_schema_of(type_: Any) -> CoreSchema:
    """The core schema that pydantic makes for a type. Raises what pydantic raises."""
    return pydantic.TypeAdapter(type_).core_schema


def schemas(types: Iterable[Any]) -> Schemas:
    """The schemas of content that is sent, by reference under `#/components/schemas` for all that has a name."""
    return schemas_of([describable(type_) for type_ in types])


def schemas_of(types: list[Any]) -> Schemas:
    """The schemas of types that pydantic describes. Raises what pydantic raises for others."""
    generator = _Generator(ref_template=REFERENCE)
    inputs = [(index, "serialization", core_schema_of(type_)) for index, type_ in enumerate(types)]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found, definitions = generator.generate_definitions(inputs)  # type: ignore[arg-type]  # keys are numbers here
    each = tuple(_as_fastapi(found[index, "serialization"]) for index in range(len(types)))
    return Schemas(each, {name: _as_fastapi(schema) for name, schema in sorted(definitions.items())})


def _as_fastapi(part: Any) -> Any:
    """A schema as FastAPI writes it: without what follows a form feed in a docstring, and without `default: null`."""
    if isinstance(part, list):
        return [_as_fastapi(item) for item in part]
    if not isinstance(part, dict):
        return part
    found = {key: _as_fastapi(value) for key, value in part.items() if not (key == "default" and value is None)}
    text = found.get("description")
    return {**found, "description": text.split("\f")[0]} if isinstance(text, str) else found

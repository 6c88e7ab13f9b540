"""JSON Schema of a model, as `schemas/` has it for the documents that antiphon reads and writes."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaMode
from pydantic_core import core_schema

from antiphon.diagnostics.pages import schema_url

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_of(model: type[BaseModel], name: str, *, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
    """The JSON Schema 2020-12 of a model, identified by the address that it has on the site.

    A document that the schema accepts can be read by `model.model_validate_json`, and what `model_dump_json` writes
    is accepted by the schema. JSON Schema does not distinguish 200.0 from 200; antiphon refuses 200.0.
    """
    schema = model.model_json_schema(schema_generator=_Generator, mode=mode)
    return {"$schema": DIALECT, "$id": schema_url(name), **schema}


class _Generator(GenerateJsonSchema):
    """Leaves out titles, which say a name twice, and demands the tag of a tagged union, as validation does."""

    def field_title_should_be_set(self, schema: Any) -> bool:
        return False

    def tagged_union_schema(self, schema: core_schema.TaggedUnionSchema) -> dict[str, Any]:
        union = super().tagged_union_schema(schema)
        tag = union["discriminator"]["propertyName"]
        tagged = [{**choice, "required": [tag]} for choice in union["oneOf"]]
        return {"oneOf": tagged}

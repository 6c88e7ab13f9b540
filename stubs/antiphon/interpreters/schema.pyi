# Written by `nox -s generate` from src; do not edit.
"""JSON Schema of the documents that antiphon reads and writes."""

from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import JsonSchemaMode

DIALECT: str

def schema_of(model: type[BaseModel], name: str, *, mode: JsonSchemaMode = "validation") -> dict[str, Any]:
    """The JSON Schema 2020-12 of a model, identified as `urn:antiphon:schema:NAME`.

    A document that the schema accepts can be read by `model.model_validate_json`, and what `model_dump_json` writes
    is accepted by the schema. JSON Schema cannot tell 200.0 from 200; antiphon can, and refuses it.
    """

def response_schema() -> dict[str, Any]:
    """The schema of a `ResponseSpec`."""

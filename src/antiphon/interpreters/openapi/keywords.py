"""Keywords for pydantic beside a core schema: those of JSON Schema that msgspec's constraints mean."""

from __future__ import annotations

import dataclasses
from typing import Any

import msgspec
import pydantic
from pydantic.json_schema import JsonSchemaValue

#: The keyword of each constraint of `msgspec.Meta` that means the same for every type.
_KEYWORDS = {
    "gt": "exclusiveMinimum",
    "ge": "minimum",
    "lt": "exclusiveMaximum",
    "le": "maximum",
    "multiple_of": "multipleOf",
    "pattern": "pattern",
    "title": "title",
    "description": "description",
    "examples": "examples",
}
#: The keywords of a length, by the type that has it.
_LENGTHS = {
    "string": ("minLength", "maxLength"),
    "array": ("minItems", "maxItems"),
    "object": ("minProperties", "maxProperties"),
}


@dataclasses.dataclass(frozen=True)
class Keywords:
    """Metadata of an Annotated that adds keywords to the schema of its type."""

    added: tuple[tuple[str, Any], ...]
    lengths: tuple[int | None, int | None] = (None, None)

    @classmethod
    def of(cls, meta: msgspec.Meta) -> Keywords:
        """The keywords that a constraint of msgspec means."""
        said = [(keyword, getattr(meta, name)) for name, keyword in _KEYWORDS.items()]
        added = [(keyword, value) for keyword, value in said if value is not None]
        return cls((*added, *(meta.extra_json_schema or {}).items()), (meta.min_length, meta.max_length))

    def __get_pydantic_json_schema__(self, schema: Any, handler: pydantic.GetJsonSchemaHandler) -> JsonSchemaValue:
        found = handler(schema)
        own = handler.resolve_ref_schema(found) if "$ref" in found else found
        lengths = zip(_LENGTHS.get(str(own.get("type")), ("", "")), self.lengths, strict=True)
        return {**found, **dict(self.added), **{name: value for name, value in lengths if name and value is not None}}


@dataclasses.dataclass(frozen=True)
class Discriminated:
    """Metadata of a union whose members are told apart by one member's constant."""

    field: str

    def __get_pydantic_json_schema__(self, schema: Any, handler: pydantic.GetJsonSchemaHandler) -> JsonSchemaValue:
        found = handler(schema)
        references = [one for one in found.pop("anyOf", ()) if "$ref" in one]
        mapping = {}
        for one in references:
            constant = handler.resolve_ref_schema(one)["properties"][self.field]["const"]
            mapping[str(constant)] = one["$ref"]
        return {**found, "oneOf": references, "discriminator": {"propertyName": self.field, "mapping": mapping}}


#: Octets as msgspec writes them.
BASE64: Keywords = Keywords((("contentEncoding", "base64"),))

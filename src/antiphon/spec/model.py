"""The root of the spec models: frozen, strict, without unknown members."""

from __future__ import annotations

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

from antiphon.spec.attribute_docs import attribute_docs


class Model(BaseModel, frozen=True, extra="forbid", strict=True):
    """A frozen value: hashable, equal by value, JSON in and out.

    A value may be *wrong*: `antiphon.check` finds that. Values of the wrong type are refused here.
    Input is never repeated in a validation error, since it may be a secret.
    """

    model_config: ClassVar[ConfigDict] = ConfigDict(
        hide_input_in_errors=True, ser_json_bytes="base64", val_json_bytes="base64"
    )

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema, with the text below each attribute as its description."""
        schema = handler(core_schema)
        properties = handler.resolve_ref_schema(schema)["properties"]
        for name, text in attribute_docs(cls).items():
            if name in properties:
                properties[name]["description"] = text
        return schema

    def __repr_args__(self) -> Any:
        """Only what differs from the defaults is shown."""
        for name, field in type(self).model_fields.items():
            value = getattr(self, name)
            if value != field.default:
                yield name, value

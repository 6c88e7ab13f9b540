# Written by `nox -s generate` from src; do not edit.
"""The root of the spec models: frozen, strict, without unknown members."""

from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema

class Model(BaseModel, frozen=True, extra="forbid", strict=True):
    """A frozen value: hashable, equal by value, JSON in and out.

    A value may be *wrong*: `antiphon.check` finds that. Values of the wrong type are refused here.
    Input is never repeated in a validation error, since it may be a secret.
    """

    model_config: ClassVar[ConfigDict]

    @classmethod
    def __get_pydantic_json_schema__(cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema, with the text below each attribute as its description."""

    def __repr_args__(self) -> Any:
        """Only what differs from the defaults is shown."""

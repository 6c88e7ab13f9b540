"""The default of a param as a spec holds it: its text, and the value itself where it was declared in this process."""

from __future__ import annotations

from typing import Any

from pydantic_core import CoreSchema, core_schema


class DefaultText(str):
    """The text of a default. Equal to its text; `value` is there where the default was declared in this process."""

    __slots__ = ("value",)
    value: Any
    """The value itself; absent where only its text is known."""

    @classmethod
    def of(cls, text: str, value: object) -> DefaultText:
        """The text of a live value, which stays attached."""
        made = cls(text)
        made.value = value
        return made

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        known = core_schema.is_instance_schema(cls)
        text = core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True))
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.union_schema([known, text]),
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )

"""Text that a spec holds, with a live value attached where the spec was built in this process."""

from __future__ import annotations

from typing import Any

from pydantic_core import CoreSchema, core_schema


class LiveText(str):
    """Text for JSON and for comparing. Pydantic keeps an instance as it is, and makes one of any other text."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema:
        known = core_schema.is_instance_schema(cls)
        text = core_schema.no_info_after_validator_function(cls, core_schema.str_schema(strict=True))
        return core_schema.json_or_python_schema(
            json_schema=text,
            python_schema=core_schema.union_schema([known, text]),
            serialization=core_schema.plain_serializer_function_ser_schema(str, return_schema=core_schema.str_schema()),
        )

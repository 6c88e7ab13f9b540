# Written by `nox -s generate` from src; do not edit.
"""Text that a spec holds, with a live value attached where the spec was built in this process."""

from typing import Any

from pydantic_core import CoreSchema

class LiveText(str):
    """Text for JSON and for comparing. Pydantic keeps an instance as it is, and makes one of any other text."""

    __slots__ = ()

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> CoreSchema: ...

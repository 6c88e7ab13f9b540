"""The class that FastAPI makes its response of where a handler gives a value in place of a reply."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from antiphon.responses import JSONResponse


class Undeclared(JSONResponse[int, Any]):
    """FastAPI's response for a value that the annotation does not name; in the document it adds no content."""

    media_type: str = None  # type: ignore[assignment]  # FastAPI reads the class's for the document

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        self.media_type = "application/json"
        super().init_headers(headers)

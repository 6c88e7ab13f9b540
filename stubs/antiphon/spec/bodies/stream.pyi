# Written by `nox -s generate` from src; do not edit.
"""Octets or text that come in pieces."""

from typing import Literal

from pydantic import Field

from antiphon.runtime.plan import BodyPlan
from antiphon.spec.model import Model

class StreamBody(Model, frozen=True):
    """The response is sent piece by piece, from an iterable that is given with each response."""

    kind: Literal["stream"] = "stream"
    """The tag of this body kind."""
    media_type: str = "application/octet-stream"
    """The media type, with parameters if it has any."""
    item: Literal["bytes", "str"] = "bytes"
    """The type of a piece; text is sent in the charset of the media type, which is UTF-8 where it has none."""
    length: int | None = Field(default=None, ge=0)
    """The number of octets in all, sent as Content-Length; None where it is not known."""

    @property
    def charset(self) -> str:
        """The charset of its text: that of the media type, or UTF-8 where it names none."""

    def plan(self, status: int) -> BodyPlan:
        """Raises LookupError for text in a charset that Python does not know."""

"""Octets of any media type, as they are."""

from __future__ import annotations

from typing import Any, Literal

from antiphon.errors import ParamError
from antiphon.model import Model
from antiphon.plan import BodyPlan, Content


def _accept(content: Any) -> bytes:
    if isinstance(content, bytes | bytearray | memoryview):
        return bytes(content)
    raise ParamError(
        "content",
        f"is {type(content).__qualname__} where bytes is declared",
        help="give bytes, bytearray or memoryview",
        cite="the response's own declaration",
    )


class BytesBody(Model, frozen=True):
    """The response carries octets: given with each response, or fixed."""

    kind: Literal["bytes"] = "bytes"
    """The tag of this body kind."""
    media_type: str = "application/octet-stream"
    """The media type, with parameters if it has any."""
    content: bytes | None = None
    """The fixed content; None where each response supplies its own."""

    def plan(self, status: int) -> BodyPlan:
        """Nothing is encoded: octets are sent as they are."""
        if self.content is not None:
            return BodyPlan(self.media_type, self.content, None, "Response")
        return BodyPlan(self.media_type, None, Content(bytes, bytes, _accept, None), "Response")

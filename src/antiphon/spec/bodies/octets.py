"""Octets of any media type, as they are."""

from __future__ import annotations

from typing import Literal

from antiphon.runtime.content.octets import OCTETS, OCTETS_RECIPE
from antiphon.runtime.plan import BodyPlan
from antiphon.spec.model import Model


class BytesBody(Model, frozen=True):
    """The response carries octets: given with each response, or fixed."""

    kind: Literal["bytes"] = "bytes"
    """The tag of this body kind."""
    media_type: str = "application/octet-stream"
    """The media type, with parameters if it has any. Empty: a field says it."""
    content: bytes | None = None
    """The fixed content; None where each response supplies its own."""

    def plan(self, status: int) -> BodyPlan:
        """Nothing is encoded: octets are sent as they are."""
        if self.content is not None:
            return BodyPlan(self.media_type or None, self.content, None, "Response")
        return BodyPlan(self.media_type or None, None, OCTETS, "Response", OCTETS_RECIPE)

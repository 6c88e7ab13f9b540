# Written by `nox -s generate` from src; do not edit.
"""Octets of any media type, as they are."""

from typing import Literal

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

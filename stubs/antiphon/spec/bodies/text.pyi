# Written by `nox -s generate` from src; do not edit.
"""Plain text, or any other media type that is text, in UTF-8."""

from typing import Literal

from antiphon.runtime.plan import BodyPlan
from antiphon.spec.model import Model

class TextBody(Model, frozen=True):
    """The response carries text in UTF-8: given with each response, or fixed."""

    kind: Literal["text"] = "text"
    """The tag of this body kind."""
    content: str | None = None
    """The fixed content; None where each response supplies its own."""
    media_type: str = "text/plain; charset=utf-8"
    """The media type, with its charset: a browser reads text without one as windows-1252. Empty: a field says it."""

    def plan(self, status: int) -> BodyPlan:
        """Fixed text is encoded here; other text with each response."""

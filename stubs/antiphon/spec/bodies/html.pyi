# Written by `nox -s generate` from src; do not edit.
"""HTML, in UTF-8."""

from typing import Literal

from antiphon.runtime.plan import BodyPlan
from antiphon.spec.model import Model

class HTMLBody(Model, frozen=True):
    """The response carries text in UTF-8: given with each response, or fixed."""

    kind: Literal["html"] = "html"
    """The tag of this body kind."""
    content: str | None = None
    """The fixed content; None where each response supplies its own."""
    media_type: str = "text/html; charset=utf-8"
    """The media type, with its charset: a browser reads text without one as windows-1252."""

    def plan(self, status: int) -> BodyPlan:
        """Fixed text is encoded here; other text with each response."""

# Written by `nox -s generate` from src; do not edit.
"""The empty content of a redirect."""

from typing import Literal

from antiphon.runtime.plan import BodyPlan
from antiphon.spec.model import Model

class RedirectBody(Model, frozen=True):
    """The response sends its reader elsewhere (RFC 9110 section 15.4); it has no content."""

    kind: Literal["redirect"] = "redirect"
    """The tag of this body kind."""

    def plan(self, status: int) -> BodyPlan:
        """Nothing to render."""

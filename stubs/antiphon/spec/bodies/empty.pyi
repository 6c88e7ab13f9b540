# Written by `nox -s generate` from src; do not edit.
"""No content at all."""

from typing import Literal

from antiphon.runtime.plan import BodyPlan
from antiphon.spec.model import Model

class EmptyBody(Model, frozen=True):
    """The response has no content and no Content-Type."""

    kind: Literal["empty"] = "empty"
    """The tag of this body kind."""

    def plan(self, status: int) -> BodyPlan:
        """Nothing to render."""

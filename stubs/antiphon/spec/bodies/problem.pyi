# Written by `nox -s generate` from src; do not edit.
"""Problem details (RFC 9457), fixed when the response is declared.

For details that vary, declare `.json(Problem)`.
"""

from typing import Literal

from antiphon.runtime.plan import BodyPlan
from antiphon.spec.model import Model

class ProblemBody(Model, frozen=True):
    """The response carries problem details: the members of RFC 9457 section 3.1. `status` is the response's own."""

    kind: Literal["problem"] = "problem"
    """The tag of this body kind."""
    type: str | None = None
    """A URI reference that identifies the kind of problem; None means `about:blank`."""
    title: str | None = None
    """A short summary of the kind of problem."""
    detail: str | None = None
    """An explanation of this occurrence."""
    instance: str | None = None
    """A URI reference that identifies this occurrence."""
    extensions: str | None = None
    """Members of the problem's own kind (RFC 9457 section 3.2), as the text of a JSON object."""

    def plan(self, status: int) -> BodyPlan:
        """The whole content is known when the response is declared."""

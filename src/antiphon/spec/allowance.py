"""An accepted finding."""

from __future__ import annotations

from antiphon.spec.model import Model


class Allowance(Model, frozen=True):
    """A finding that somebody has looked at and accepts, with the reason why."""

    code: str
    """The rule's code, such as `CK081`."""
    because: str
    """Why the finding is accepted. An empty reason is itself a finding."""

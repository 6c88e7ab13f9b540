# Written by `nox -s generate` from src; do not edit.
"""The state of a draft: an unfinished ResponseSpec, and the places where its parts were declared."""

import dataclasses
from typing import Any, Literal

from antiphon.diagnostics.call_site import CallSite
from antiphon.spec import ResponseSpec

@dataclasses.dataclass(frozen=True, slots=True)
class DraftState:
    """The description as far as it is known, and where each part was declared by its path.

    `has_known_signature` says that type checkers know all of its params by name.
    """

    spec: ResponseSpec
    call_sites: tuple[tuple[str, CallSite], ...] = ()
    has_known_signature: bool = True

    def changed(self, *call_sites: tuple[str, CallSite], **parts: Any) -> DraftState:
        """A state with these parts in the place of its own. Each is valid by itself: the steps see to that."""

    def extended(
        self, parts: Literal["headers", "cookies", "params", "allowances"], part: object, call_site: CallSite
    ) -> DraftState:
        """A state with one part more, declared there."""

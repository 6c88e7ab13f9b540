"""The state of a draft: an unfinished ResponseSpec, and the places where its parts were declared."""

from __future__ import annotations

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
        # `model_copy` validates nothing, and costs a tenth of a new model for each step.
        return dataclasses.replace(
            self,
            spec=self.spec.model_copy(update=parts),
            call_sites=(*self.call_sites, *call_sites) if call_sites else self.call_sites,
        )

    def extended(
        self, parts: Literal["headers", "cookies", "params", "allowances"], part: object, call_site: CallSite
    ) -> DraftState:
        """A state with one part more, declared there."""
        before: tuple[object, ...] = getattr(self.spec, parts)
        return self.changed((f"{parts}[{len(before)}]", call_site), **{parts: (*before, part)})

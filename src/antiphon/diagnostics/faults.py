"""The faults that `antiphon.testing` finds beside those of the rules."""

from __future__ import annotations

from typing import Final

from antiphon.diagnostics.declaration_faults import DECLARATION_FAULTS
from antiphon.diagnostics.protocol_faults import PROTOCOL_FAULTS
from antiphon.diagnostics.refusal import Refusal

#: Of the declaration first, then of the protocol.
FAULTS: Final[tuple[Refusal, ...]] = (*DECLARATION_FAULTS, *PROTOCOL_FAULTS)

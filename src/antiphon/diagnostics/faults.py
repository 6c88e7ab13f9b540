"""The faults that `antiphon.testing` and `antiphon lint` find beside those of the rules."""

from __future__ import annotations

from typing import Final

from antiphon.diagnostics.declaration_faults import DECLARATION_FAULTS
from antiphon.diagnostics.protocol_faults import PROTOCOL_FAULTS
from antiphon.diagnostics.refusal import Refusal
from antiphon.diagnostics.source_faults import SOURCE_FAULTS

#: Of the declaration first, then of the protocol, then of source code.
FAULTS: Final[tuple[Refusal, ...]] = (*DECLARATION_FAULTS, *PROTOCOL_FAULTS, *SOURCE_FAULTS)

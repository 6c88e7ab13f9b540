"""Hold a response to its declaration, in a process that has any."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping
from types import FrameType
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from antiphon.diagnostics.diagnostic import Diagnostic
    from antiphon.testing.declared.seen import Seen


class Hold(Protocol):
    """Gives the findings about a response beside what is declared."""

    def __call__(self, seen: Seen, /) -> Iterable[Diagnostic]: ...


def holding(scope: Mapping[str, Any], frame: FrameType | None) -> Hold | None:
    """The comparison with what the operation of a scope declares, and with the declared response that sends in a frame.

    None before classes of declared responses were imported, when nothing can be declared: so a service without them
    does not load what compares.
    """
    if "antiphon.responses" not in sys.modules:
        return None
    from antiphon.testing.declared.held import held
    from antiphon.testing.declared.operation import operation_of
    from antiphon.testing.declared.sender import sent_by

    sender = sent_by(frame)
    return lambda seen: held(operation_of(scope), sender, seen)

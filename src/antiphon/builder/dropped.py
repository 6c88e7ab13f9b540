"""A step whose draft nobody keeps: `draft.cache_control(no_store=True)` as a statement changes nothing.

No type checker knows a result that must be used. While `antiphon check` imports a module, each draft that is made asks
what the caller's bytecode does with the result of the call.
"""

from __future__ import annotations

import dis
import sys
from types import FrameType

from antiphon.compiler.judged import collected
from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.refusals_of_modules import DROPPED_STEP

#: Methods of a draft that give something else than a draft.
_ENDS = frozenset(("check", "compile", "spec"))


def find_dropped() -> None:
    """Add a finding where the caller of the builder throws away what its step gives; outside of a check do nothing."""
    found = collected()
    if found is None:
        return
    step = sys._getframe(2)
    while step.f_back is not None and _is_ours(step.f_back):
        step = step.f_back
    caller = step.f_back
    if caller is None or step.f_code.co_name in _ENDS or not _is_dropped(caller):
        return
    call_site = CallSite.of(caller)
    if all(known != call_site for known, _ in found.findings):
        what = f"`.{step.f_code.co_name}(...)` gives a new draft, which is dropped"
        found.findings.append((call_site, DROPPED_STEP.found(what, position=call_site.position())))


def _is_ours(frame: FrameType) -> bool:
    return str(frame.f_globals.get("__name__", "")).partition(".")[0] == "antiphon"


def _is_dropped(frame: FrameType) -> bool:
    """Whether the instruction after the call that a frame is in throws its result away."""
    after = next((one for one in dis.get_instructions(frame.f_code) if one.offset > frame.f_lasti), None)
    return after is not None and after.opname == "POP_TOP"

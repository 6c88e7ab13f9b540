"""The name that the result of a call is about to be given, read from the caller's bytecode.

So that a compiled response can call itself `created` in a traceback without being told its name twice.
"""

from __future__ import annotations

import opcode

from antiphon.diagnostics.call_site import Origin

_STORES = {opcode.opmap[name] for name in ("STORE_NAME", "STORE_GLOBAL") if name in opcode.opmap}
_CACHE = opcode.opmap.get("CACHE", 0)


def assigned_name(origin: Origin) -> str | None:
    """The global or class attribute that the call's result is stored in right away; None where it goes elsewhere."""
    code, at = origin.code.co_code, origin.instruction + 2
    while at + 1 < len(code) and code[at] == _CACHE:
        at += 2
    if at + 1 < len(code) and code[at] in _STORES and code[at + 1] < len(origin.code.co_names):
        return origin.code.co_names[code[at + 1]]
    return None

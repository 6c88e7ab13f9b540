"""The name that the result of a call is about to be given, read from the caller's bytecode.

So that a compiled response can call itself `created` in a traceback without being told its name twice.
"""

from __future__ import annotations

import opcode

from antiphon.diagnostics.call_site import CallSite

_STORES = {opcode.opmap[name] for name in ("STORE_NAME", "STORE_GLOBAL") if name in opcode.opmap}
_CACHE = opcode.opmap.get("CACHE", 0)


def assigned_name(call_site: CallSite) -> str | None:
    """The global or class attribute that the call's result is stored in right away; None where it goes elsewhere."""
    code, at = call_site.code.co_code, call_site.instruction + 2
    while at + 1 < len(code) and code[at] == _CACHE:
        at += 2
    if at + 1 < len(code) and code[at] in _STORES and code[at + 1] < len(call_site.code.co_names):
        return call_site.code.co_names[code[at + 1]]
    return None

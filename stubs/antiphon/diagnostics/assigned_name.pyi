# Written by `nox -s generate` from src; do not edit.
"""The name that the result of a call is about to be given, read from the caller's bytecode.

So that a compiled response can call itself `created` in a traceback without being told its name twice.
"""

from antiphon.diagnostics.call_site import CallSite

def assigned_name(call_site: CallSite) -> str | None:
    """The global or class attribute that the call's result is stored in right away; None where it goes elsewhere."""

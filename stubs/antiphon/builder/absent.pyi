# Written by `nox -s generate` from src; do not edit.
"""Why a step is absent from a state, for whoever has no type checker."""

from typing import NoReturn

from antiphon.diagnostics.call_site import CallSite
from antiphon.errors import SpecError

def explain(state: str, status: int, step: str) -> NoReturn:
    """Raise the AttributeError of a step that a state does not have, with the reason where there is one."""

def body_twice(declared: object, call_site: CallSite) -> SpecError:
    """The error for a second body step: one of the two would be lost without a word."""

# Written by `nox -s generate` from src; do not edit.
"""The door between judging and using: errors are raised here, or collected while `antiphon check` imports a module."""

import contextlib
from collections.abc import Callable, Generator, Mapping
from typing import Any, NamedTuple

from antiphon.diagnostics.call_site import CallSite
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.spec import ResponseSpec

class Judged(NamedTuple):
    """One spec that came to the door, what was found, and what it became."""

    name: str
    spec: ResponseSpec
    diagnostics: tuple[Diagnostic, ...]
    call_site: CallSite | None
    compiled: Callable[..., Any]

@contextlib.contextmanager
def collecting() -> Generator[list[Judged]]:
    """While this lasts, faulty declarations do not raise: everything that comes to the door is in the list.

    What a faulty declaration becomes raises its SpecError when it is called.
    """

def admit(
    spec: ResponseSpec, make: Callable[[], Callable[..., Any]], *, name: str, call_sites: Mapping[str, CallSite]
) -> Callable[..., Any]:
    """Judge a spec and make its function. Raises one SpecError with every error-level finding."""

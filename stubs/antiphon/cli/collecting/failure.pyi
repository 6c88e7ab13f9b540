# Written by `nox -s generate` from src; do not edit.
"""An exception that a module raised while it was imported, as findings at the user's own line."""

from collections.abc import Container

from antiphon.diagnostics.diagnostic import Diagnostic

def failure(error: BaseException, module: str, targets: Container[str]) -> tuple[Diagnostic, ...]:
    """What an exception says, at the innermost line of the user's own code; no frame of antiphon's is shown.

    `targets` are files that are the user's own wherever they are.
    """

# Written by `nox -s generate` from src; do not edit.
"""The two ways to be wrong: in a declaration, and in a call."""

from collections.abc import Sequence

from antiphon.diagnostics.diagnostic import Diagnostic

class SpecError(Exception):
    """The declaration is wrong. Carries every error-level finding at once, in `diagnostics`."""

    diagnostics: tuple[Diagnostic, ...]

    def __init__(self, diagnostics: Sequence[Diagnostic]) -> None: ...

class ParamError(ValueError):
    """The call is wrong: a value that the declared response cannot carry. `parameter` names it.

    The text says what, help and cite. It never holds the value of a cookie.
    """

    parameter: str
    what: str
    help: str
    cite: str

    def __init__(self, parameter: str, what: str, *, help: str, cite: str) -> None: ...

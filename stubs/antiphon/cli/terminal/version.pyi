# Written by `nox -s generate` from src; do not edit.
"""Which antiphon this is."""

def version() -> str:
    """The version of the installed distribution; `0+unknown` for a checkout that is not installed."""

def implementation() -> str:
    """Whether the compiled extension is used, and if not, why: see docs/how-to/native.md."""

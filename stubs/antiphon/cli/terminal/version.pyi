# Written by `nox -s generate` from src; do not edit.
"""Which antiphon this is."""

def version() -> str:
    """The version of the installed distribution; `0+unknown` for a checkout that is not installed."""

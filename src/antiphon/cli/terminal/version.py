"""Which antiphon this is."""

from __future__ import annotations

import importlib.metadata


def version() -> str:
    """The version of the installed distribution; `0+unknown` for a checkout that is not installed."""
    try:
        return importlib.metadata.version("antiphon")
    except importlib.metadata.PackageNotFoundError:
        return "0+unknown"

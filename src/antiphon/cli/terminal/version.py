"""Which antiphon this is."""

from __future__ import annotations

import importlib.metadata
import importlib.util

from antiphon.native import EXTENSION


def version() -> str:
    """The version of the installed distribution; `0+unknown` for a checkout that is not installed."""
    try:
        return importlib.metadata.version("antiphon")
    except importlib.metadata.PackageNotFoundError:
        return "0+unknown"


def implementation() -> str:
    """Whether the compiled extension is used, and if not, why: see docs/how-to/native.md."""
    if EXTENSION is not None:
        return "with its compiled extension"
    if importlib.util.find_spec("antiphon._native") is None:
        return "pure Python"
    return "pure Python: ANTIPHON_NATIVE=0 leaves its compiled extension out"

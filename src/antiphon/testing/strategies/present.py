"""Say which extra is missing."""

from __future__ import annotations

import importlib


def present() -> None:
    """Raises ModuleNotFoundError, with the extra to install, where Hypothesis is not there."""
    try:
        importlib.import_module("hypothesis")
    except ModuleNotFoundError:
        message = "antiphon.testing.strategies needs Hypothesis: pip install 'antiphon[hypothesis]'"
        raise ModuleNotFoundError(message, name="hypothesis") from None

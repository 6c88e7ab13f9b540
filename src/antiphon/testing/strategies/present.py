"""Say which extra is missing."""

from __future__ import annotations

import importlib

from antiphon.diagnostics.missing_extra import missing_extra
from antiphon.diagnostics.pages import guide_url


def present() -> None:
    """Raises ModuleNotFoundError, with the extra to install, where Hypothesis is not there."""
    try:
        importlib.import_module("hypothesis")
    except ModuleNotFoundError:
        who, page = "antiphon.testing.strategies", guide_url("draw-responses")
        raise missing_extra(who, "Hypothesis", "hypothesis", module="hypothesis", page=page) from None

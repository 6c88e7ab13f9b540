"""See that no installed plug-in is broken, before anything is judged."""

from __future__ import annotations

from antiphon.rules.registry import rules


def check_plugins() -> None:
    """Raises PluginError, so that a command says it once, and not at each declaration or file."""
    rules()

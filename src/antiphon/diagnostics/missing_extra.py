"""The error of a part of antiphon whose extra is not installed."""

from __future__ import annotations

from antiphon.diagnostics.pages import page_note


def missing_extra(who: str, needs: str, extra: str, *, module: str, page: str) -> ModuleNotFoundError:
    """The error to raise: who needs what, how it is installed, and the page about it."""
    error = ModuleNotFoundError(f"{who} needs {needs}: pip install 'antiphon[{extra}]'", name=module)
    error.add_note(page_note(page))
    return error

"""The error for an input that cannot be read."""

from __future__ import annotations

import functools
from typing import Any

from antiphon.diagnostics.pages import error_url, page_note


class WireError(ValueError):
    """The input is not a response. `what` says why, and `help` what to give instead.

    `line` says where, counted from 1; None where that is not known. The text never holds the value of a field.
    """

    def __init__(self, what: str, *, help: str, line: int | None = None) -> None:
        self.what = what
        self.help = help
        self.line = line
        super().__init__(f"{f'line {line}: ' if line else ''}{what}\n  help: {help}")
        self.add_note(page_note(error_url("WireError")))

    def __reduce__(self) -> tuple[Any, ...]:
        return functools.partial(type(self), self.what, help=self.help, line=self.line), ()

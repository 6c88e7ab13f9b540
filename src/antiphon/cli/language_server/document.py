"""A file that the editor has open, and what is known of it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from lsprotocol import types

from antiphon.cli.language_server.moved import moved
from antiphon.cli.language_server.uris import path_of
from antiphon.diagnostics.python_lines import python_lines


@dataclasses.dataclass(slots=True)
class Findings:
    """Findings, and the lines of the text that they were found in."""

    found: list[types.Diagnostic] = dataclasses.field(default_factory=list)
    lines: list[str] = dataclasses.field(default_factory=list)


@dataclasses.dataclass(slots=True)
class Document:
    """The text as it is typed, with the findings in its declarations, as it was saved, and those in its text.

    `file` is None for a buffer that was never saved; `shown` is what the editor was pushed last.
    """

    uri: str
    version: int
    text: str
    declared: Findings = dataclasses.field(default_factory=Findings)
    written: Findings = dataclasses.field(default_factory=Findings)
    shown: list[types.Diagnostic] = dataclasses.field(default_factory=list)
    file: Path | None = dataclasses.field(init=False)

    def __post_init__(self) -> None:
        self.file = path_of(self.uri)

    def found(self) -> list[types.Diagnostic]:
        """All findings at their places in the text as it is now."""
        lines = python_lines(self.text)
        return [one for part in (self.declared, self.written) for one in moved(part.found, part.lines, lines)]

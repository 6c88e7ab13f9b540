"""Leave out findings in captures that the project or the command line ignores."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from antiphon.cli.collecting.excluded import Excluded


@dataclasses.dataclass(frozen=True, slots=True)
class Ignore:
    """Findings to leave out: of one rule or of all, at one host or at all; `*.a.example` means every host below it.

    `where` says who left it out: a file with its line, or the option.
    """

    code: str | None
    host: str | None
    because: str
    where: str
    files: Excluded | None = None

    def covers(self, code: str, host: str | None, file: str | None = None) -> bool:
        """Whether a rule's finding in a response of a host, or at a place of a file, is one of those."""
        if self.files is not None and (file is None or not self.files.by_project(Path(file))):
            return False
        return self.code in (None, code) and (self.host is None or self._names(host))

    def _names(self, host: str | None) -> bool:
        if host is None or self.host is None:
            return False
        wanted = self.host.lower()
        return host.endswith(wanted[1:]) if wanted.startswith("*.") else host == wanted

    def __str__(self) -> str:
        return " at ".join(part for part in (self.code or "every rule", self.host) if part)

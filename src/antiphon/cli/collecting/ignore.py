"""What is left out of the findings in captures."""

from __future__ import annotations

import dataclasses


@dataclasses.dataclass(frozen=True, slots=True)
class Ignore:
    """What is left out. Without a code every rule is meant, without a host every one; `*.a.example` is all below it.

    `where` says who left it out: a file with its line, or the option.
    """

    code: str | None
    host: str | None
    because: str
    where: str

    def covers(self, code: str, host: str | None) -> bool:
        """Whether a rule's finding in a response of a host is one of those."""
        return self.code in (None, code) and (self.host is None or self._names(host))

    def _names(self, host: str | None) -> bool:
        if host is None or self.host is None:
            return False
        wanted = self.host.lower()
        return host.endswith(wanted[1:]) if wanted.startswith("*.") else host == wanted

    def __str__(self) -> str:
        return " at ".join(part for part in (self.code or "every rule", self.host) if part)

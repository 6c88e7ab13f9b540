"""Findings that a project knows of: a TOML file of tables `[[known]]`.

[[known]]
code = "CK052"
path = "/legacy/*"
because = "the old login page goes in March"
"""

from __future__ import annotations

import dataclasses
import fnmatch
from pathlib import Path

from antiphon.pytest_plugin.finding import TestFinding

_KEYS = {"code", "path", "method", "test", "because"}


class BaselineError(ValueError):
    """The file cannot be read as a baseline. The text says what and where."""


@dataclasses.dataclass(frozen=True)
class Known:
    """One entry: a rule's code or name, and, with `*` for anything, the path, the method and the test."""

    code: str
    because: str
    path: str = "*"
    method: str = "*"
    test: str = "*"

    def covers(self, finding: TestFinding) -> bool:
        """Whether the finding is one of these."""
        one = finding.diagnostic
        return self.code in (one.code, one.slug) and all(
            fnmatch.fnmatchcase(text, pattern)
            for text, pattern in ((finding.path, self.path), (finding.method, self.method), (finding.test, self.test))
        )

    def __str__(self) -> str:
        said = [f"{name} {value}" for name in ("method", "path", "test") if (value := getattr(self, name)) != "*"]
        return " ".join([self.code, *said])


def read(path: Path) -> tuple[Known, ...]:
    """The entries of a file. Raises BaselineError for one without a reason, and for a key that is not known."""
    import tomllib  # for those who have such a file

    try:
        document = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise BaselineError(f"{path}: {error}") from None
    entries = document.pop("known", [])
    if document or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BaselineError(f"{path}: a baseline holds tables [[known]] alone")
    return tuple(_known(path, number, entry) for number, entry in enumerate(entries, 1))


def _known(path: Path, number: int, entry: dict[str, object]) -> Known:
    wrong = sorted(set(entry) - _KEYS)
    if wrong:
        raise BaselineError(f"{path}: entry {number} has the key {wrong[0]!r}; the keys are {', '.join(sorted(_KEYS))}")
    texts = {name: value.strip() for name, value in entry.items() if isinstance(value, str)}
    if len(texts) < len(entry):
        raise BaselineError(f"{path}: entry {number} has a value that is not text")
    for name in ("code", "because"):
        if not texts.get(name):
            raise BaselineError(f"{path}: entry {number} needs `{name}`")
    return Known(**texts)

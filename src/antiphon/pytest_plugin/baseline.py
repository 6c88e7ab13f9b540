"""Findings that a project knows of: a TOML file of tables `[[known]]`.

[[known]]
code = "CK052"
path = "/legacy/*"
because = "the old login page goes in March"
"""

from __future__ import annotations

import dataclasses
import json
import re
from collections.abc import Sequence
from pathlib import Path

from antiphon.pytest_plugin.finding import TestFinding

_KEYS = {"code", "path", "method", "test", "because"}


class BaselineError(ValueError):
    """The file cannot be read as a baseline. The text says what and where."""


@dataclasses.dataclass(frozen=True)
class Known:
    """One entry: a rule's code, and, with `*` for anything, the path, the method and the test."""

    code: str
    because: str
    path: str = "*"
    method: str = "*"
    test: str = "*"

    def covers(self, finding: TestFinding) -> bool:
        """Whether the finding is one of these."""
        one = finding.diagnostic
        return self.code == one.code and all(
            _matches(text, pattern)
            for text, pattern in ((finding.path, self.path), (finding.method, self.method), (finding.test, self.test))
        )

    def __str__(self) -> str:
        said = [f"{name} {value}" for name in ("method", "path", "test") if (value := getattr(self, name)) != "*"]
        return " ".join([self.code, *said])


def _matches(text: str, pattern: str) -> bool:
    """`*` is any text; every other character is itself, the brackets of a parametrized test too."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split("*"))), text, re.DOTALL) is not None


#: A segment of a path that is another one in the next run: a number, a UUID, a long token.
_VARIES = re.compile(r"\d+|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|(?=.*\d)[\w-]{20,}")


def write(findings: Sequence[TestFinding], because: str) -> str:
    """A baseline that knows these findings, each with the reason `because`; segments of paths that vary are `*`."""
    entries = {
        (one.diagnostic.code, one.method, "/".join("*" if _VARIES.fullmatch(part) else part for part in parts)): None
        for one in findings
        for parts in [one.path.split("/")]
    }
    return "\n".join(
        f"[[known]]\ncode = {_quoted(code)}\nmethod = {_quoted(method)}\n"
        f"path = {_quoted(path)}\nbecause = {_quoted(because)}\n"
        for code, method, path in sorted(entries)
    )


def _quoted(text: str) -> str:
    """`text` as a string of TOML."""
    whole = text.encode("utf-8", "replace").decode()
    return json.dumps(whole, ensure_ascii=False).replace("\x7f", "\\u007f")


def read(path: Path) -> tuple[Known, ...]:
    """The entries of a file. Raises BaselineError for one without a reason, and for a key that is not known."""
    try:
        return parse(path.read_text(encoding="utf-8"), str(path))
    except (OSError, UnicodeDecodeError) as error:
        raise BaselineError(f"{path}: {error}") from None


def parse(text: str, name: str = "the baseline") -> tuple[Known, ...]:
    """The entries of a text, which messages call `name`. Raises BaselineError as `read` does."""
    import tomllib  # for those who have such a file

    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BaselineError(f"{name}: {error}") from None
    entries = document.pop("known", [])
    if document or not isinstance(entries, list) or not all(isinstance(entry, dict) for entry in entries):
        raise BaselineError(f"{name}: a baseline holds tables [[known]] alone")
    return tuple(_known(name, number, entry) for number, entry in enumerate(entries, 1))


def by_code(entry: Known) -> Known:
    """The entry with the code of the rule that it names, in any case. Raises BaselineError where there is none."""
    from antiphon.rules.named import everything, like, named

    found = named(entry.code, everything())
    if found is None:
        raise BaselineError(
            f"there is no rule {entry.code!r}, which the baseline names: {like(entry.code, everything())}"
        )
    return dataclasses.replace(entry, code=found.code)


def _known(name: str, number: int, entry: dict[str, object]) -> Known:
    wrong = sorted(set(entry) - _KEYS)
    if wrong:
        raise BaselineError(f"{name}: entry {number} has the key {wrong[0]!r}; the keys are {', '.join(sorted(_KEYS))}")
    stripped = {"code", "because"}  # a pattern is what it says, a space too
    texts = {key: value.strip() if key in stripped else value for key, value in entry.items() if isinstance(value, str)}
    if len(texts) < len(entry):
        raise BaselineError(f"{name}: entry {number} has a value that is not text")
    for key in ("code", "because"):
        if not texts.get(key):
            raise BaselineError(f"{name}: entry {number} needs `{key}`")
    return Known(**texts)

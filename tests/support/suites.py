"""Public test cases and browser tables: where they lie, and how a test that needs one is skipped.

The browser tables were recorded for antiphon and are committed. The cases of other projects are not: `nox -s suites`
fetches those that a package registry has, and all of them may lie beside the repository, in `../shared/data/cases`.
"""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any, Final

import pytest

from tests.support.paths import ROOT, SHARED

#: Recorded: what browsers did, the catalogue of rules, and the surface of Starlette.
RECORDED: Final = ROOT / "tests" / "suites" / "data"
#: Fetched by `nox -s suites`; git ignores it.
FETCHED: Final = ROOT / "tests" / "suites" / "cases"
_FOLDERS: Final = (FETCHED, SHARED / "data" / "cases")


def case_file(suite: str) -> Path | None:
    """The file of a suite's cases; None where it is neither fetched nor beside the repository."""
    return next((path for folder in _FOLDERS if (path := folder / f"{suite}.json").exists()), None)


def cases(suite: str) -> list[dict[str, Any]]:
    """The cases of one suite. Skips the test where they are not here."""
    path = case_file(suite)
    if path is None:
        pytest.skip(f"the cases of {suite} are not here: `nox -s suites` fetches those that a registry has")
    loaded: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return loaded


def recorded(table: str) -> list[dict[str, Any]]:
    """The rows of a table that was recorded in browsers, `cookie_truth` or `chromium_headers`."""
    with gzip.open(RECORDED / f"{table}.jsonl.gz", "rt", encoding="utf-8") as lines:
        return [row for row in map(json.loads, lines) if row["id"] != "_meta"]

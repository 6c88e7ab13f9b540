"""No test waits for ever: whatever runs a process to its end says how long it may take."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.support.paths import ROOT

#: Text that only files have that run a process; the others need not be parsed.
SIGN = "subprocess.run("
FILES = [path for path in sorted((ROOT / "tests").rglob("*.py")) if SIGN in path.read_text(encoding="utf-8")]
#: Scripts that somebody runs and watches.
WATCHED = ("tests/suites/fetch.py", "tests/suites/score.py")


def endless(text: str) -> list[int]:
    """The lines of calls of `subprocess.run` without a timeout."""
    calls = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Call)]
    return [
        call.lineno
        for call in calls
        if ast.unparse(call.func) == "subprocess.run" and not any(one.arg == "timeout" for one in call.keywords)
    ]


@pytest.mark.parametrize("path", FILES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_process_has_a_time_limit(path: Path) -> None:
    """So CI ends with the name of the test, and not at its own limit."""
    assert [] == endless(path.read_text(encoding="utf-8")) or str(path.relative_to(ROOT)) in WATCHED


def test_a_call_without_one_is_found() -> None:
    """With its line."""
    assert [2] == endless("subprocess.run(a, timeout=1)\nsubprocess.run(\n    a,\n    check=True,\n)\n")

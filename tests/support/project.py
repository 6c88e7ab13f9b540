"""A project of a user's in a folder of its own, and the command line run in it."""

from __future__ import annotations

import io
import os
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path

import pytest

from antiphon.cli import main
from antiphon.cli.isolated.judge import judge
from tests.support.paths import ROOT


class Project:
    """A folder that is current, in which the command line runs in this process."""

    def __init__(self, folder: Path, capture: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self._capture = capture
        self.out = self.err = ""

    def write(self, files: dict[str, str]) -> None:
        """Put files there, with the folders that they are in."""
        for name, text in files.items():
            path = self.folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(textwrap.dedent(text), encoding="utf-8")

    def run(self, *arguments: str) -> int:
        """Run `antiphon`; `out` and `err` are what it wrote. Gives the exit code."""
        self._capture.readouterr()
        code = main(arguments)
        self.out, self.err = self._capture.readouterr()
        return code

    def findings(self, *targets: str) -> list[str]:
        """The output of `antiphon check --format concise`, line by line."""
        self.run("check", "--format", "concise", *targets)
        return self.out.splitlines()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Iterator[Project]:
    """A project in an empty current folder, without colours; the modules that it brings are forgotten afterwards."""
    monkeypatch.chdir(tmp_path)
    # In this process, so that a test can replace parts; tests/cli/test_cli_isolated.py has the child process.
    monkeypatch.setattr(
        "antiphon.cli.isolated.running.judged", lambda request: judge(request, lambda _text, _module: None)
    )
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    # An example that another test has imported would be taken for a module of the same name in this project.
    examples = ROOT / "examples"
    for name, module in list(sys.modules.items()):
        # Thousands of modules before each of hundreds of tests: text, since a Path of each would take most of the time.
        if (getattr(module, "__file__", None) or "").startswith(f"{examples}{os.sep}"):
            monkeypatch.delitem(sys.modules, name)
    monkeypatch.setattr(sys, "path", [entry for entry in sys.path if Path(entry) != examples])
    before = set(sys.modules)
    yield Project(tmp_path, capsys)
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", None) or tmp_path).startswith(str(tmp_path)):
            del sys.modules[name]


class Terminal(io.StringIO):
    """A stream that says that somebody watches."""

    def isatty(self) -> bool:
        """As a terminal says."""
        return True

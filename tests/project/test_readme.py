"""Every code block of README and docs runs, and console blocks print what they say."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.support import warm
from tests.support.paths import ROOT
from tests.support.patience import PATIENCE

PAGES = [
    ROOT / "README.md",
    ROOT / "src" / "antiphon" / ".agents" / "skills" / "antiphon" / "SKILL.md",
    *sorted(path for path in (ROOT / "docs").glob("**/*.md") if "rules" not in path.parts),
]

_BLOCK = re.compile(
    r"^(?:<!-- file: (?P<file>\S+) -->\n)?```(?P<language>\w+)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)


class Block(NamedTuple):
    """A fenced block: its language, its text, its line, and the file that it is to be saved as."""

    language: str
    text: str
    line: int
    file: str | None


def blocks(page: Path) -> list[Block]:
    """The fenced blocks of a page, in order."""
    source = page.read_text()
    return [
        Block(match["language"], match["text"], source[: match.start("text")].count("\n") + 1, match["file"])
        for match in _BLOCK.finditer(source)
    ]


@pytest.mark.parametrize("page", PAGES, ids=[str(page.relative_to(ROOT)) for page in PAGES])
def test_code_blocks_run(page: Path, tmp_path: Path) -> None:
    """The Python blocks of a page run from top to bottom as one module; console blocks print what they begin with."""
    python = sys.modules["__main__"].__class__("page")
    for block in blocks(page):
        if block.file is not None:
            path = tmp_path / block.file
            path.parent.mkdir(exist_ok=True)
            path.write_text(block.text)
        elif block.language == "python":
            # The line numbers of the page, so that a failure points into it.
            code = compile("\n" * (block.line - 1) + block.text, str(page), "exec", dont_inherit=True)
            sys.modules["page"] = python
            exec(code, vars(python))
        elif block.language == "console":
            _run_console(block, tmp_path)


def _run_console(block: Block, directory: Path) -> None:
    """Run each `$` line in the directory: what follows must be how its output begins."""
    for session in block.text.split("$ ")[1:]:
        line, _, wanted = session.partition("\n")
        done = _done(shlex.split(line), directory)
        shown = (done.stdout + done.stderr).splitlines()

        assert wanted.splitlines() == shown[: len(wanted.splitlines())], f"line {block.line}: {line}"


def _done(command: list[str], directory: Path) -> subprocess.CompletedProcess[str]:
    """Run a command as a reader does, with the programs that this test runs with."""
    options = {"NO_COLOR": "1", "COLUMNS": "120", "MYPY_CACHE_DIR": os.devnull}
    if command[0] == "antiphon":
        return warm.done(*command[1:], folder=directory, **options)
    if command[0] == "mypy":
        command = [sys.executable, "-m", *command]
    elif command[0] == "python":
        command[0] = sys.executable
    return subprocess.run(
        command,
        cwd=directory,
        env={**os.environ, **options},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )


def test_the_readme_shows_the_thing_working_first() -> None:
    """The first block is code that runs, on the first screen."""
    first = blocks(PAGES[0])[0]

    assert ("python", True) == (first.language, first.line < 10)


def test_two_commands_do_all_the_set_up() -> None:
    """One shell block holds the two commands, and the second is what CI runs."""
    commands = [
        line.partition("#")[0].strip()
        for block in blocks(PAGES[0])
        if block.language == "sh"
        for line in block.text.splitlines()
    ]

    assert ["python3 noxfile.py -s demo", "python3 noxfile.py -s ci"] == commands
    assert commands[1].removeprefix("python3 ") in (ROOT / ".ci" / "run").read_text()

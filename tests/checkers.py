"""Type checkers run over files, and what each says of which line."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

#: The first line of each complaint, by file name and line.
Complaints = dict[tuple[str, int], str]

_MYPY = re.compile(r"(?P<file>[^:]+):(?P<line>\d+):(?:\d+:)? error: (?P<message>.*)")


def _run(command: Sequence[str], directory: Path) -> str:
    """A checker's output. One that could not do its work raises, or a broken run would pass as a clean one."""
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        msg = f"{command[2]} failed with exit code {done.returncode}:\n{done.stdout}{done.stderr}"
        raise RuntimeError(msg)
    return done.stdout


def mypy(directory: Path) -> Complaints:
    """What `mypy --strict` says of the files of a directory, one process for all of them."""
    files = sorted(path.name for path in directory.glob("*.py"))
    config = ["--config-file=", "--strict", "--no-error-summary", "--hide-error-context", "--no-pretty"]
    output = _run([sys.executable, "-m", "mypy", *config, *files], directory)
    found: Complaints = {}
    for match in map(_MYPY.match, output.splitlines()):
        if match:
            found.setdefault((match["file"], int(match["line"])), match["message"])
    return found


def pyright(directory: Path) -> Complaints:
    """What pyright says of the files of a directory, in its standard mode."""
    config = {"typeCheckingMode": "standard", "include": ["."], "reportUnusedExpression": False}
    project = directory / "pyrightconfig.json"
    project.write_text(json.dumps(config))
    try:
        output = _run(
            [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "-p", "."], directory
        )
    finally:
        project.unlink()
    report: dict[str, Any] = json.loads(output)
    found: Complaints = {}
    for complaint in report["generalDiagnostics"]:
        if complaint["severity"] == "error":
            where = (Path(complaint["file"]).name, complaint["range"]["start"]["line"] + 1)
            found.setdefault(where, complaint["message"].splitlines()[0])
    return found


CHECKERS: dict[str, Callable[[Path], Complaints]] = {"mypy": mypy, "pyright": pyright}


def marked(directory: Path) -> set[tuple[str, int]]:
    """The lines of a directory's files that carry an `# E:` mark: each must be complained about."""
    return {
        (path.name, number)
        for path in directory.glob("*.py")
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if "# E:" in line
    }


def copied(source: Path, target: Path) -> Path:
    """The files of a directory in another place, away from the project's own configuration and sources."""
    target.mkdir(parents=True, exist_ok=True)
    for path in source.glob("*.py"):
        (target / path.name).write_text(path.read_text())
    return target

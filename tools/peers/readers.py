"""The judges that read a source and do not run it: `antiphon lint`, and semgrep with its rules for Python."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple


class Semgrep(NamedTuple):
    """The program, and the `python` folder of a clone of semgrep/semgrep-rules."""

    program: str
    rules: Path


def linted(folder: Path) -> dict[str, str]:
    """The codes of `antiphon lint` by the stem of each file with findings; advice is left out."""
    done = json.loads(output([sys.executable, "-m", "antiphon", "lint", "--format", "json", str(folder)]))
    return _by_stem((one["position"]["file"], one["code"]) for one in done["findings"] if one["level"] != "info")


def scanned(folder: Path, semgrep: Semgrep) -> dict[str, str]:
    """The names of semgrep's rules by the stem of each file with findings."""
    quiet = ["--metrics", "off", "--disable-version-check", "--no-git-ignore", "--json"]
    done = json.loads(output([semgrep.program, "scan", "--config", str(semgrep.rules), *quiet, str(folder)]))
    return _by_stem((one["path"], one["check_id"].rpartition(".")[2]) for one in done["results"])


def _by_stem(complaints: Iterable[tuple[str, str]]) -> dict[str, str]:
    found: dict[str, dict[str, None]] = {}
    for path, word in complaints:
        found.setdefault(Path(path).stem, {})[word] = None
    return {stem: " ".join(sorted(words)) for stem, words in found.items()}


def output(command: list[str]) -> Any:
    """The standard output of a command. Ends the program where it has none."""
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout:
        raise SystemExit(f"{command[0]} says nothing:\n{done.stderr}")
    return done.stdout

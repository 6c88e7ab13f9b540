"""Type checkers run over files, and what each says of which line.

`ANTIPHON_TYPES` says whose types they read: `src` is the sources of this tree, `stubs` the reviewed public surface,
`wheel` insists on an installed wheel, and otherwise it is whatever antiphon the interpreter has.
"""

from __future__ import annotations

import importlib.util
import json
import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from tests.support.paths import ROOT
from tests.support.patience import PATIENCE

#: The first line of each complaint, by file name and line.
Complaints = dict[tuple[str, int], str]


_MYPY = re.compile(r"(?P<file>[^:/]+):(?P<line>\d+):(?:\d+:)? error: (?P<message>.*)")
_TY = re.compile(r"(?P<file>[^:/]+):(?P<line>\d+):\d+: error(?P<message>\[.*)")


def packages() -> Path | None:
    """The folder whose antiphon is put before the installed one, if any. Raises where no wheel is installed."""
    wanted = os.environ.get("ANTIPHON_TYPES", "")
    if wanted == "wheel":
        found = importlib.util.find_spec("antiphon")
        if found is None or found.origin is None or Path(found.origin).is_relative_to(ROOT / "src"):
            raise RuntimeError("ANTIPHON_TYPES=wheel, but no wheel of antiphon is installed")
        return None
    if wanted not in ("", "src", "stubs"):
        raise RuntimeError(f"ANTIPHON_TYPES is src, stubs or wheel, not {wanted!r}")
    return ROOT / wanted if wanted else None


def run(command: Sequence[str], directory: Path, environment: Mapping[str, str] | None = None) -> str:
    """A checker's output. One that could not do its work raises, or a broken run would pass as a clean one."""
    # A checker runs nothing of antiphon's, so nothing of it is to be measured.
    own = {name: value for name, value in os.environ.items() if name != "COVERAGE_PROCESS_CONFIG"}
    done = subprocess.run(
        command,
        cwd=directory,
        env={**own, **(environment or {})},
        capture_output=True,
        text=True,
        check=False,
        timeout=10 * PATIENCE,
    )
    if done.returncode not in (0, 1):
        msg = f"{' '.join(command[:4])} failed with exit code {done.returncode}:\n{done.stdout}{done.stderr}"
        raise RuntimeError(msg)
    return done.stdout


def _program(name: str) -> str:
    """A checker that is a program of its own lies beside the interpreter."""
    return str(Path(sys.executable).with_name(name))


def mypy(directory: Path, first: Path | None = None) -> Complaints:
    """The complaints of `mypy --strict` about the files of a directory, one process for all of them."""
    files = sorted(path.name for path in directory.glob("*.py"))
    config = ["--config-file=", "--strict", "--no-error-summary", "--hide-error-context", "--no-pretty"]
    config += [f"--cache-dir={os.devnull}"]  # nobody would read it, and writing it is an eighth of the work
    # The packages themselves have checks of their own; only what is said of these files counts.
    where = ["--follow-imports=silent"] if first else []
    environment = {"MYPYPATH": str(first)} if first else {}
    output = run([sys.executable, "-m", "mypy", *config, *where, *files], directory, environment)
    found: Complaints = {}
    for match in map(_MYPY.match, output.splitlines()):
        if match:
            found.setdefault((match["file"], int(match["line"])), match["message"])
    return found


def pyright(directory: Path, first: Path | None = None) -> Complaints:
    """The complaints of pyright about the files of a directory, in its standard mode."""
    config: dict[str, Any] = {"typeCheckingMode": "standard", "include": ["."], "reportUnusedExpression": False}
    config["extraPaths"] = [str(first)] if first else []
    project = directory / "pyrightconfig.json"
    project.write_text(json.dumps(config))
    command = [sys.executable, "-m", "pyright", "--outputjson", "--pythonpath", sys.executable, "-p", "."]
    try:
        report = json.loads(run(command, directory))
    finally:
        project.unlink()
    found: Complaints = {}
    for complaint in report["generalDiagnostics"]:
        if complaint["severity"] == "error":
            where = (Path(complaint["file"]).name, complaint["range"]["start"]["line"] + 1)
            found.setdefault(where, complaint["message"].splitlines()[0])
    return found


def ty(directory: Path, first: Path | None = None) -> Complaints:
    """The complaints of ty about the files of a directory, without a configuration."""
    options = ["--output-format=concise", "--no-progress", "--color=never", "--python", sys.prefix]
    where = ["--extra-search-path", str(first)] if first else []
    output = run([_program("ty"), "check", *options, *where, "."], directory)
    found: Complaints = {}
    for match in map(_TY.match, output.splitlines()):
        if match:
            found.setdefault((match["file"], int(match["line"])), match["message"])
    return found


def pyrefly(directory: Path, first: Path | None = None) -> Complaints:
    """Pyrefly's complaints about the files of a directory. Its `basic` preset would not even see `x: int = "a"`."""
    config = directory / "pyrefly.toml"
    config.write_text('preset = "default"\n')
    options = ["--config", config.name, "--output-format=json", "--python-interpreter-path", sys.executable]
    where = ["--search-path", str(first)] if first else []
    try:
        report = json.loads(run([_program("pyrefly"), "check", *options, *where], directory))
    finally:
        config.unlink()
    found: Complaints = {}
    for complaint in report["errors"]:
        if complaint["severity"] == "error":
            found.setdefault((Path(complaint["path"]).name, complaint["line"]), complaint["concise_description"])
    return found


CHECKERS: dict[str, Callable[[Path, Path | None], Complaints]] = {
    "mypy": mypy,
    "pyright": pyright,
    "ty": ty,
    "pyrefly": pyrefly,
}


def marked(files: Iterable[Path]) -> set[tuple[str, int]]:
    """The lines of files that carry an `# E:` mark: each must be complained about."""
    return {
        (path.name, number)
        for path in files
        for number, line in enumerate(path.read_text().splitlines(), 1)
        if "# E:" in line
    }


def copied(files: Iterable[Path], target: Path, prefix: str = "") -> Path:
    """The files in another place, away from the project's own configuration and sources."""
    target.mkdir(parents=True, exist_ok=True)
    for path in files:
        (target / f"{prefix}{path.name}").write_text(path.read_text())
    return target

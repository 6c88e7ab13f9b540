"""The file that says how a project is judged: antiphon.toml, or the table `[tool.antiphon]` of a pyproject.toml."""

from __future__ import annotations

import os
import tomllib
from pathlib import Path
from typing import Any

from antiphon.cli.terminal.cannot_run import CannotRun

#: The file of its own comes before the one that a project shares with other tools.
OWN, SHARED = "antiphon.toml", "pyproject.toml"


def nearest(folder: Path) -> tuple[Path | None, Any]:
    """The nearest file above a folder that says something, and its table. Raises CannotRun for one that is not TOML."""
    for parent in (folder, *folder.parents):
        for name in (OWN, SHARED):
            table = table_of(parent / name)
            if table is not None:
                return parent / name, table
    return None, None


def named(text: str) -> tuple[Path, Any]:
    """The file that `--config` names, and its table. Raises CannotRun where there is none."""
    file = Path(text)
    table = table_of(file.resolve())
    if table is None:
        what = f"{text} has no [tool.antiphon]" if file.is_file() else f"there is no file {text}"
        raise CannotRun(what, where="--config", help=f"name an {OWN}, or a TOML file with the table [tool.antiphon]")
    return file.resolve(), table


def table_of(file: Path) -> Any:
    """The table of a file; None where there is no file, or none in it."""
    shown = os.path.relpath(file, Path.cwd())
    try:
        document = tomllib.loads(file.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as error:
        what = f"{file.name} cannot be read: {error.strerror}"
        raise CannotRun(what, where=shown, help="make it readable") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        what = f"{file.name} is not TOML: {error}"
        raise CannotRun(what, where=shown, help="mend it; see https://toml.io") from None
    if file.name == OWN:
        return document
    tool = document.get("tool", {})
    return tool.get("antiphon") if isinstance(tool, dict) else tool


def begins_table(file: Path, line: str) -> bool:
    """Whether a line of the file begins what is said to antiphon. In a file of its own, every line is."""
    return file.name == OWN or "antiphon" in line

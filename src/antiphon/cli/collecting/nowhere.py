"""Names and paths that lead nowhere, and what to write instead."""

from __future__ import annotations

import pkgutil
import sys
from pathlib import Path

from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostics.close_to import close_to


def not_python(path: Path) -> CannotRun:
    """The error for a file that is not a Python file."""
    if path.suffix == ".ipynb":
        advice = "write the declarations into a module that the notebook imports, and name that module"
        return CannotRun(f"{path} is a notebook, not a Python file", where=f"TARGET {path}", help=advice)
    return CannotRun(f"{path} is not a Python file", where=f"TARGET {path}", help="name a .py file or a folder")


def no_file(path: Path) -> CannotRun:
    """The error for a path where nothing is, with the names that look like it."""
    advice = files_like(path) or "paths are taken from the current folder"
    return CannotRun(f"there is no file {path}", where=f"TARGET {path}", help=advice)


def files_like(path: Path) -> str:
    """`did you mean ...?` for the names beside a path where nothing is; empty where none looks like it."""
    siblings = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() and not path.exists() else []
    return close_to(path.name, siblings)


def no_module(name: str, target: str) -> CannotRun:
    """The error for a name that leads nowhere, with the names that look like it."""
    parent, _, last = name.rpartition(".")
    if parent and not hasattr(sys.modules.get(parent), "__path__"):
        what = f"{parent} is a module, not a package: there is no {name}"
        return CannotRun(what, where=f"TARGET {target}", help=f"write {parent}:{last} for what the module holds")
    paths = list(getattr(sys.modules.get(parent), "__path__", ())) if parent else None
    known = {info.name for info in pkgutil.iter_modules(paths)} - sys.stdlib_module_names
    where = f"in {parent}" if parent else "in the current folder or where Python looks for modules"
    if (source := _source_of(name)) is not None:
        advice = f"name its folder, {source}, or install the project where antiphon runs: pip install -e ."
    elif parent and hasattr(sys.modules.get(parent), last):
        advice = f"write {parent}:{last} for what the package itself holds"
    else:
        advice = close_to(last, known) or "a TARGET is module, package, file.py, folder or module:attribute"
    return CannotRun(f"there is no module {name} {where}", where=f"TARGET {target}", help=advice)


def _source_of(name: str) -> Path | None:
    """Where a module is in a project that keeps its packages in a folder `src`, as seen from the current folder."""
    path = Path("src", *name.split("."))
    return path if path.is_dir() else path.with_suffix(".py") if path.with_suffix(".py").is_file() else None

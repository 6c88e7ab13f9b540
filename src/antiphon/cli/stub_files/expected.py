"""The stubs as they should be."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.cli.terminal.whole_file import text_of
from antiphon.interpreters.stubs.stubs import NOTE, UndescribableError, needs_stub, stub
from antiphon.sources.python_text import python_text


def expected_stubs(modules: dict[str, ModuleType], out: Path | None, home: Path) -> dict[Path, str | None]:
    """The text of each stub; None for one of ours that is not wanted any more. Raises CannotRun with every refusal.

    In a tree every package around a module has its `__init__.pyi`: without it mypy passes the tree over in silence.
    """
    found: dict[Path, str | None] = {}
    refused: list[str] = []
    for name, module in modules.items():
        path = _path(module, name, out)
        if _is_by_hand(path):
            raise CannotRun(
                f"{path} was not written by antiphon",
                where=str(path),
                help="move what it says into the module, or --out",
            )
        if needs_stub(module):
            around = _packages(name) if out is not None else {}
            for told, described in {**around, name: module}.items():
                try:
                    found[_path(described, told, out)] = _text(described, home)
                except UndescribableError as error:
                    refused += error.reasons
        elif path.exists():
            found.setdefault(path, None)
    if refused:
        raise CannotRun(
            "a stub would not be true:",
            where="a stub replaces the whole of its module",
            help="mend these, or move the responses into a module of their own",
            lines=(f"  {reason}" for reason in dict.fromkeys(refused)),
        )
    return dict(sorted(found.items()))


def _packages(name: str) -> dict[str, ModuleType]:
    """The packages around a module, the outermost first."""
    parts = name.split(".")
    names = [".".join(parts[:length]) for length in range(1, len(parts))]
    return {package: importlib.import_module(package) for package in names}


def _path(module: ModuleType, name: str, out: Path | None) -> Path:
    """The path of a module's stub, relative to the current folder if it is below that."""
    file = Path(module.__file__ or "")
    if out is None:
        beside = file.with_suffix(".pyi")
        return beside.relative_to(Path.cwd()) if beside.is_relative_to(Path.cwd()) else beside
    *parents, last = name.split(".")
    if file.stem == "__init__":
        return out.joinpath(*parents, last, "__init__.pyi")
    return out.joinpath(*parents, file.with_suffix(".pyi").name)


def _text(module: ModuleType, home: Path) -> str:
    file = Path(module.__file__ or "")
    shown = str(file.relative_to(home)) if file.is_relative_to(home) else str(file)
    return stub(module, python_text(file.read_bytes()).text, shown)


def _is_by_hand(path: Path) -> bool:
    there = text_of(path)
    return there is not None and not there.startswith(NOTE)

"""The files that `antiphon build` writes for a target."""

from __future__ import annotations

import dataclasses
import inspect
import linecache
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import FunctionType, ModuleType
from typing import Any

from antiphon.cli.collecting.assignments import assignments
from antiphon.cli.collecting.home import at_home
from antiphon.cli.collecting.importing import Imports
from antiphon.cli.collecting.judged import is_declaration
from antiphon.cli.collecting.target import target
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.cli.terminal.progress import Progress
from antiphon.compiler.judged import collecting
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.interpreters.ahead_of_time.module import MARK, Written, write_module
from antiphon.interpreters.ahead_of_time.names import NotWritable


@dataclasses.dataclass(frozen=True)
class Build:
    """The text of each file by its path; the errors that prevent writing them; and notes for the user.

    `root` is the module or package that the target names, empty for a folder of scripts.
    """

    root: str
    files: Mapping[Path, str]
    errors: tuple[Diagnostic, ...] = ()
    notes: tuple[str, ...] = ()


def built(text: str) -> Build:
    """Import a target and write its modules. Raises CannotRun for what cannot be imported or written."""
    with at_home(), Progress(sys.stderr) as progress, collecting() as judged:
        imports = Imports(lambda text, _module: progress.step(text))
        root, modules = _modules(text, imports)
        errors = [one for judgement in judged for one in judgement.diagnostics if one.level == "error"]
        if imports.failures or errors:
            return Build(root, {}, tuple(dict.fromkeys([*imports.failures, *errors])))
        progress.step("writing")
        files: dict[Path, str] = {}
        notes: list[str] = []
        declared = {name: responses for name, module in modules.items() if (responses := _responses(module))}
        for name, responses in declared.items():
            compiled = {known: value for known, value in responses.items() if isinstance(value, FunctionType)}
            left = responses.keys() - compiled.keys()
            notes += [
                f"{name}.{known} is a class of replies: import it from {name}" for known in responses if known in left
            ]
            if not compiled:
                continue
            written = _written(name, compiled)
            path = _path(root, name, modules[name])
            files[path] = written.text
            declaring = sorted(declared.keys() & set(written.imports))
            if declaring:
                notes.append(
                    f"{path} imports {', '.join(declaring)}, which has types of its own beside the responses; "
                    "types in a module of their own let it serve without pydantic"
                )
    if not files:
        what = f"{text} has no responses that `.compile()` made at module level"
        raise CannotRun(what, where=f"TARGET {text}", help="`created = respond(201).json(User).compile()` makes one")
    packages = {folder / "__init__.py" for path in files for folder in path.parents if folder != Path()}
    files |= {path: f"{MARK} {root}`; do not edit.\n" for path in sorted(packages) if path not in files}
    return Build(root, files, notes=tuple(notes))


def _written(name: str, responses: Mapping[str, Callable[..., Any]]) -> Written:
    try:
        return write_module(name, responses)
    except NotWritable as error:
        where = f"{name}.{str(error).partition(':')[0]}"
        raise CannotRun(str(error), where=where, help="declare the type in a module, at its outermost level") from None


def _modules(text: str, imports: Imports) -> tuple[str, dict[str, ModuleType]]:
    """The name of the module or package that the target names, and all its modules."""
    parsed = target(text)
    if parsed.attribute:
        help_ = f"name the module: {text.rpartition(':')[0]}"
        raise CannotRun("whole modules are built, not single responses", where=f"TARGET {text}", help=help_)
    if parsed.path is None:
        imports.package(parsed.module)
        root = parsed.module
    elif parsed.path.is_dir() and not (parsed.path / "__init__.py").is_file():
        imports.path(parsed.path)
        root = ""
    else:
        path = parsed.path / "__init__.py" if parsed.path.is_dir() else parsed.path
        imports.path(parsed.path)
        file = str(path.resolve())
        root = next((name for name, module in imports.modules.items() if _file(module) == file), "")
    modules = {
        name: module
        for name, module in imports.modules.items()
        if (not root or name == root or name.startswith(f"{root}.")) and not _is_built(module)
    }
    return root, modules


def _file(module: ModuleType) -> str:
    return str(Path(getattr(module, "__file__", None) or "").resolve())


def _is_built(module: ModuleType) -> bool:
    return linecache.getline(getattr(module, "__file__", None) or "", 1).startswith(MARK)


def _responses(module: ModuleType) -> dict[str, Callable[..., Any]]:
    """The responses that a module itself compiles: functions, and classes of replies."""
    own = assignments(module)
    return {
        name: value
        for name, value in vars(module).items()
        if isinstance(value, FunctionType | type)
        and is_declaration(value)
        and inspect.getattr_static(value, "spec", None) is not None
        and (own is None or name in own)
    }


def _path(root: str, name: str, module: ModuleType) -> Path:
    """Where a module is written, relative to the folder: a package as such, a single module under its own name."""
    parts = name.removeprefix("checked_").split(".")
    if root:
        parts = parts[len(root.split(".")) :] or ([] if hasattr(module, "__path__") else [root.rpartition(".")[2]])
        parts = [part.removeprefix("checked_") for part in parts]
    return Path(*parts, "__init__.py") if hasattr(module, "__path__") else Path(*parts).with_suffix(".py")

"""Modules by name, by file and by folder; what they raise while they are imported is a finding, not an end."""

from __future__ import annotations

import contextlib
import dataclasses
import importlib
import importlib.util
import linecache
import os
import pkgutil
import sys
from collections.abc import Callable, Generator, Iterator
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import ModuleType

from antiphon.cli.collecting.failure import failure
from antiphon.cli.terminal.cannot_run import CannotRun, close_to
from antiphon.diagnostics.diagnostic import Diagnostic


@dataclasses.dataclass
class Imports:
    """What was imported for the targets, and what went wrong on the way. `step` is told each module's name."""

    step: Callable[[str], None]
    modules: dict[str, ModuleType] = dataclasses.field(default_factory=dict)
    failures: list[Diagnostic] = dataclasses.field(default_factory=list)
    stopped: list[str] = dataclasses.field(default_factory=list)
    files: set[str] = dataclasses.field(default_factory=set)

    def package(self, name: str) -> None:
        """A module by its dotted name, and all below it but `__main__`. Raises CannotRun where there is none."""
        module = self.module(name)
        if module is not None:
            self._below(module)

    def module(self, name: str) -> ModuleType | None:
        """A module by its dotted name; None where it raised. Raises CannotRun where there is none."""
        parts = name.split(".")
        for length in range(1, len(parts) + 1):
            module = self._one(".".join(parts[:length]), name)
            if module is None:
                return None
        return self.modules[name]

    def path(self, path: Path) -> None:
        """A file, or everything below a folder. Raises CannotRun where nothing is there."""
        if path.is_dir():
            self._folder(path)
        elif path.suffix == ".py" or not path.exists():
            self.file(path)
        else:
            raise CannotRun(f"{path} is not a Python file", where=f"TARGET {path}", help="name a .py file or a folder")

    def file(self, path: Path) -> ModuleType | None:
        """The module of a file, under its name within its package; None where it raised.

        Raises CannotRun where there is no file.
        """
        if not path.is_file():
            siblings = [entry.name for entry in path.parent.iterdir()] if path.parent.is_dir() else []
            advice = close_to(path.name, siblings) or "paths are taken from the current folder"
            raise CannotRun(f"there is no file {path}", where=f"TARGET {path}", help=advice)
        full = path.resolve()
        root = _root(full)
        parts = full.relative_to(root).with_suffix("").parts
        parts = parts[:-1] if parts[-1] == "__init__" else parts
        if str(root) not in sys.path:
            # A package comes before an installed copy of itself; a script hides nothing of the same name.
            sys.path.insert(0 if len(parts) > 1 or full.stem == "__init__" else len(sys.path), str(root))
        name = ".".join(parts)
        if all(part.isidentifier() for part in parts):
            if len(parts) > 1 and self.module(".".join(parts[:-1])) is None:
                return None
            if _file_of(name) == str(full):
                return self.module(name)
        return self._import(f"checked_{full.stem}", lambda: _load(f"checked_{full.stem}", full), str(full))

    def _folder(self, path: Path) -> None:
        if (path / "__init__.py").is_file() and path.resolve().name.isidentifier():
            module = self.file(path / "__init__.py")
            if module is not None:
                self._below(module)
            return
        files = list(_python_files(path))
        if not files:
            what = f"there is no Python file in {path}"
            raise CannotRun(what, where=f"TARGET {path}", help="name a folder that holds Python files, or a module")
        for file in files:
            self.file(file)

    def _one(self, name: str, target: str) -> ModuleType | None:
        if name in self.modules or name in self.stopped:
            return self.modules.get(name)
        try:
            there = name in sys.modules or importlib.util.find_spec(name) is not None
        except (ImportError, ValueError, AttributeError):  # the parent is no package, or has no spec
            there = False
        if not there:
            raise _no_module(name, target)
        return self._import(name, lambda: importlib.import_module(name), _file_of(name))

    def _import(self, name: str, load: Callable[[], ModuleType], file: str | None) -> ModuleType | None:
        if name in self.modules or name in self.stopped:
            return self.modules.get(name)
        if file is not None:
            self.files.add(file)
        self.step(f"importing {name}")
        try:
            module = self.modules[name] = load()
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # noqa: BLE001 - whatever a user's module raises is reported with its place
            self.failures += failure(error, name, self.files)
            self.stopped.append(name)
            return None
        return module

    def _below(self, module: ModuleType) -> None:
        """Every module below a package, in order of their names; folders without `__init__.py` count as packages."""
        paths = [str(path) for path in getattr(module, "__path__", ())]
        names = {info.name for info in pkgutil.iter_modules(paths)}
        for path in paths:
            with contextlib.suppress(OSError):
                names |= {folder.name for folder in Path(path).iterdir() if _is_namespace(folder)}
        for name in sorted(names - {"__main__"}):
            full = f"{module.__name__}.{name}"
            child = self._one(full, full)
            if child is not None:
                self._below(child)


def _root(file: Path) -> Path:
    """The folder from which a file is imported: above its outermost package, the file's own where it has none.

    Below the current folder, a folder without `__init__.py` may stand within a package.
    """
    home = Path.cwd()
    packages = [folder for folder in file.parents if (folder / "__init__.py").is_file() and folder.name.isidentifier()]
    outer = [folder for folder in packages if folder.is_relative_to(home)]
    root = file.parent
    if outer and all(part.isidentifier() for part in file.parent.relative_to(outer[-1]).parts):
        root = outer[-1]
    while root in packages:
        root = root.parent
    return root


def _file_of(name: str) -> str | None:
    """The file that a module would be imported from."""
    try:
        spec = importlib.util.find_spec(name)
    except (ImportError, ValueError, AttributeError):
        return None
    return os.path.realpath(spec.origin) if spec is not None and spec.has_location and spec.origin else None


def _load(name: str, path: Path) -> ModuleType:
    """A file that no import by name leads to, as a module."""
    loader = SourceFileLoader(name, str(path))
    module = importlib.util.module_from_spec(ModuleSpec(name, loader, origin=str(path)))
    module.__file__ = str(path)
    sys.modules[name] = module  # dataclasses look their module up there
    try:
        loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module


def _is_namespace(folder: Path) -> bool:
    if not folder.is_dir() or not folder.name.isidentifier() or folder.name == "__pycache__":
        return False
    return not (folder / "__init__.py").exists() and next(_python_files(folder), None) is not None


def _python_files(folder: Path) -> Iterator[Path]:
    """The Python files below a folder, without hidden folders and virtual environments."""
    for entry in sorted(folder.iterdir()):
        if entry.is_dir():
            if not entry.name.startswith((".", "__pycache__", "node_modules")) and not (entry / "pyvenv.cfg").exists():
                yield from _python_files(entry)
        elif entry.suffix == ".py" and entry.name != "__main__.py":
            yield entry


def _no_module(name: str, target: str) -> CannotRun:
    """The error for a name that leads nowhere, with the names that look like it."""
    parent, _, last = name.rpartition(".")
    if parent and not hasattr(sys.modules.get(parent), "__path__"):
        what = f"{parent} is a module, not a package: there is no {name}"
        return CannotRun(what, where=f"TARGET {target}", help=f"write {parent}:{last} for what the module holds")
    paths = list(getattr(sys.modules.get(parent), "__path__", ())) if parent else None
    known = {info.name for info in pkgutil.iter_modules(paths)} - sys.stdlib_module_names
    where = f"in {parent}" if parent else "in the current folder or where Python looks for modules"
    if parent and hasattr(sys.modules.get(parent), last):
        advice = f"write {parent}:{last} for what the package itself holds"
    else:
        advice = close_to(last, known) or "a TARGET is module, package, file.py, folder or module:attribute"
    return CannotRun(f"there is no module {name} {where}", where=f"TARGET {target}", help=advice)


@contextlib.contextmanager
def at_home() -> Generator[Path]:
    """While this lasts, the current folder is importable, and what modules print goes to stderr.

    The current folder and `sys.path` are put back afterwards. Raises CannotRun where there is no current folder.
    """
    try:
        home = Path.cwd()
    except OSError:
        what = "the current folder does not exist any more"
        raise CannotRun(what, where="the current folder", help="change to a folder that exists") from None
    path = list(sys.path)
    sys.path.insert(0, str(home))
    importlib.invalidate_caches()
    linecache.checkcache()
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield home
    finally:
        with contextlib.suppress(OSError):
            os.chdir(home)
        sys.path[:] = path

"""Modules by name, by file and by folder; what they raise while they are imported is a finding, not an end."""

from __future__ import annotations

import contextlib
import dataclasses
import importlib
import importlib.util
import os
import pkgutil
import sys
from collections.abc import Callable, Generator, Iterator, Mapping
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import ModuleType

from antiphon.cli.collecting.compiled_anew import compiled_anew
from antiphon.cli.collecting.excluded import Excluded
from antiphon.cli.collecting.failure import failure
from antiphon.cli.collecting.home import relative
from antiphon.cli.collecting.nowhere import no_file, no_module, not_python
from antiphon.cli.collecting.python_files import python_files
from antiphon.cli.collecting.whole_plugins import check_plugins
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.errors import PluginError

_LATER = 'keep what a script does behind `if __name__ == "__main__":`, which is false here'


@dataclasses.dataclass
class Imports:
    """The modules imported for the targets, and the errors met. Before each import, `step` gets a text and the module.

    `given_up` are modules that cannot be imported, since an earlier process did not survive it. `not_run` are the
    targets that could not be reached, and the modules that ended the process. Raises PluginError for a broken plug-in.
    """

    step: Callable[[str, str], None]
    excluded: Excluded = dataclasses.field(default_factory=Excluded)
    given_up: Mapping[str, CannotRun] = dataclasses.field(default_factory=dict)
    not_run: list[CannotRun] = dataclasses.field(default_factory=list)
    modules: dict[str, ModuleType] = dataclasses.field(default_factory=dict)
    failures: list[Diagnostic] = dataclasses.field(default_factory=list)
    stopped: list[str] = dataclasses.field(default_factory=list)
    files: set[str] = dataclasses.field(default_factory=set)
    loose: dict[str, Path] = dataclasses.field(default_factory=dict)
    _walked: set[str] = dataclasses.field(default_factory=set, init=False)

    def __post_init__(self) -> None:
        check_plugins()

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
            raise not_python(path)

    def file(self, path: Path) -> ModuleType | None:
        """The module of a file, under its name within its package; None where it raised.

        Raises CannotRun where there is no file.
        """
        if not path.is_file():
            raise no_file(path)
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
        name = self._loose_name(full)
        return self._import(name, lambda: _load(name, full), str(full))

    def _loose_name(self, file: Path) -> str:
        """A name for a file that no import leads to. Files of one name in several folders have one each."""
        name, number = f"checked_{file.stem}", 1
        while self.loose.setdefault(name, file) != file:
            number += 1
            name = f"checked_{file.stem}_{number}"
        return name

    def _folder(self, path: Path) -> None:
        if (path / "__init__.py").is_file() and path.resolve().name.isidentifier():
            module = self.file(path / "__init__.py")
            if module is not None:
                self._below(module)
            return
        before = len(self.not_run)
        files = list(self._python_files(path))
        if not files and len(self.not_run) == before:
            what = f"there is no Python file in {path}"
            raise CannotRun(what, where=f"TARGET {path}", help="name a folder that holds Python files, or a module")
        for file in files:
            self.file(file)

    def _one(self, name: str, target: str) -> ModuleType | None:
        if name in self.modules or name in self.stopped:
            return self.modules.get(name)
        try:
            there = name in sys.modules or importlib.util.find_spec(name) is not None
        except (ImportError, ValueError, AttributeError):  # the parent is not a package, or has no spec
            there = False
        if not there:
            raise no_module(name, target)
        return self._import(name, lambda: importlib.import_module(name), _file_of(name))

    def _import(self, name: str, load: Callable[[], ModuleType], file: str | None) -> ModuleType | None:
        if name in self.modules or name in self.stopped:
            return self.modules.get(name)
        if file is not None:
            self.files.add(file)
        if name in self.given_up:
            self.not_run.append(self.given_up[name])
            self.stopped.append(name)
            return None
        self.step(f"importing {name}", name)
        try:
            with _refusing(self.given_up), compiled_anew():
                module = self.modules[name] = load()
        except (KeyboardInterrupt, PluginError):
            raise
        except BaseException as error:  # noqa: BLE001 - whatever a user's module raises is reported with its place
            found = failure(error, name, self.files)
            self.failures += found
            self.stopped.append(name)
            if isinstance(error, SystemExit):
                place = found[0].position
                where = str(relative(place, Path.cwd())) if place else f"module {name}"
                what = f"{name} ends the process while it is imported"
                self.not_run.append(CannotRun(what, where=where, help=_LATER))
            return None
        return module

    def _below(self, module: ModuleType) -> None:
        """Every module below a package, in order of their names; folders without `__init__.py` count as packages."""
        paths = [str(path) for path in getattr(module, "__path__", ())]
        self._walked |= {os.path.realpath(path) for path in paths}
        names = {info.name for info in pkgutil.iter_modules(paths)}
        for path in paths:
            with contextlib.suppress(OSError):
                names |= {folder.name for folder in Path(path).iterdir() if self._is_namespace(folder)}
        for name in sorted(names - {"__main__"}):
            full = f"{module.__name__}.{name}"
            if any(self.excluded.by_project(Path(path, end)) for path in paths for end in (name, f"{name}.py")):
                continue
            folders = [Path(path, name) for path in paths]
            if any(folder.is_symlink() and os.path.realpath(folder) in self._walked for folder in folders):
                continue  # links in a circle
            child = self._one(full, full)
            if child is not None:
                self._below(child)

    def _is_namespace(self, folder: Path) -> bool:
        try:
            if not folder.is_dir() or not folder.name.isidentifier() or self.excluded(folder):
                return False
            return not (folder / "__init__.py").exists() and next(self._python_files(folder), None) is not None
        except OSError as error:  # it may not be looked into
            self.not_run.append(CannotRun.by_system(error))
            return False

    def _python_files(self, folder: Path) -> Iterator[Path]:
        def unreadable(error: OSError) -> None:
            self.not_run.append(CannotRun.by_system(error))

        return python_files(folder, self.excluded, unreadable, links=True)


class _Refusing:
    """A finder that refuses to import what was given up."""

    def __init__(self, given_up: Mapping[str, CannotRun]) -> None:
        self._given_up = given_up

    def find_spec(self, name: str, path: object = None, target: object = None) -> None:
        """Raises ImportError for a module that was given up; others are left to the finders behind."""
        if name in self._given_up:
            raise ImportError(self._given_up[name].what)


@contextlib.contextmanager
def _refusing(given_up: Mapping[str, CannotRun]) -> Generator[None]:
    """While this lasts, whoever imports what was given up fails at once."""
    finder = _Refusing(given_up)
    sys.meta_path.insert(0, finder)
    try:
        yield
    finally:
        with contextlib.suppress(ValueError):  # the module has changed the list itself
            sys.meta_path.remove(finder)


def _root(file: Path) -> Path:
    """The folder from which a file is imported: above its outermost package, the file's own where it has none.

    Below the current folder, a folder without `__init__.py` may be inside a package.
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

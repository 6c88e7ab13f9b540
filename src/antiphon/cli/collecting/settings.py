"""The settings of the command line together with those of the nearest `[tool.antiphon]`."""

from __future__ import annotations

import dataclasses
import functools
import glob
import json
import os
import posixpath
import re
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from antiphon.cli.collecting.chosen import NotChosenError, ignored_by_lint, ignored_code, selected_code
from antiphon.cli.collecting.excluded import Excluded
from antiphon.cli.collecting.ignore import Ignore
from antiphon.cli.collecting.project_file import OWN, begins_table, named, nearest
from antiphon.cli.collecting.table_faults import IN_CAPTURES, fault_of
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.config import Config, IgnoredInCaptures
from antiphon.rules.profile import Profile, at_profile


@dataclasses.dataclass(frozen=True)
class Settings:
    """How findings are weighed, and which ones are left out. Errors are always reported.

    `targets` are judged where the command line names none; paths among them are relative to `folder`. Of warnings and
    advice, those are reported whose code begins with one of `selected`, if there are any, and is not `ignored`. Of what
    is found in captures, `ignored_in_captures` is left out, errors too. `ignored_here` is of the command line.
    """

    profile: Profile = "default"
    targets: tuple[str, ...] = ()
    selected: tuple[str, ...] = ()
    ignored: frozenset[str] = frozenset()
    ignored_here: frozenset[str] = frozenset()
    ignored_in_files: tuple[tuple[str, Excluded], ...] = ()
    ignored_in_captures: tuple[Ignore, ...] = ()
    folder: Path | None = None
    exclude: tuple[str, ...] = ()

    def ignoring(self, texts: Sequence[str]) -> Settings:
        """These settings, and what `antiphon check --ignore` leaves out: warnings and advice. Raises CannotRun."""
        codes = set(self.ignored_here)
        for text in texts:
            name, _, because = text.partition(":")
            if not because.strip():
                what = f"--ignore {text!r} is not a rule and the reason behind a colon"
                raise CannotRun(what, where="--ignore", help='write --ignore "CK021: kiosks keep theirs"')
            try:
                codes.add(ignored_code(name.strip(), self.profile))
            except NotChosenError as error:
                raise CannotRun(str(error), where="--ignore", help=error.help) from None
        return dataclasses.replace(self, ignored_here=frozenset(codes))

    def excluded(self, more: Sequence[str] = ()) -> Excluded:
        """The files that a folder's check skips: those the project excludes, and these patterns of the command line.

        A path of the command line is one from the current folder, or one from the project's.
        """
        here = [pattern for text in more if (pattern := _from_home(text, self.folder)) is not None]
        return Excluded((*self.exclude, *more, *here), self.folder)

    def from_home(self) -> tuple[str, ...]:
        """The targets as they are named from the current folder; modules of the project become importable."""
        if self.folder is None or self.folder == Path.cwd():
            return self.targets
        if str(self.folder) not in sys.path:
            sys.path.insert(0, str(self.folder))
        return tuple(_from(self.folder, target) for target in self.targets)

    def weighed(self, diagnostics: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
        """The findings at the profile's levels."""
        return at_profile(diagnostics, self.profile)

    def reports(self, diagnostic: Diagnostic) -> bool:
        """Whether a finding, at its profile's level, is to be reported."""
        if diagnostic.level == "error":
            return True
        where = diagnostic.position
        if where is not None and any(
            code == diagnostic.code and files.by_project(Path(where.file)) for code, files in self.ignored_in_files
        ):
            return False
        if diagnostic.code in self.ignored or diagnostic.code in self.ignored_here:
            return False
        return not self.selected or diagnostic.code.startswith(self.selected)


def settings_for(
    names: Sequence[str],
    *,
    profile: Profile | None = None,
    select: Sequence[str] = (),
    config: str | None = None,
) -> Settings:
    """The settings of the project that targets or files belong to: those of the nearest configuration above them.

    Modules belong to the current folder. `profile`, `select` and the file `config` come from the command line. Raises
    CannotRun for a configuration that is wrong, and for targets of several projects.
    """
    try:
        selected = tuple(map(selected_code, select))
    except NotChosenError as error:
        raise CannotRun(str(error), where="--select", help=error.help) from None
    settings = _of_project(names, profile, config)
    return dataclasses.replace(settings, selected=selected) if selected else settings


def _of_project(names: Sequence[str], profile: Profile | None, config: str | None) -> Settings:
    try:
        home = Path.cwd()
    except OSError:  # the current folder is gone
        return Settings(profile=profile or "default")
    if config is not None:
        file, table = named(config)
        return _Reader(file, home, profile).settings(table)
    found = {file: table for file, table in (nearest(_folder(name, home)) for name in names or [""]) if file}
    if len(found) > 1:
        shown = " and ".join(sorted(_shown(file, home) for file in found))
        raise CannotRun("the targets belong to several projects", where=shown, help="judge one project at a time")
    for file, table in found.items():
        return _Reader(file, home, profile).settings(table)
    return Settings(profile=profile or "default")


def _from_home(pattern: str, folder: Path | None) -> str | None:
    """A path from the current folder as one from the project's; None for a name, and where both are one."""
    if folder is None or "/" not in pattern.rstrip("/").removeprefix("./") or (home := Path.cwd()) == folder:
        return None
    start = home.relative_to(folder) if home.is_relative_to(folder) else home.relative_to(home.anchor)
    return posixpath.normpath(posixpath.join(glob.escape(start.as_posix()), pattern))


def _from(folder: Path, target: str) -> str:
    """A target as it is named from the current folder: a path is led there, a module's name stays."""
    head, colon, attribute = target.rpartition(":") if ":" in target else (target, "", "")
    path = folder / head
    return f"{os.path.relpath(path)}{colon}{attribute}" if os.sep in head or path.is_file() else target


def _folder(name: str, home: Path) -> Path:
    """The folder that the search begins at."""
    for text in (name, name.rpartition(":")[0]):
        path = Path(text)
        try:
            if text and path.exists():
                return (path if path.is_dir() else path.parent).resolve()
        except (OSError, ValueError):  # a name that no file can have
            continue
    return home


def _first(error: ValidationError) -> ErrorDetails:
    return error.errors(include_url=False)[0]


def _shown(file: Path, home: Path) -> str:
    return os.path.relpath(file, home)


class _Reader:
    """One pyproject.toml; its faults are reported with their lines."""

    def __init__(self, file: Path, home: Path, profile: Profile | None) -> None:
        self._file = file
        self._shown = _shown(file, home)
        self._profile: Profile | None = profile
        self._table = "" if file.name == OWN else ", [tool.antiphon]"

    def settings(self, table: Any) -> Settings:
        """The table as settings. Raises CannotRun."""
        if not isinstance(table, dict):
            raise self._wrong("tool.antiphon is not a table", "write [tool.antiphon] and its keys below it", "antiphon")
        try:
            # TOML's arrays are lists: as JSON, a strict model takes them for tuples.
            config = Config.model_validate_json(json.dumps(table, default=lambda value: {"toml": str(value)}))
        except ValidationError as error:
            raise self._wrong(*fault_of(_first(error), table, self._file.name)) from None
        profile: Profile = self._profile or config.profile
        ignorable = functools.partial(ignored_code, profile=profile)
        return Settings(
            profile=profile,
            targets=config.targets,
            selected=tuple(self._chosen(selected_code, code) for code in config.select),
            ignored=frozenset(self._chosen(ignorable, one.code) for one in config.ignore if not one.files),
            ignored_in_files=tuple(
                (self._chosen(ignorable, one.code), Excluded(one.files, self._file.parent))
                for one in config.ignore
                if one.files
            ),
            ignored_in_captures=tuple(map(self._in_captures, config.lint.ignore)),
            folder=self._file.parent,
            exclude=config.exclude,
        )

    def _in_captures(self, one: IgnoredInCaptures) -> Ignore:
        if one.code is None and not one.host:
            raise self._wrong("an entry of lint.ignore names neither a rule nor a host", f"write {IN_CAPTURES}", "lint")
        code = self._chosen(ignored_by_lint, one.code) if one.code is not None else None
        where = self._wrong("", "", one.because).where
        files = Excluded(one.files, self._file.parent) if one.files else None
        return Ignore(code, one.host, one.because, where.partition(",")[0], files)

    def _chosen(self, choose: Callable[[str], str], name: str) -> str:
        """The code that a name means. Raises CannotRun at its line for a name that means none."""
        try:
            return choose(name)
        except NotChosenError as error:
            raise self._wrong(str(error), error.help, name) from None

    def _wrong(self, what: str, help: str, word: str) -> CannotRun:
        """The error at the first line of the table that holds the word."""
        inside = False
        for number, line in enumerate(self._file.read_text(encoding="utf-8").splitlines(), 1):
            inside = inside or begins_table(self._file, line)
            if inside and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", line):
                return CannotRun(what, where=f"{self._shown}:{number}{self._table}", help=help)
        return CannotRun(what, where=f"{self._shown}{self._table}", help=help)

"""The settings of the command line together with those of the nearest `[tool.antiphon]`."""

from __future__ import annotations

import dataclasses
import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from antiphon.cli.collecting.excluded import Excluded
from antiphon.cli.collecting.ignore import Ignore
from antiphon.cli.collecting.project_file import OWN, begins_table, named, nearest
from antiphon.cli.terminal.cannot_run import CannotRun, close_to
from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.refusals import refusal_of
from antiphon.diagnostics.source_faults import source_fault_of
from antiphon.rules.config import Config, IgnoredInCaptures
from antiphon.rules.profile import PROFILES, Profile, at_profile
from antiphon.rules.registry import rule_of, rules

#: A value of each key that is a list of strings.
_EXAMPLES = {"targets": '["shop.responses"]', "exclude": '["tests"]', "select": '["CK", "CC012"]'}

_IN_CAPTURES = '{code = "CC012", host = "cdn.example", because = "..."}'


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
            rule = rule_of(name.strip())
            if rule is None or not because.strip():
                what = f"--ignore {text!r} is not a rule and the reason behind a colon"
                raise CannotRun(what, where="the command line", help='write --ignore "CK021: kiosks keep theirs"')
            if rule.level == "error" or (self.profile == "strict" and rule.strict == "error"):
                advice = f'accept it where it is declared: .accept_finding("{rule.code}", because="...")'
                what = f"{rule.code} is an error, and errors are not ignored in bulk"
                raise CannotRun(what, where="--ignore", help=advice)
            codes.add(rule.code)
        return dataclasses.replace(self, ignored_here=frozenset(codes))

    def excluded(self, more: Sequence[str] = ()) -> Excluded:
        """The files that a folder's check skips: those the project excludes, and these patterns of the command line."""
        return Excluded((*self.exclude, *more), self.folder)

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
    for code in select:
        if not code or not any(rule.code.startswith(code) for rule in rules()):
            advice = close_to(code, (rule.code for rule in rules())) or "`antiphon rule all` lists the codes"
            raise CannotRun(f"no rule's code begins with {code!r}", where="--select", help=advice)
    settings = _of_project(names, profile, config)
    return dataclasses.replace(settings, selected=tuple(select)) if select else settings


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
            raise self._invalid(error.errors(include_url=False)[0], table) from None
        profile: Profile = self._profile or config.profile
        for code in config.select:
            if not any(rule.code.startswith(code) for rule in rules()) or not code:
                raise self._wrong(f"no rule's code begins with {code!r}", self._codes_like(code), code)
        return Settings(
            profile=profile,
            targets=config.targets,
            selected=config.select,
            ignored=frozenset(self._ignored(one.code, profile) for one in config.ignore if not one.files),
            ignored_in_files=tuple(
                (self._ignored(one.code, profile), Excluded(one.files, self._file.parent))
                for one in config.ignore
                if one.files
            ),
            ignored_in_captures=tuple(map(self._in_captures, config.lint.ignore)),
            folder=self._file.parent,
            exclude=config.exclude,
        )

    def _in_captures(self, one: IgnoredInCaptures) -> Ignore:
        if one.code is None and not one.host:
            raise self._wrong(
                "an entry of lint.ignore names neither a rule nor a host", f"write {_IN_CAPTURES}", "lint"
            )
        rule = rule_of(one.code) or source_fault_of(one.code) if one.code is not None else None
        if one.code is not None and rule is None:
            raise self._wrong(f"there is no rule {one.code!r}", self._codes_like(one.code), one.code)
        where = self._wrong("", "", one.because).where
        files = Excluded(one.files, self._file.parent) if one.files else None
        return Ignore(rule.code if rule else None, one.host, one.because, where.partition(",")[0], files)

    def _ignored(self, name: str, profile: Profile) -> str:
        rule = rule_of(name)
        if (refusal := refusal_of(name)) is not None:
            what = f"{refusal.code} is not a rule: it says that there is no response to judge"
            raise self._wrong(what, "mend the declaration, or leave its file out with exclude", name)
        if rule is None:
            raise self._wrong(f"there is no rule {name!r}", self._codes_like(name), name)
        if rule.level == "error" or (profile == "strict" and rule.strict == "error"):
            there = " in the profile strict" if rule.level != "error" else ""
            raise self._wrong(
                f"{rule.code} is an error{there}, and errors are not ignored in bulk",
                f'accept it where it is declared: .accept_finding("{rule.code}", because="..."); what lint finds is '
                "ignored in [tool.antiphon.lint]",
                name,
            )
        return rule.code

    def _codes_like(self, name: str) -> str:
        return close_to(name, (rule.code for rule in rules())) or "`antiphon rule all` lists the codes"

    def _invalid(self, error: ErrorDetails, table: dict[str, Any]) -> CannotRun:
        """The first error that pydantic reports for the table, in the words of the file."""
        key, *rest = error["loc"] or ("antiphon",)
        keys = list(Config.model_fields)
        if key not in keys:
            return self._wrong(
                f"there is no key {key!r}", close_to(str(key), keys) or f"the keys are {', '.join(keys)}", str(key)
            )
        if key == "lint":
            message = "[tool.antiphon.lint] has a list ignore, whose entries have a code, a host or both, and a reason"
            return self._wrong(message, f"write ignore = [{_IN_CAPTURES}]", "lint")
        if key == "profile":
            return self._wrong(f"there is no profile {table[key]!r}", f"the profiles are {' and '.join(PROFILES)}", key)
        if key != "ignore":
            example = _EXAMPLES[str(key)]
            return self._wrong(f"{key} is not a list of strings", f"write {key} = {example}", str(key))
        if not rest:
            return self._wrong("ignore is not a list", 'write ignore = [{code = "CK081", because = "..."}]', "ignore")
        entry = table["ignore"][rest[0]]
        code = entry.get("code") if isinstance(entry, dict) else None
        near = code if isinstance(code, str) else "ignore"
        if not isinstance(entry, dict) or not {"code", "because"} <= set(entry) <= {"code", "because", "files"}:
            advice = 'write {code = "CK081", because = "..."}'
            return self._wrong("an entry of ignore has a code and a reason", advice, near)
        if rest[1:2] == ["files"]:
            return self._wrong("files is not a list of strings", 'write files = ["legacy/*"]', near)
        if rest[1:] == ["code"]:
            return self._wrong(f"there is no rule {code!r}", self._codes_like(str(code)), near)
        return self._wrong(f"ignore gives no reason for {code}", 'write because = "..." with the reason', near)

    def _wrong(self, what: str, help: str, word: str) -> CannotRun:
        """The error at the first line of the table that holds the word."""
        inside = False
        for number, line in enumerate(self._file.read_text(encoding="utf-8").splitlines(), 1):
            inside = inside or begins_table(self._file, line)
            if inside and re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])", line):
                return CannotRun(what, where=f"{self._shown}:{number}{self._table}", help=help)
        return CannotRun(what, where=f"{self._shown}{self._table}", help=help)

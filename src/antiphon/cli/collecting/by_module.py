"""The responses of a collection, module by module, each with a key that is the same from run to run."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import NamedTuple

from antiphon.cli.collecting.judged import Judgement

#: The module of what was found without a place.
_NOWHERE = "elsewhere"
#: Modules that no import leads to are named by their files.
_NO_NAMES = ("checked_", "__main__")


class KeyedJudgement(NamedTuple):
    """`module:name`, with a number behind it where that occurs again, and the response."""

    key: str
    judgement: Judgement


class InModule(NamedTuple):
    """A module: its dotted name, or its file where it has none; and its responses in the order of their places."""

    name: str
    file: str
    responses: tuple[KeyedJudgement, ...]


def by_module(judgements: Iterable[Judgement], home: Path) -> list[InModule]:
    """The modules in the order of their names. Files are told relative to `home`."""
    names = _module_names()
    claimed = _claimed(names)
    by_file: dict[str, list[Judgement]] = {}
    for judgement in sorted(judgements, key=_order):
        by_file.setdefault(judgement.at.file if judgement.at else "", []).append(judgement)
    seen: Counter[str] = Counter()
    found = []
    for file, inside in by_file.items():
        shown = _file(file, home)
        name = _dotted(names.get(file, "")) or _module_of(inside)
        parts = tuple(name.split("."))
        # By its file, then, so that the order of targets changes no name. What `home` holds comes before any other.
        if parts in claimed and Path(file) != home.joinpath(*parts).with_suffix(".py"):
            name = ""
        name = name or shown or _NOWHERE
        found.append(InModule(name, shown, tuple(KeyedJudgement(_key(name, one, seen), one) for one in inside)))
    return sorted(found, key=lambda module: module.name)


def _key(module: str, judgement: Judgement, seen: Counter[str]) -> str:
    key = f"{module}:{judgement.shown_name}"
    seen[key] += 1
    return key if seen[key] == 1 else f"{key}#{seen[key]}"


def _order(judgement: Judgement) -> tuple[str, int, int]:
    where = judgement.at
    return (where.file, where.line, where.column) if where else ("", 0, 0)


def _module_names() -> dict[str, str]:
    """The name of the module of each file, as it was imported."""
    found: dict[str, str] = {}
    for name, module in list(sys.modules.items()):
        file = vars(module).get("__file__") if type(module) is type(sys) else None
        if isinstance(file, str):
            found[file] = name
    return found


def _claimed(names: Mapping[str, str]) -> frozenset[tuple[str, ...]]:
    """The parts of dotted names that files would have which no import leads to, since another one has it.

    Of two files `responses.py`, in folders that are not packages, the first one that is met is the module of that
    name.
    """
    loose = {Path(file).with_suffix("").parts for file, name in names.items() if name.startswith(_NO_NAMES)}
    return frozenset(parts[-length:] for parts in loose for length in range(1, len(parts)))


def _module_of(judgements: Iterable[Judgement]) -> str:
    """The module that responses were compiled in: one that raised is not among the imported ones any more."""
    found = (_dotted(one.call_site.module or "") for one in judgements if one.call_site)
    return next(filter(None, found), "")


def _dotted(name: str) -> str:
    """The name of a module, where imports lead to it by that."""
    return "" if name.startswith(_NO_NAMES) else name


def _file(file: str, home: Path) -> str:
    path = Path(file)
    return str(path.relative_to(home)) if file and path.is_relative_to(home) else file

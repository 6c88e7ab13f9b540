"""The golden files of a folder, beside those that it should have."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Literal, TypeAlias

from antiphon.cli.collecting.by_module import InModule, KeyedJudgement
from antiphon.cli.showing.golden import MARK
from antiphon.cli.terminal.cannot_run import CannotRun
from antiphon.cli.terminal.difference import difference
from antiphon.cli.terminal.whole_file import text_of, write_whole

State: TypeAlias = Literal["same", "added", "changed", "removed"]
_SUFFIX = ".txt"


@dataclasses.dataclass(frozen=True)
class GoldenFile:
    """A file, the response that it is of, and its text as it is and as it should be; None where there is none."""

    path: Path
    key: str
    there: str | None
    wanted: str | None

    @property
    def state(self) -> State:
        """How it should change."""
        if self.there == self.wanted:
            return "same"
        return "added" if self.there is None else "removed" if self.wanted is None else "changed"

    @property
    def difference(self) -> str:
        """A unified diff from the file to its text as it should be; empty where they are the same."""
        names = ("/dev/null" if self.there is None else str(self.path)), f"{self.path} (as it is sent now)"
        before, after = self.there or "", self.wanted or ""
        return difference(before, after, names[0], names[1] if after else "/dev/null")

    def write(self) -> None:
        """Make the file as it should be; a folder that is empty then is removed as well."""
        if self.wanted is not None:
            write_whole(self.path, self.wanted.encode())
            return
        self.path.unlink()
        if not any(self.path.parent.iterdir()):
            self.path.parent.rmdir()


def golden_files(folder: Path, texts: Mapping[Path, tuple[str, str]], *, whole: bool) -> list[GoldenFile]:
    """The files of these paths, each with its key and text, in order. Raises CannotRun for one of somebody else's.

    `whole` says that these are all of the folder's: what was written there for others is to be removed.
    """
    if folder.exists() and not folder.is_dir():
        raise CannotRun(f"{folder} is not a folder", where="--golden", help="name a folder, which may be new")
    found = [GoldenFile(path, key, text_of(path), text) for path, (key, text) in texts.items()]
    for one in found:
        if one.there is not None and not one.there.startswith(MARK):
            what = f"{one.path} is not a file that this command wrote"
            raise CannotRun(what, where="--golden", help="choose a folder for golden files alone")
    if whole:
        found += _left_over(folder, texts)
    return sorted(found, key=lambda one: one.path)


def _left_over(folder: Path, texts: Mapping[Path, object]) -> Iterator[GoldenFile]:
    for path in folder.rglob(f"*{_SUFFIX}"):
        text = text_of(path) if path not in texts else None
        if text is not None and text.startswith(MARK):
            yield GoldenFile(path, text.partition("\n")[0].removeprefix(MARK), text, None)


def paths(folder: Path, modules: Iterable[InModule]) -> Iterator[tuple[Path, KeyedJudgement]]:
    """A path for each response: a folder for its module, a file with its name, different in more than its case."""
    taken: set[str] = set()
    for module in modules:
        for one in module.responses:
            stem = _safe(one.judgement.shown_name)
            path, number = Path(_safe(module.name.removesuffix(".py")), f"{stem}{_SUFFIX}"), 1
            while str(path).casefold() in taken:
                number += 1
                path = path.with_name(f"{stem}-{number}{_SUFFIX}")
            taken.add(str(path).casefold())
            yield folder / path, one


def _safe(name: str) -> str:
    """A name that every file system takes."""
    return re.sub(r"[^\w.-]+", ".", name).strip(".") or "response"

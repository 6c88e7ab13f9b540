"""Who says what of the mistakes: four type checkers, `antiphon check`, and what happens at run time.

`pages/` has a page for each: antiphon's spellings, named `m07_...` with the builder and `m07r_...` with a Reply class,
and the same mistake in other frameworks, where it can be written there.
"""

from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from tests.mistakes.pages import spellings, written
from tests.support.checkers import CHECKERS, Complaints, marked, packages
from tests.support.patience import PATIENCE

HERE = Path(__file__).parent
ANTIPHON, PEERS = "antiphon", ("starlette", "fastapi", "litestar")
CHECK = "antiphon check"


@dataclasses.dataclass(frozen=True)
class Verdict:
    """The verdict on the file of one mistake: who complained of its marked line, and what it does when it runs."""

    stem: str
    caught: frozenset[str]
    run_time: str

    @property
    def number(self) -> int:
        """The mistake; each has up to two spellings in antiphon and one in each of its peers."""
        return int(self.stem[1:3])

    @property
    def by_types(self) -> bool:
        """Whether every type checker complained."""
        return self.caught >= set(CHECKERS)

    @property
    def before_production(self) -> bool:
        """Whether somebody complained before the first request."""
        return bool(self.caught) or self.run_time == "raises at import"


@dataclasses.dataclass(frozen=True)
class Judgement:
    """The verdicts on every bad file by framework, and what was said where there is nothing to say."""

    verdicts: dict[str, list[Verdict]]
    false_alarms: dict[str, Complaints]
    """By judge: what was said of good files, and of lines of antiphon's bad files that are not marked."""


def judge(room: Path, frameworks: Iterable[str] = (ANTIPHON, *PEERS)) -> Judgement:
    """Judge every file, in an empty folder: all of them in one process for each checker."""
    frameworks = tuple(frameworks)
    for framework in frameworks:
        for kind in ("bad", "good"):
            written(spellings(framework, kind), room, f"{framework}_{kind}_")
    found = {name: checker(room, packages()) for name, checker in CHECKERS.items()}
    if ANTIPHON in frameworks:
        found[CHECK] = check(room)
    wanted = marked(room.glob("*.py"))
    bad = {framework: written(spellings(framework, "bad"), room / f"run_{framework}") for framework in frameworks}
    outcomes = run_time([path for paths in bad.values() for path in paths])
    return Judgement(
        {framework: _verdicts(framework, paths, wanted, found, outcomes) for framework, paths in bad.items()},
        {
            name: {
                place: message
                for place, message in complaints.items()
                if place not in wanted and place[0].startswith((f"{ANTIPHON}_", *(f"{peer}_good" for peer in PEERS)))
            }
            for name, complaints in found.items()
        },
    )


def _verdicts(
    framework: str,
    bad: list[Path],
    wanted: set[tuple[str, int]],
    found: dict[str, Complaints],
    outcomes: dict[Path, str],
) -> list[Verdict]:
    places = {name.removeprefix(f"{framework}_bad_"): (name, line) for name, line in wanted}
    return [
        Verdict(
            path.stem,
            frozenset(name for name, complaints in found.items() if places[path.name] in complaints),
            outcomes[path],
        )
        for path in bad
    ]


def check(directory: Path) -> Complaints:
    """The output of `antiphon check` for antiphon's files, one process for all of them."""
    names = sorted(path.name for path in directory.glob(f"{ANTIPHON}_*.py"))
    command = [sys.executable, "-m", "antiphon", "check", "--format", "concise", *names]
    done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False, timeout=PATIENCE)
    if done.returncode not in (0, 1):
        raise RuntimeError(f"antiphon check failed with exit code {done.returncode}:\n{done.stderr}")
    found: Complaints = {}
    for line in done.stdout.splitlines():
        name, number, _, message = line.split(":", 3)
        found.setdefault((Path(name).name, int(number)), message.strip())
    return found


def run_time(paths: list[Path]) -> dict[Path, str]:
    """The outcome of each file at run time, one process for all of them."""
    command = [sys.executable, str(HERE / "serve.py"), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=PATIENCE)
    outcomes: dict[str, str] = json.loads(done.stdout)
    return {Path(path): outcome for path, outcome in outcomes.items()}

"""The twelve mistakes that service developers make, in antiphon's spelling: who catches each before production."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.checkers import CHECKERS, Complaints, copied, marked

HERE = Path(__file__).parent / "mistakes"
BAD, GOOD = HERE / "bad", HERE / "good"
MISTAKES = sorted(path.stem for path in BAD.glob("*.py"))


def antiphon_check(directory: Path) -> Complaints:
    """What `antiphon check` says of each file; the closing line and the exit code agree with it."""
    found: Complaints = {}
    for path in sorted(directory.glob("*.py")):
        command = [sys.executable, "-m", "antiphon", "check", "--format", "concise", path.name]
        done = subprocess.run(command, cwd=directory, capture_output=True, text=True, check=False)
        assert done.returncode in (0, 1), done.stderr
        for line in done.stdout.splitlines():
            place = line.split(":", 3)
            if len(place) == 4 and place[0] == path.name:
                found.setdefault((path.name, int(place[1])), place[3].strip())
    return found


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, Complaints]]:
    """What each checker and the command say of the bad and of the good files."""
    judges = {**CHECKERS, "check": lambda folder, _first=None: antiphon_check(folder)}
    room = tmp_path_factory.mktemp("mistakes")
    return {
        kind.name: {name: judge(copied(kind.glob("*.py"), room / kind.name), None) for name, judge in judges.items()}
        for kind in (BAD, GOOD)
    }


@pytest.mark.parametrize("mistake", MISTAKES)
def test_mistake_is_caught_before_production(mistake: str, complaints: dict[str, dict[str, Complaints]]) -> None:
    """Each marked line is complained about by mypy, by pyright or by `antiphon check`."""
    wanted = {place for place in marked(BAD.glob("*.py")) if place[0] == f"{mistake}.py"}

    caught = {name: bool(wanted & set(found)) for name, found in complaints["bad"].items()}

    assert wanted
    assert any(caught.values()), caught


@pytest.mark.parametrize("judge", [*CHECKERS, "check"])
def test_no_false_alarm_on_the_good_twins(judge: str, complaints: dict[str, dict[str, Complaints]]) -> None:
    """Nothing is said of the file without the mistake."""
    assert complaints["good"][judge] == {}


@pytest.mark.parametrize("judge", [*CHECKERS, "check"])
def test_nothing_else_is_said_of_the_bad_files(judge: str, complaints: dict[str, dict[str, Complaints]]) -> None:
    """Every complaint about a bad file is about its marked line."""
    assert set(complaints["bad"][judge]) - marked(BAD.glob("*.py")) == set()


def test_every_mistake_has_a_twin() -> None:
    """For each bad file there is the same file without the mistake."""
    assert sorted(path.stem for path in GOOD.glob("*.py")) == MISTAKES


def test_table(complaints: dict[str, dict[str, Complaints]]) -> None:
    """Eleven of the twelve are caught by both type checkers alone; the table says which (shown with `-s`)."""
    twelve = [mistake for mistake in MISTAKES if not mistake[3].isalpha()]
    by_types = set()
    for mistake in MISTAKES:
        wanted = {place for place in marked(BAD.glob("*.py")) if place[0] == f"{mistake}.py"}
        row = {name: bool(wanted & set(found)) for name, found in complaints["bad"].items()}
        if row["mypy"] and row["pyright"]:
            by_types.add(mistake)
        print(f"{mistake:<36}", *(f"{name}: {'yes' if caught else 'no':<4}" for name, caught in row.items()))

    assert len(twelve) == 12
    assert set(twelve) - by_types == {"m08_crlf_in_header"}

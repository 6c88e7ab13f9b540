"""The promises made to type checkers: what they accept, what they must refuse, and the words in which they say so.

`ANTIPHON_UPDATE_MESSAGES=1 pytest tests/project/test_typing.py` rewrites the pinned messages. `ANTIPHON_TYPES` as
`src`, `stubs` or `wheel` says whose types are read (see checkers.py).
"""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

import pytest

from tests.support.checkers import CHECKERS, Complaints, copied, marked, packages, run
from tests.support.paths import ROOT

HERE = ROOT / "tests" / "typing"
OK, BAD = sorted((HERE / "ok").glob("*.py")), sorted((HERE / "bad").glob("*.py"))
MESSAGES = HERE / "messages.json"
#: The checkers whose messages are promises.
PINNED = ("mypy", "pyright")
READ = os.environ.get("ANTIPHON_TYPES", "")
#: The limits of checkers: each entry names a checker, a line of a file, and the reason; some are there only where the
#: stubs are read.
LIMITS: list[dict[str, str]] = [
    limit for limit in json.loads((HERE / "limits.json").read_text()) if limit.get("types", READ) == READ
]


@pytest.fixture(scope="module", params=CHECKERS)
def checker(request: pytest.FixtureRequest) -> str:
    """The name of one type checker."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def said(checker: str, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Complaints]:
    """The checker's complaints about the files that are right (`ok`), and about those that are wrong (`bad`).

    It runs once for both: most of its time goes into reading the packages that they import.
    """
    room = tmp_path_factory.mktemp("typing")
    for kind, files in (("ok", OK), ("bad", BAD)):
        copied(files, room, f"{kind}_")
    found: dict[str, Complaints] = {"ok": {}, "bad": {}}
    for (name, line), message in CHECKERS[checker](room, packages()).items():
        kind, _, own = name.partition("_")
        found[kind][own, line] = message
    return found


@pytest.fixture(scope="module")
def accepted(said: dict[str, Complaints]) -> Complaints:
    """The checker's complaints about the files that are right."""
    return said["ok"]


@pytest.fixture(scope="module")
def refused(said: dict[str, Complaints]) -> Complaints:
    """The checker's complaints about the files that are wrong."""
    return said["bad"]


def limits(checker: str, kind: str) -> set[tuple[str, int]]:
    """The lines of which a checker is known to say something false (`ok`), or to miss the mistake (`bad`)."""
    places = set()
    for limit in LIMITS:
        folder, name = limit["file"].split("/")
        if (limit["checker"], folder) == (checker, kind):
            lines = (HERE / folder / name).read_text().splitlines()
            places |= {(name, number) for number, line in enumerate(lines, 1) if line.strip() == limit["line"]}
    return places


def test_right_files_are_accepted(checker: str, accepted: Complaints) -> None:
    """Nothing is said of code that is right, and every type is inferred as it asserts, within the known limits."""
    known = limits(checker, "ok")

    assert {place: accepted[place] for place in set(accepted) - known} == {}


def test_every_wrong_line_is_refused(checker: str, refused: Complaints) -> None:
    """Each marked line is complained about, within the known limits."""
    assert sorted(marked(BAD) - set(refused) - limits(checker, "bad")) == []


def test_no_other_line_is_refused(refused: Complaints) -> None:
    """No line without a mark is complained about."""
    assert {place: refused[place] for place in set(refused) - marked(BAD)} == {}


def test_known_limits_are_still_there(checker: str, accepted: Complaints, refused: Complaints) -> None:
    """A limit that a checker has overcome is taken from limits.json: the promise holds there from then on."""
    known = limits(checker, "ok"), limits(checker, "bad")

    assert len([limit for limit in LIMITS if limit["checker"] == checker]) == len(known[0]) + len(known[1])
    assert all(limit["reason"] for limit in LIMITS)
    assert known == (known[0] & set(accepted), known[1] - set(refused))


def test_messages_are_pinned(checker: str, refused: Complaints) -> None:
    """The first line of each message is what it was: a worse message is a regression like any other."""
    if checker not in PINNED:
        pytest.skip(f"the words of {checker} change with every release")
    sources = {path.name: path.read_text().splitlines() for path in BAD}
    found = {f"{name}: {sources[name][line - 1].strip()}": message for (name, line), message in refused.items()}
    pinned = json.loads(MESSAGES.read_text()) if MESSAGES.exists() else {}
    if os.environ.get("ANTIPHON_UPDATE_MESSAGES"):
        pinned[checker] = dict(sorted(found.items()))
        MESSAGES.write_text(json.dumps(dict(sorted(pinned.items())), indent=1, ensure_ascii=False) + "\n")

    assert pinned[checker] == found


def test_no_message_is_a_wall(refused: Complaints) -> None:
    """Only a step with a single parameter may be overloaded: elsewhere mypy would hide which argument is wrong.

    The second parameter of assert_sends takes anything.
    """
    single = ("respond(", ".text(", ".html(", ".bytes(", "@returns(", "assert_sends(")
    walls = [place for place, message in refused.items() if "overload" in message.lower()]
    sources = {path.name: path.read_text().splitlines() for path in BAD}
    lines = [sources[name][line - 1] for name, line in walls]

    assert [line for line in lines if not any(word in line for word in single)] == []


def test_a_checker_that_could_not_work_raises(tmp_path: Path) -> None:
    """An exit code other than 0 and 1 is not a verdict: it raises, with what the checker said."""
    with pytest.raises(RuntimeError, match=r"exit code 3:\nno such option"):
        run([sys.executable, "-c", "print('no such option'); raise SystemExit(3)"], tmp_path)

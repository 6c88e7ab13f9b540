"""The promises made to type checkers: what they accept, what they must refuse, and the words in which they say so.

`ANTIPHON_UPDATE_MESSAGES=1 pytest tests/test_typing.py` rewrites the pinned messages.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from tests.checkers import CHECKERS, Complaints, copied, marked

HERE = Path(__file__).parent / "typing"
MESSAGES = HERE / "messages.json"


@pytest.fixture(scope="module", params=CHECKERS)
def checker(request: pytest.FixtureRequest) -> str:
    """The name of one type checker."""
    name: str = request.param
    return name


@pytest.fixture(scope="module")
def accepted(checker: str, tmp_path_factory: pytest.TempPathFactory) -> Complaints:
    """What the checker says of the files that are right."""
    return CHECKERS[checker](copied(HERE / "ok", tmp_path_factory.mktemp("ok")))


@pytest.fixture(scope="module")
def refused(checker: str, tmp_path_factory: pytest.TempPathFactory) -> Complaints:
    """What the checker says of the files that are wrong."""
    return CHECKERS[checker](copied(HERE / "bad", tmp_path_factory.mktemp("bad")))


def test_right_files_are_accepted(accepted: Complaints) -> None:
    """Nothing is said of code that is right, and every type is inferred as it asserts."""
    assert accepted == {}


def test_every_wrong_line_is_refused(refused: Complaints) -> None:
    """Each marked line is complained about."""
    assert sorted(marked(HERE / "bad") - set(refused)) == []


def test_no_other_line_is_refused(refused: Complaints) -> None:
    """No line without a mark is complained about."""
    assert {place: refused[place] for place in set(refused) - marked(HERE / "bad")} == {}


def test_messages_are_pinned(checker: str, refused: Complaints) -> None:
    """The first line of each message is what it was: a worse message is a regression like any other."""
    sources = {path.name: path.read_text().splitlines() for path in (HERE / "bad").glob("*.py")}
    found = {f"{name}: {sources[name][line - 1].strip()}": message for (name, line), message in refused.items()}
    pinned = json.loads(MESSAGES.read_text()) if MESSAGES.exists() else {}
    if os.environ.get("ANTIPHON_UPDATE_MESSAGES"):
        pinned[checker] = dict(sorted(found.items()))
        MESSAGES.write_text(json.dumps(dict(sorted(pinned.items())), indent=1, ensure_ascii=False) + "\n")

    assert pinned[checker] == found


def test_no_message_is_a_wall(refused: Complaints) -> None:
    """Only a step with a single parameter may be overloaded: elsewhere mypy would hide which argument is wrong."""
    single = ("respond(", ".text(", ".html(", ".bytes(")
    walls = [place for place, message in refused.items() if "overload" in message.lower()]
    sources = {path.name: path.read_text().splitlines() for path in (HERE / "bad").glob("*.py")}
    lines = [sources[name][line - 1] for name, line in walls]

    assert [line for line in lines if not any(word in line for word in single)] == []

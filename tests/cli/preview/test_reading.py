"""When a preview reads its project again."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from antiphon.cli.isolated import running
from antiphon.cli.isolated.request import Outcome, Request
from antiphon.cli.preview_pages import last_run, reading
from antiphon.cli.preview_pages.answer import Answer
from tests.cli.preview.projects import of_one_text


class _NothingSeenError(Exception):
    """The wait goes on: no file is another."""


@pytest.fixture
def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> reading.Reading:
    """A project of one old file that has been read."""
    shop = tmp_path / "shop.py"
    _aged(shop)
    answer = Answer(folder=str(tmp_path), files=(str(shop),), project=of_one_text("a"))
    monkeypatch.setattr(running, "judged", lambda _: Outcome(code=0, out=answer.model_dump_json(), err=""))
    monkeypatch.setattr(last_run, "place", lambda *_: tmp_path / "kept" / "last.json")
    one = reading.Reading(Request(targets=(str(shop),)), None)
    assert one.again()
    return one


def _aged(path: Path, text: str = "") -> None:
    """A file whose last change was yesterday."""
    path.write_text(text)
    day = time.time() - 86_400
    os.utime(path, (day, day))


def _waits(one: reading.Reading, monkeypatch: pytest.MonkeyPatch, change: Callable[[], object]) -> None:
    """Wait; the change comes when nothing has been seen so far, and must be seen at the next look."""
    left = [change]

    def sleep(_: float) -> None:
        if not left:
            raise _NothingSeenError
        left.pop()()

    monkeypatch.setattr(time, "sleep", sleep)
    one.wait(0.5)


def test_it_waits_while_nothing_changes(watched: reading.Reading, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nothing happens it looks again and again."""
    with pytest.raises(_NothingSeenError):
        _waits(watched, monkeypatch, lambda: None)


@pytest.mark.parametrize("change", [
    lambda folder: (folder / "shop.py").write_text("1 / 0\n"),
    lambda folder: (folder / "shop.py").unlink(),
    lambda folder: (folder / "more.py").write_text(""),
    lambda folder: _aged(folder / "more.py"),
    lambda folder: (folder / "pyproject.toml").write_text(""),
], ids=["changed", "gone", "new", "moved here with its old time", "configuration"])  # fmt: skip
def test_a_change_is_seen(
    watched: reading.Reading, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: Callable[[Path], object]
) -> None:
    """A file that has come is seen whatever its time says."""
    _waits(watched, monkeypatch, lambda: change(tmp_path))


def test_a_file_of_the_last_tick_is_seen(watched: reading.Reading, tmp_path: Path) -> None:
    """Its time may lie before the moment when the reading began, by as much as the clock of files lags."""
    began = time.time_ns()
    assert watched.again()
    new = tmp_path / "new.py"
    new.write_text("")
    os.utime(new, ns=(began - 9_000_000, began - 9_000_000))

    watched.wait(60)

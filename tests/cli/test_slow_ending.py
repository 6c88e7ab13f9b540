"""A project whose interpreter takes its time to end: what was judged is told all the same."""

from __future__ import annotations

from pathlib import Path

import pytest

from antiphon.cli.isolated import supervisor
from antiphon.cli.isolated.request import Request
from antiphon.cli.isolated.supervisor import Supervisor


def _run(monkeypatch: pytest.MonkeyPatch, folder: Path, source: str) -> tuple[int, str]:
    """The exit code and errors for a module; whatever ends after its report is too late."""
    monkeypatch.setattr(supervisor, "HELD", 0.0)
    (folder / "shop.py").write_text(source, encoding="utf-8")
    outcome = Supervisor(Request(("shop.py",)), lambda _step: None, lambda _text: None, folder).run()
    return outcome.code, outcome.err


def test_an_interpreter_that_ends_slowly_is_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A large application on a busy machine is taken apart for seconds, which is no fault of its modules."""
    assert _run(monkeypatch, tmp_path, "from antiphon import respond\n\nok = respond(204).compile()\n") == (0, "")


def test_a_thread_that_goes_on_is_not_waited_for(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """It would keep the process for ever, and is named at once."""
    source = "import threading, time\nthreading.Thread(target=time.sleep, args=(600,), name='ticker').start()\n"
    code, said = _run(monkeypatch, tmp_path, source)
    assert code == 2
    assert "shop leaves a thread running: ticker" in said

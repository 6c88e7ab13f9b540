"""Files judged beside the conversation with the editor: each in a process of its own, and the newest run wins."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from antiphon.cli.isolated.request import Request
from antiphon.cli.isolated.supervisor import Supervisor

#: After so many seconds a module that does not finish its import is given up, as in `antiphon check`.
PATIENCE = 30.0
#: So many processes judge at a time; the other files wait for their turn.
_AT_A_TIME = 2


class Judging:
    """Runs the work of `antiphon check` for files.

    `tell` gets a file's URI with its findings, None where there is no report, and with what is said beside them.
    """

    def __init__(self, tell: Callable[[str, Path, list[dict[str, Any]] | None, str], None]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._latest: dict[str, object] = {}
        self._running: dict[str, Supervisor] = {}
        self._turns = threading.BoundedSemaphore(_AT_A_TIME)

    def begin(self, uri: str, file: Path, home: Path) -> None:
        """Judge a file; an older run of the same file comes to nothing."""
        run = object()
        with self._lock:
            self._latest[uri] = run
            self._stop(uri)
        threading.Thread(target=self._judge, args=(run, uri, file, home), daemon=True).start()

    def forget(self, uri: str) -> None:
        """Let a file's run come to nothing."""
        with self._lock:
            self._latest.pop(uri, None)
            self._stop(uri)

    def close(self) -> None:
        """Let every run come to nothing."""
        with self._lock:
            self._latest.clear()
            for uri in list(self._running):
                self._stop(uri)

    def _stop(self, uri: str) -> None:
        supervisor = self._running.pop(uri, None)
        if supervisor is not None:
            supervisor.stop()

    def _judge(self, run: object, uri: str, file: Path, home: Path) -> None:
        with self._turns:
            self._judge_now(run, uri, file, home)

    def _judge_now(self, run: object, uri: str, file: Path, home: Path) -> None:
        request = Request((str(file),), format="json", timeout=PATIENCE)
        supervisor = Supervisor(request, lambda _step: None, lambda _printed: None, home)
        with self._lock:
            if self._latest.get(uri) is not run:
                return
            self._running[uri] = supervisor
        outcome = supervisor.run()
        with self._lock:
            if self._latest.get(uri) is not run:
                return
            self._running.pop(uri, None)
        found = json.loads(outcome.out)["findings"] if outcome.out else None
        self._tell(uri, home, found, outcome.err)

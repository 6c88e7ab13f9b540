"""Files judged beside the conversation with the editor: each in a process of its own, and the newest run wins."""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

#: After so many seconds a module that does not finish its import is given up.
PATIENCE = 60.0


class Judging:
    """Runs `antiphon check` for files. `tell` gets a file's URI with its findings, or with what went wrong."""

    def __init__(self, tell: Callable[[str, Path, list[dict[str, Any]] | str], None]) -> None:
        self._tell = tell
        self._lock = threading.Lock()
        self._latest: dict[str, object] = {}
        self._running: dict[str, subprocess.Popen[bytes]] = {}

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
        process = self._running.pop(uri, None)
        if process is not None:
            process.kill()

    def _judge(self, run: object, uri: str, file: Path, home: Path) -> None:
        command = [sys.executable, "-m", "antiphon", "check", "--format", "json", str(file)]
        with self._lock:
            if self._latest.get(uri) is not run:
                return
            process = subprocess.Popen(  # noqa: S603 - this interpreter, with a file that the editor has open
                command, cwd=home, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE
            )
            self._running[uri] = process
        try:
            out, err = process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
            out, err = b"", f"{file.name} was not imported within {PATIENCE:.0f} seconds".encode()
        with self._lock:
            if self._latest.get(uri) is not run:
                return
            self._running.pop(uri, None)
        try:
            found: list[dict[str, Any]] | str = json.loads(out)["findings"]
        except (ValueError, KeyError, TypeError):
            found = err.decode(errors="replace").strip() or "antiphon check gave no report"
        self._tell(uri, home, found)

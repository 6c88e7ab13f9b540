"""Texts judged beside the conversation, as they are typed: one at a time, and of each file the newest alone."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from pathlib import Path

from antiphon.cli.language_server.read import Read, read

#: A text is judged when so many seconds have gone without a change, or after the second number at the latest.
_PAUSE, _LONGEST = 0.15, 1.0


class Reading:
    """Judges texts in a thread of its own; `tell` gets the result for a URI there."""

    def __init__(self, tell: Callable[[str, Read], None]) -> None:
        self._tell = tell
        self._changed = threading.Condition()
        self._waiting: dict[str, tuple[float, float, Path | None, Path | None, str]] = {}
        threading.Thread(target=self._work, daemon=True).start()

    def begin(self, uri: str, file: Path | None, home: Path | None, text: str, *, at_once: bool = False) -> None:
        """Judge a text soon; an older one of the same URI that still waits comes to nothing."""
        with self._changed:
            now = time.monotonic()
            latest = self._waiting[uri][1] if uri in self._waiting else now + _LONGEST
            self._waiting[uri] = (now if at_once else min(now + _PAUSE, latest), latest, file, home, text)
            self._changed.notify()

    def forget(self, uri: str) -> None:
        """Let what waits for a URI come to nothing."""
        with self._changed:
            self._waiting.pop(uri, None)

    def _work(self) -> None:
        while True:
            uri, file, home, text = self._next()
            self._tell(uri, read(file, home, text))

    def _next(self) -> tuple[str, Path | None, Path | None, str]:
        with self._changed:
            while True:
                first = min(self._waiting, key=lambda uri: self._waiting[uri][0], default=None)
                if first is None:
                    self._changed.wait()
                elif (left := self._waiting[first][0] - time.monotonic()) > 0:
                    self._changed.wait(left)
                else:
                    _, _, file, home, text = self._waiting.pop(first)
                    return first, file, home, text

"""A progress line for slow commands on a terminal."""

from __future__ import annotations

import os
import threading
from types import TracebackType
from typing import Self, TextIO

from antiphon.diagnostics.diagnostic import printable


class Progress:
    """One line on a terminal that says what is being done, once it takes longer than a second; silent elsewhere."""

    def __init__(self, stream: TextIO, *, after: float = 1.0) -> None:
        self._stream = stream
        self._text = ""
        self._showing = self._over = False
        self._lock = threading.Lock()
        self._timer = threading.Timer(after, self._begin) if stream.isatty() else None

    def __enter__(self) -> Self:
        if self._timer is not None:
            self._timer.daemon = True
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        if self._timer is not None:
            self._timer.cancel()
        with self._lock:
            if self._showing:
                self._write("")
            self._showing, self._over = False, True

    def step(self, text: str) -> None:
        """Show a text as the current step."""
        with self._lock:
            self._text = text
            if self._showing:
                self._write(text)

    def _begin(self) -> None:
        with self._lock:
            if not self._over:
                self._showing = True
                if self._text:  # the first step may be later than the while
                    self._write(self._text)

    def _write(self, text: str) -> None:
        self._stream.write(f"\r\033[K{printable(text)[: self._columns() - 1]}")
        self._stream.flush()

    def _columns(self) -> int:
        """The width of the terminal: a text that goes on in the next line could not be taken back."""
        try:
            return os.get_terminal_size(self._stream.fileno()).columns or 80
        except (OSError, ValueError):  # it is none, or does not say
            return 80

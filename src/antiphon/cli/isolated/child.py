"""The child process: it imports and judges, and tells its parent each step in lines of JSON.

What modules print, even past `sys.stdout`, goes to stderr: the messages have a descriptor of their own. The process
ends itself, with all that it started, when its standard input ends, since then its parent is gone.
"""

from __future__ import annotations

import contextlib
import dataclasses
import json
import os
import signal
import sys
import threading
import traceback
from types import FrameType
from typing import BinaryIO, TextIO

from antiphon.cli.isolated.request import Outcome, Request


class Channel:
    """Where messages go. A step that is not followed by another one in time is told with its line, while it hangs."""

    def __init__(self, stream: TextIO, request: Request) -> None:
        self._stream = stream
        self._request = request
        self._limit = threading.TIMEOUT_MAX  # nothing of the user's runs before the first step
        self._lock = threading.Lock()
        self._main = threading.get_ident()
        self._stepped = threading.Event()
        self._module = ""
        self._started: dict[threading.Thread, str] = {}
        threading.Thread(target=self._watch, daemon=True).start()

    def step(self, text: str, module: str = "") -> None:
        """Tell the parent the current step, and the module that is being imported for it."""
        self._note_threads()
        self._module = module
        self._limit = self._request.limit(module)
        self._stepped.set()
        self._tell({"step": text, "module": module})

    def done(self, outcome: Outcome) -> None:
        """The end of the work. Threads that go on keep the process from ending."""
        self._limit = threading.TIMEOUT_MAX
        self._stepped.set()
        self._note_threads()
        running = [(thread.name, module) for thread, module in self._started.items() if thread.is_alive()]
        self._tell({"done": dataclasses.asdict(outcome), "threads": running})

    def _note_threads(self) -> None:
        """Remember which module was being imported when a thread began that the process would wait for."""
        for thread in threading.enumerate():
            if not thread.daemon and thread is not threading.main_thread():
                self._started.setdefault(thread, self._module)

    def _tell(self, message: object) -> None:
        with self._lock:
            self._stream.write(f"{json.dumps(message)}\n")
            self._stream.flush()

    def _watch(self) -> None:
        while True:
            if self._stepped.wait(self._limit):
                self._stepped.clear()
            else:
                with contextlib.suppress(OSError):
                    self._tell({"stuck": _line(sys._current_frames().get(self._main))})
                return


def _line(frame: FrameType | None) -> str:
    """The innermost line of the user's own code, as file:line from the current folder; empty where there is none."""
    from antiphon.cli.collecting.own_code import is_own

    stack = traceback.StackSummary.extract(traceback.walk_stack(frame), lookup_lines=False)
    return next((f"{os.path.relpath(one.filename)}:{one.lineno}" for one in stack if is_own(one.filename)), "")


def main() -> None:
    """Answer the one request that the first line of standard input is."""
    lifeline, messages = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "w", encoding="ascii")
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    request = Request.from_json(lifeline.readline())
    threading.Thread(target=_end_with_parent, args=(lifeline,), daemon=True).start()
    channel = Channel(messages, request)
    from antiphon.cli.isolated.judge import judge

    try:
        channel.done(judge(request, channel.step))
    except OSError:  # a module has closed the channel, so the parent is told nothing more
        os._exit(1)


def _end_with_parent(lifeline: BinaryIO) -> None:
    try:
        lifeline.read()
    except OSError:  # a module has closed what it does not know; its end is up to the parent
        return
    if hasattr(os, "killpg"):
        os.killpg(os.getpgrp(), signal.SIGKILL)
    os._exit(1)

"""The parent's side: it starts the child, watches its steps, and ends it with all that it started."""

from __future__ import annotations

import codecs
import contextlib
import dataclasses
import json
import os
import queue
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO, Any

from antiphon.cli.isolated.ending import MARK, kill, kill_marked
from antiphon.cli.isolated.request import GivenUp, Outcome, Request
from antiphon.cli.terminal.cannot_run import CannotRun

#: Modules write no more than so many octets while they are imported, or something is wrong with them.
MOST_OUTPUT: int = 1024 * 1024
#: A child that has done its work ends within so many seconds; then a step may also be this much too late.
GRACE: float = 3.0
#: A child whose modules left a thread running has so many seconds until they are called the reason that it goes on.
HELD: float = 3.0

_START = """\
import json, sys
sys.path[:] = json.loads(sys.argv[1])
del sys.argv[:2]
from antiphon.cli.isolated.child import main
main()
"""
_LATER = "start it in a function that the application calls, not while the module is imported"


class Supervisor:
    """Runs a request to its end, with one child for all targets, and another one for the rest where one dies.

    `tell` is given each step for somebody who watches; `forward` what the modules print. The child works in the folder
    `home`, or in the current one.
    """

    def __init__(
        self, request: Request, tell: Callable[[str], None], forward: Callable[[str], None], home: Path | None = None
    ) -> None:
        self._request = request
        self._tell = tell
        self._forward = forward
        self._home = home
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._stopped = False

    def run(self) -> Outcome:
        """The outcome. What no child survives is told with exit code 2."""
        while True:
            run = _Run(self._request, self._tell, self._forward)
            try:
                with self._lock:
                    if self._stopped:
                        return Outcome(2, "", "")
                    self._process = run.start(self._home)
                outcome = run.outcome()
            finally:
                run.end()
            if outcome is not None:
                return outcome
            error = run.error()
            known = {one.module for one in self._request.given_up}
            if not run.module or run.module in known:  # it died where no module can be left out
                return Outcome(2, "", error.text(colour=self._request.error_colour))
            told = GivenUp(run.module, error.what, error.where, error.help)
            self._request = dataclasses.replace(self._request, given_up=(*self._request.given_up, told))

    def stop(self) -> None:
        """End the child, from any thread; `run` then has an outcome that says nothing."""
        with self._lock:
            self._stopped = True
            if self._process is not None:
                kill(self._process)


class _Run:
    """One child."""

    def __init__(self, request: Request, tell: Callable[[str], None], forward: Callable[[str], None]) -> None:
        self._request = request
        self._tell = tell
        self._forward = forward
        self._messages: queue.Queue[dict[str, Any] | None] = queue.Queue()
        self._process: subprocess.Popen[bytes] | None = None
        self._readers: list[tuple[threading.Thread, IO[bytes]]] = []
        self._mark = f"{os.getpid()}-{id(self)}-{time.monotonic_ns()}"
        self._why = ""
        self._where = ""
        self.module = ""

    def start(self, home: Path | None) -> subprocess.Popen[bytes]:
        """Begin, in a folder."""
        options = [f"-W{option}" for option in sys.warnoptions] + ["-Xdev"] * sys.flags.dev_mode
        options += ["-O"] * sys.flags.optimize
        process = subprocess.Popen(  # noqa: S603 - this interpreter
            [sys.executable, *options, "-P", "-c", _START, json.dumps(sys.path), *sys.argv],
            cwd=home,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,  # so that all that it starts can be ended with it
            env={**os.environ, MARK: self._mark},
        )
        assert process.stdin and process.stdout and process.stderr  # noqa: S101, PT018
        for read, stream in ((self._read, process.stdout), (self._copy, process.stderr)):
            thread = threading.Thread(target=read, args=(stream,), daemon=True)
            thread.start()
            self._readers.append((thread, stream))
        with contextlib.suppress(BrokenPipeError):  # it has ended already, which is told below
            process.stdin.write(self._request.to_json())
            process.stdin.flush()
        self._process = process
        return process

    def outcome(self) -> Outcome | None:
        """Wait for the child's outcome; None if it gives none."""
        limit = self._request.limit("") + GRACE  # an interpreter that starts on a busy machine takes its time
        while True:
            try:
                message = self._messages.get(timeout=limit)
            except queue.Empty:
                self._why = self._why or self._late()
                return None
            if message is None:
                self._wait(limit)
                return None
            if "stuck" in message:
                self._where = message["stuck"]
                self._why = self._late()
                return None
            if "done" in message:
                return self._ended(Outcome(**message["done"]), message["threads"])
            self.module = message["module"]
            self._tell(message["step"])
            limit = self._request.limit(self.module) + GRACE

    def _wait(self, limit: float) -> None:
        """Wait for the end of a child that says nothing more; it may only have closed what it does not know."""
        try:
            if self._process is not None:
                self._process.wait(limit)
        except subprocess.TimeoutExpired:
            self._why = self._why or self._late()

    def _late(self) -> str:
        done = "its import" if self.module else "judging"
        limit = self._request.limit(self.module)
        return f"did not finish {done} within {limit:g} second{'' if limit == 1 else 's'}"

    def _ended(self, outcome: Outcome, threads: list[list[str]]) -> Outcome:
        process = self._process
        assert process is not None  # noqa: S101
        with contextlib.suppress(subprocess.TimeoutExpired):
            # Without a thread that holds it, it is ending: taking a large application apart has its time.
            process.wait(HELD if threads else max(HELD, self._request.timeout))
            return outcome
        errors = [
            CannotRun(
                f"{module or 'a module'} leaves a thread running: {name}",
                where=f"module {module}" if module else "what the targets import",
                help=f"{_LATER}; or make it a daemon",
            )
            for name, module in threads
        ] or [CannotRun("the modules keep the process from ending", where="what the targets import", help=_LATER)]
        told = "".join(error.text(colour=self._request.error_colour) for error in errors)
        return Outcome(2, outcome.out, outcome.err + told)

    def error(self) -> CannotRun:
        """The end of the child, as an error that says where."""
        process = self._process
        assert process is not None  # noqa: S101
        code = process.returncode
        if not self._why and code < 0:
            self._why = f"ends the process while it is imported: {signal.Signals(-code).name}"
        elif not self._why:
            self._why = f"ends the process while it is imported, with exit code {code}"
        what = f"{self.module or 'the child process'} {self._why}"
        where = self._where or (f"module {self.module}" if self.module else "the child process of antiphon check")
        long = "; or give it more time with --timeout" if "within" in self._why else ""
        return CannotRun(what, where=where, help=f"{_LATER}{long}")

    def end(self) -> None:
        """End the child and all that it started; what it wrote has been forwarded then."""
        if self._process is None:
            return
        kill(self._process)
        kill_marked(self._mark)
        self._process.wait()
        with contextlib.suppress(OSError):
            if self._process.stdin:
                self._process.stdin.close()
        for thread, stream in self._readers:
            thread.join(GRACE)
            if not thread.is_alive():  # else something that is out of reach holds the other end
                stream.close()

    def _read(self, stream: IO[bytes]) -> None:
        with contextlib.suppress(ValueError, OSError):
            for line in stream:
                self._messages.put(json.loads(line))
        self._messages.put(None)

    def _copy(self, stream: IO[bytes]) -> None:
        """Pass on the output that the modules print, up to a limit."""
        left, decoder = MOST_OUTPUT, codecs.getincrementaldecoder("utf-8")("backslashreplace")
        with contextlib.suppress(ValueError, OSError):
            while octets := os.read(stream.fileno(), 65536):
                left -= len(octets)
                if left < 0:
                    self._why = f"writes more than {MOST_OUTPUT // 2**20} MiB while it is imported"
                    if self._process is not None:
                        kill(self._process)
                    return
                self._forward(decoder.decode(octets))

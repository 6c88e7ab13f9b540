"""Work of a command in a child process, with what the user is to see of it while it lasts."""

from __future__ import annotations

import signal
import sys
import threading

from antiphon.cli.isolated.request import Outcome, Request
from antiphon.cli.isolated.supervisor import Supervisor
from antiphon.cli.terminal.progress import Progress


def judged(request: Request) -> Outcome:
    """Do the work in a child process, which ends with this one, also by SIGTERM."""

    def forward(text: str) -> None:
        sys.stderr.write(text)
        sys.stderr.flush()

    def end(_number: int, _frame: object) -> None:
        sys.exit(128 + 15)

    with Progress(sys.stderr) as progress:
        supervisor = Supervisor(request, progress.step, forward)
        if threading.current_thread() is not threading.main_thread():
            return supervisor.run()
        before = signal.signal(signal.SIGTERM, end)
        try:
            return supervisor.run()
        finally:
            signal.signal(signal.SIGTERM, before)

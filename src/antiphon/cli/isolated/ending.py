"""The end of a child process, and of all that it started."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
from pathlib import Path

#: The variable that a child and all that it starts have in their environment, with a word of each run's own.
MARK: str = "ANTIPHON_CHECK_RUN"


def kill(process: subprocess.Popen[bytes]) -> None:
    """End a process and its group. The group is there as long as one of its processes is."""
    if hasattr(os, "killpg"):
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.kill()


def kill_marked(word: str) -> None:
    """End what has left the group, such as a daemon in a session of its own. Only Linux says which these are."""
    wanted = f"{MARK}={word}".encode()
    for environment in Path("/proc").glob("[0-9]*/environ"):
        with contextlib.suppress(OSError):  # it has ended by now, or belongs to somebody else
            if wanted in environment.read_bytes().split(b"\0"):
                os.kill(int(environment.parent.name), signal.SIGKILL)

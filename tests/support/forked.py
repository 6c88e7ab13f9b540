"""A process that another one forked for this one, with what is used of the interface of `subprocess.Popen`."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import socket
import subprocess
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import IO

#: Four octets: how long a request is, a process, how it ended.
NUMBER = 4


class Forked:
    """Ask at an address for a process with a folder, an environment and three descriptors as its streams."""

    def __init__(
        self,
        address: str,
        words: Sequence[str],
        folder: Path | None,
        environment: Mapping[str, str],
        streams: tuple[int, int, int],
    ) -> None:
        asked = {"words": list(words), "folder": str(folder or Path.cwd()), "environment": dict(environment)}
        octets = json.dumps(asked).encode()
        self.stdin: IO[bytes] | None = None
        self.stdout: IO[bytes] | None = None
        self.stderr: IO[bytes] | None = None
        self.returncode: int | None = None
        self._lock = threading.Lock()
        self._connection = socket.socket(socket.AF_UNIX)
        self._connection.connect(address)
        socket.send_fds(self._connection, [len(octets).to_bytes(NUMBER, "big")], streams)
        self._connection.sendall(octets)
        self.pid = self._number()

    def wait(self, timeout: float | None = None) -> int:
        """Its exit code, negative for a signal. Raises subprocess.TimeoutExpired."""
        with self._lock:
            if self.returncode is None:
                self._connection.settimeout(timeout)
                try:
                    self.returncode = self._number()
                except TimeoutError:
                    raise subprocess.TimeoutExpired("a forked process", timeout or 0) from None
                self._connection.close()
            return self.returncode

    def kill(self) -> None:
        """End it, if it has not ended."""
        if self.returncode is None:
            with contextlib.suppress(ProcessLookupError):
                os.kill(self.pid, signal.SIGKILL)

    def _number(self) -> int:
        return int.from_bytes(self._connection.recv(NUMBER, socket.MSG_WAITALL), "big", signed=True)

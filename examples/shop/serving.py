"""The shop on a real server, for as long as it is needed."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Mapping
from importlib.util import find_spec
from pathlib import Path

EXAMPLES = Path(__file__).resolve().parents[1]

#: How each server is told what to serve and where.
SERVERS: Mapping[str, str] = {
    "uvicorn": "uvicorn {app} --host 127.0.0.1 --port {port} --log-level warning",
    "granian": "granian {app} --interface asgi --host 127.0.0.1 --port {port} --log-level warning",
    "hypercorn": "hypercorn {app} --bind 127.0.0.1:{port} --log-level warning",
}


class NotServingError(Exception):
    """The server did not come up. The text says why, as far as it is known."""


@contextlib.contextmanager
def serving(server: str, port: int, app: str = "shop.app:app") -> Generator[subprocess.Popen[bytes]]:
    """A server that listens when the block begins, and has stopped when it is left. Raises NotServingError."""
    if find_spec(server) is None:
        raise NotServingError(f"{server} is not installed; `pip install {server}` does that")
    command = [sys.executable, "-m", *SERVERS[server].format(app=app, port=port).split()]
    paths = [str(EXAMPLES), *filter(None, [os.environ.get("PYTHONPATH")])]
    process = subprocess.Popen(command, env={**os.environ, "PYTHONPATH": os.pathsep.join(paths)})  # noqa: S603 - ours
    try:
        wait_for(process, port, seconds=60)
        yield process
    finally:
        process.terminate()
        try:
            process.wait(timeout=60)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(process: subprocess.Popen[bytes], port: int, *, seconds: float) -> None:
    """Wait until the port answers. Raises NotServingError once the process has ended, or the time is over."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if process.poll() is not None:
            raise NotServingError(f"the server ended with exit code {process.returncode}")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=60):
            return
        time.sleep(0.02)
    raise NotServingError(f"nothing answered at port {port} for {seconds:g} seconds")


def free_port(wanted: int = 0) -> int:
    """A port that nobody listens at now: the wanted one, or any for 0. Raises NotServingError where it is taken."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # as servers do: a port just left is free
        try:
            probe.bind(("127.0.0.1", wanted))
        except (OSError, OverflowError) as error:
            raise NotServingError(f"nothing can listen at port {wanted}: {error}") from None
        port: int = probe.getsockname()[1]
        return port

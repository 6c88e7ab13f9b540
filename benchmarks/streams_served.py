"""Lines through a server: CPU seconds of uvicorn, with httptools, for a million lines of pydantic models.

python benchmarks/streams_served.py [--rounds 3]
"""

from __future__ import annotations

import argparse
import os
import random
import socket
import statistics
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from streams import MODEL, RowModel, model_lines, of_lines

COUNT = 100_000
APPS = of_lines(model_lines, RowModel, MODEL, COUNT)
#: Clock ticks a second, in which Linux counts CPU time.
TICKS = os.sysconf("SC_CLK_TCK")


async def app(scope: Any, receive: Any, send: Any) -> None:
    """The contender that the path names; FastAPI routes by itself."""
    if scope["type"] == "http":
        name = scope["path"].strip("/").replace("-", " ")
        await APPS[name]({**scope, "path": "/", "raw_path": b"/"}, receive, send)


def cpu(process: int) -> float:
    """The CPU seconds of a process until now."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def fetched(port: int, name: str) -> int:
    """The size of a response."""
    with socket.create_connection(("127.0.0.1", port)) as connection:
        connection.sendall(f"GET /{name.replace(' ', '-')} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
        size = 0
        while piece := connection.recv(1 << 20):
            size += len(piece)
    return size


def main() -> None:
    """A line for each contender."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    command = [sys.executable, "-m", "uvicorn", "streams_served:app", "--port", str(port), "--http", "httptools"]
    process = subprocess.Popen([*command, "--log-level", "error"], cwd=Path(__file__).parent)
    found: dict[str, list[float]] = {name: [] for name in APPS}
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)
        for _ in range(rounds):
            for name in random.sample(list(APPS), len(APPS)):
                before = cpu(process.pid)
                if fetched(port, name) < COUNT * 60:
                    raise SystemExit(f"{name} did not send its lines")
                found[name].append((cpu(process.pid) - before) * 1_000_000 / COUNT)
    finally:
        process.terminate()
        process.wait()
    for name, seconds in found.items():
        print(f"| {name} | {statistics.median(seconds):.1f} |")


if __name__ == "__main__":
    main()

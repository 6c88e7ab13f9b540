"""`python benchmarks/files.py`: files on loopback, driven by wrk, as multiples of Starlette's FileResponse.

Every application runs behind a server with one worker, and aiohttp's behind its own, all of them at once; in each round
wrk asks one after another, in random order, for a second. CPU time is the server's own, in ticks of 10 ms.
"""

from __future__ import annotations

import argparse
import contextlib
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from servers import free_port, wait

#: The applications of `served_files.py`, and what the table calls them. The first is the divisor.
APPLICATIONS = {
    "starlette_class": "Starlette's FileResponse",
    "starlette_class again": "the same again (control)",
    "antiphon_class": "antiphon's FileResponse",
    "antiphon_object": "antiphon `.file()`, object",
    "antiphon_sent": "antiphon `.file()`, `.send`",
}
DIVISOR = "starlette_class"
AIOHTTP = "aiohttp's FileResponse, own server"

_UVICORN = ("uvicorn", "served_files:{name}", "--port", "{port}", "--log-level", "warning", "--no-access-log")
SERVERS = {
    "uvicorn": (*_UVICORN, "--http", "httptools", "--lifespan", "off"),
    "uvicorn-h11": (*_UVICORN, "--http", "h11", "--lifespan", "off"),
    "granian": (
        "granian",
        "--interface",
        "asginl",
        "--port",
        "{port}",
        "--log-level",
        "warning",
        "served_files:{name}",
    ),
}


class Request(NamedTuple):
    """A kind of request: the size of the file in octets, further arguments of wrk, and its connections."""

    size: int
    arguments: tuple[str, ...] = ()
    connections: int = 8


REQUESTS = {
    "10 KB": Request(10_000),
    "1 MB": Request(1_000_000),
    "64 MB": Request(64_000_000, connections=2),
    "64 KB of 64 MB": Request(64_000_000, ("-H", "Range: bytes=1000000-1065535")),
    "304": Request(1_000_000, ("-H", "If-None-Match: *")),
}
_FOUND = re.compile(r"(\d+) requests in ([\d.]+)(ms|s|m)")


class Measured(NamedTuple):
    """One second of one application: server CPU seconds for a request, and requests a second."""

    cpu: float
    rate: float


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: exit 2 without wrk."""
    parser = argparse.ArgumentParser(prog="benchmarks/files.py", description=__doc__)
    parser.add_argument("--rounds", type=int, default=5, help="rounds of a second for each application (5)")
    parser.add_argument("--servers", default=",".join(SERVERS), help="such as uvicorn,granian")
    parser.add_argument("--requests", default=",".join(REQUESTS), help="such as '10 KB,304'")
    options = parser.parse_args(arguments)
    wrk = shutil.which("wrk")
    if wrk is None:
        print("error: wrk is not on the PATH", file=sys.stderr)
        return 2
    names = options.requests.split(",")
    with tempfile.TemporaryDirectory() as folder:
        for size in {REQUESTS[name].size for name in names}:
            (Path(folder) / f"{size}.bin").write_bytes(random.Random(7).randbytes(size))
        for server in options.servers.split(","):
            with _running(server, folder) as processes:
                found = {name: _measure(wrk, processes, REQUESTS[name], options.rounds) for name in names}
            print("\n".join(_table(server, found)))
    print(f"\nCPython {platform.python_version()}, {options.rounds} rounds of a second for each cell.")
    return 0


@contextlib.contextmanager
def _running(server: str, folder: str) -> Generator[dict[str, tuple[int, subprocess.Popen[bytes]]]]:
    """Each application behind a server of its own: its port and its process. They are ended afterwards."""
    here, environment = Path(__file__).parent, {**os.environ, "FILES": folder}
    running: dict[str, tuple[int, subprocess.Popen[bytes]]] = {}
    try:
        for name in (*APPLICATIONS, AIOHTTP):
            port = free_port()
            served = [part.format(name=name.partition(" ")[0], port=port) for part in SERVERS[server]]
            command = ["-m", *served] if name != AIOHTTP else ["served_files.py", str(port)]
            running[name] = port, subprocess.Popen([sys.executable, *command], cwd=here, env=environment)
        for port, process in running.values():
            wait(port, process)
        yield running
    finally:
        for _, process in running.values():
            process.terminate()
        for _, process in running.values():
            process.wait(timeout=20)


def _measure(
    wrk: str, running: Mapping[str, tuple[int, subprocess.Popen[bytes]]], request: Request, rounds: int
) -> dict[str, list[Measured]]:
    chance = random.Random(7)
    found: dict[str, list[Measured]] = {name: [] for name in running}
    for _ in range(rounds):
        for name in chance.sample(list(running), len(running)):
            port, process = running[name]
            before = _cpu(process.pid)
            requests, seconds = _driven(wrk, port, request)
            found[name].append(Measured((_cpu(process.pid) - before) / requests, requests / seconds))
    return found


def _driven(wrk: str, port: int, request: Request) -> tuple[int, float]:
    """Requests that were answered, and the seconds that they took. Raises RuntimeError where one failed."""
    url = f"http://127.0.0.1:{port}/{request.size}.bin"
    command = [wrk, "-t1", f"-c{request.connections}", "-d1s", *request.arguments, url]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    match = _FOUND.search(output)
    if match is None or ("Non-2xx" in output and "If-None-Match: *" not in request.arguments):
        raise RuntimeError(f"wrk reports failures:\n{output}")
    return max(int(match[1]), 1), float(match[2]) * {"ms": 1e-3, "s": 1, "m": 60}[match[3]]


def _cpu(pid: int) -> float:
    """CPU seconds of a process and the workers that it started, with threads that have ended since."""
    fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    spent = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return spent + sum(_cpu(int(child)) for child in children)


def _table(server: str, found: Mapping[str, Mapping[str, Sequence[Measured]]]) -> list[str]:
    lines = ["", f"| {server} | {' | '.join(f'{name}: CPU | req/s' for name in found)} |"]
    lines.append(f"| --- |{' ---: |' * 2 * len(found)}")
    for name, title in {**APPLICATIONS, AIOHTTP: AIOHTTP}.items():
        cells = []
        for measured in found.values():
            pairs = [(one, base) for one, base in zip(measured[name], measured[DIVISOR], strict=True) if base.cpu]
            cells += [_ratios([one.cpu / base.cpu for one, base in pairs])]
            cells += [_ratios([one.rate / base.rate for one, base in pairs])]
        lines.append(f"| {title} | {' | '.join(cells)} |")
    spent = ", ".join(
        f"{name} {statistics.median(one.cpu for one in measured[DIVISOR]) * 1e6:.0f} µs"
        for name, measured in found.items()
    )
    return [*lines, "", f"CPU of the first row: {spent}."]


def _ratios(ratios: Sequence[float]) -> str:
    low, median, high = statistics.quantiles(ratios, n=4)
    return f"{median:.2f} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    sys.exit(main())

"""`python benchmarks/servers.py`: whole servers on loopback, driven by wrk, as multiples of a hand-written application.

Every application runs behind a server with one worker, all of them at once; in each round wrk asks one after another,
in random order, for a second. CPU time is the server's own, from the scheduler by way of /proc, so Linux alone has it.
Four minutes in all.
"""

from __future__ import annotations

import argparse
import contextlib
import http.client
import json
import platform
import random
import re
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Generator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

#: The applications of `served.py`, and what the table calls them. The first is the floor.
APPLICATIONS = {
    "hand_written": "floor",
    "hand_written_again": "floor again (control)",
    "antiphon_sent": "antiphon, `.send`",
    "antiphon_object": "antiphon, object",
    "starlette_classes": "Starlette's JSONResponse, no router",
    "starlette_own": "Starlette route, JSONResponse",
    "starlette_antiphon": "the same route returning antiphon's",
    "fastapi_own": "FastAPI route, response_model",
    "fastapi_antiphon": "the same route returning antiphon's, without response_model",
    "fastapi_compiled": "the same, switched on by `install`, `@returns(...)`",
    "fastapi_reply": "the same, switched on, a class of replies",
    "fastapi_depends": "FastAPI route, response_model, a dependency sets the cookie",
    "fastapi_merged": "the same, switched on, a class of replies",
}
FLOOR = "hand_written"

SERVERS = {
    "uvicorn": (
        "uvicorn",
        "served:{name}",
        "--port",
        "{port}",
        "--log-level",
        "warning",
        "--no-access-log",
        "--lifespan",
        "off",
    ),
    "granian": ("granian", "--interface", "asginl", "--port", "{port}", "--log-level", "warning", "served:{name}"),
}

_REQUESTS = re.compile(r"(\d+) requests in ([\d.]+)(ms|s|m)")


class Measured(NamedTuple):
    """One second of one application: server CPU seconds for a request, and requests a second."""

    cpu: float
    rate: float


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: exit 2 without wrk, 1 where an application answers otherwise than the floor."""
    parser = argparse.ArgumentParser(prog="benchmarks/servers.py", description=__doc__)
    parser.add_argument("--rounds", type=int, default=6, help="rounds of a second for each application, from 2 up (6)")
    parser.add_argument("--servers", default=",".join(SERVERS), help="such as uvicorn (uvicorn,granian)")
    options = parser.parse_args(arguments)
    if options.rounds < 2:
        parser.error("--rounds: quartiles need two rounds at least")
    if unknown := set(options.servers.split(",")) - SERVERS.keys():
        parser.error(f"--servers: no server is called {', '.join(sorted(unknown))}; there are {', '.join(SERVERS)}")
    wrk = shutil.which("wrk")
    if wrk is None:
        print("error: wrk is not on the PATH", file=sys.stderr)
        return 2
    found: dict[str, dict[str, list[Measured]]] = {}
    for server in options.servers.split(","):
        with _running(server) as ports:
            answers = {name: _answer(port) for name, (port, _) in ports.items()}
            wrong = [name for name, answer in answers.items() if answer != answers[FLOOR]]
            if wrong:
                print(f"error: {', '.join(wrong)} answer otherwise than the floor", file=sys.stderr)
                return 1
            found[server] = _measure(wrk, ports, options.rounds)
    print("\n".join(_table(found, options.rounds)))
    return 0


@contextlib.contextmanager
def _running(server: str) -> Generator[dict[str, tuple[int, subprocess.Popen[bytes]]]]:
    """Each application behind a server of its own: its port and its process. They are ended afterwards."""
    here = Path(__file__).parent
    ports: dict[str, tuple[int, subprocess.Popen[bytes]]] = {}
    try:
        for name in APPLICATIONS:
            port = free_port()
            command = [part.format(name=name, port=port) for part in SERVERS[server]]
            ports[name] = port, subprocess.Popen([sys.executable, "-m", *command], cwd=here)
        for port, process in ports.values():
            wait(port, process)
        yield ports
    finally:
        for _, process in ports.values():
            process.terminate()
        for _, process in ports.values():
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until the server listens. Raises RuntimeError where it ends before, or takes more than a minute."""
    for _ in range(600):
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return
        if process.poll() is not None:
            break
        time.sleep(0.1)
    raise RuntimeError(f"the server of port {port} does not listen")


def _answer(port: int) -> tuple[int, object, tuple[tuple[str, str], ...]]:
    """Status, content, and the fields that are the application's own, with attributes of cookies in no order."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/")
    response = connection.getresponse()
    content = json.loads(response.read())
    fields = {
        (name.lower(), ";".join(sorted(part.strip().lower() for part in value.split(";"))))
        for name, value in response.getheaders()
        if name.lower() not in ("date", "server", "content-length", "connection")
    }
    connection.close()
    return response.status, content, tuple(sorted(fields))


def _measure(
    wrk: str, ports: Mapping[str, tuple[int, subprocess.Popen[bytes]]], rounds: int
) -> dict[str, list[Measured]]:
    chance = random.Random(7)
    found: dict[str, list[Measured]] = {name: [] for name in ports}
    for port, _ in ports.values():
        _driven(wrk, port, "1s")
    for _ in range(rounds):
        for name in chance.sample(list(ports), len(ports)):
            port, process = ports[name]
            before = cpu(process.pid)
            requests, seconds = _driven(wrk, port, "1s")
            found[name].append(Measured((cpu(process.pid) - before) / requests, requests / seconds))
    return found


def _driven(wrk: str, port: int, duration: str) -> tuple[int, float]:
    """Requests that were answered, and the seconds that they took. Raises RuntimeError where one failed."""
    command = [wrk, "-t1", "-c16", f"-d{duration}", f"http://127.0.0.1:{port}/"]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    match = _REQUESTS.search(output)
    if match is None or "Non-2xx" in output or "Socket errors" in output:
        raise RuntimeError(f"wrk reports failures:\n{output}")
    return int(match[1]), float(match[2]) * {"ms": 1e-3, "s": 1, "m": 60}[match[3]]


def cpu(pid: int) -> float:
    """CPU seconds of a process and the workers that it started, with all their threads."""
    spent = 0
    for task in Path(f"/proc/{pid}/task").iterdir():
        with contextlib.suppress(FileNotFoundError):
            spent += int((task / "schedstat").read_text().split()[0])
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text().split()
    return spent / 1e9 + sum(cpu(int(child)) for child in children)


def _table(found: Mapping[str, Mapping[str, Sequence[Measured]]], rounds: int) -> list[str]:
    heads = [f"{server} CPU | {server} req/s" for server in found]
    lines = [f"| application | {' | '.join(heads)} |", f"| --- |{' ---: |' * 2 * len(found)}"]
    for name, title in APPLICATIONS.items():
        cells = []
        for measured in found.values():
            pairs = list(zip(measured[name], measured[FLOOR], strict=True))
            cells += [_ratios([one.cpu / base.cpu for one, base in pairs])]
            cells += [_ratios([one.rate / base.rate for one, base in pairs])]
        lines.append(f"| {title} | {' | '.join(cells)} |")
    floors = ", ".join(
        f"{server} {statistics.median(one.cpu for one in measured[FLOOR]) * 1e6:.0f} µs"
        for server, measured in found.items()
    )
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return [*lines, "", f"{python}, wrk -t1 -c16, {rounds} rounds of a second. CPU of the floor's request: {floors}."]


def _ratios(ratios: Sequence[float]) -> str:
    low, median, high = statistics.quantiles(ratios, n=4)
    return f"{median:.2f} ({low:.2f} to {high:.2f})"


if __name__ == "__main__":
    sys.exit(main())

"""Measure `antiphon lint` of large captures: `python tools/large_captures.py 1000`.

It writes a HAR file and the output of curl of so many megabytes, judges both, and prints the seconds and the most
memory that the process had. It needs `os.wait4`, which Windows has not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

MEGABYTE = 1_000_000


def har(size: int) -> Iterator[bytes]:
    """The pieces of a HAR file: entries of some 20 kB, every tenth with a cookie that browsers drop."""
    yield b'{"log": {"version": "1.2", "entries": [\n'
    written = number = 0
    while written < size:
        fields = [{"name": "Content-Type", "value": "application/json"}, {"name": "Cache-Control", "value": "no-store"}]
        fields += [{"name": "Set-Cookie", "value": "theme=dark; SameSite=None"}] if number % 10 == 0 else []
        text = json.dumps({"number": number, "text": "x" * 20_000})
        entry = {
            "request": {"method": "GET", "url": f"https://shop.example/{number}"},
            "response": {"status": 200, "headers": fields, "content": {"size": len(text), "text": text}},
        }
        octets = json.dumps(entry, indent=1).encode()
        yield (b",\n" if number else b"") + octets
        written, number = written + len(octets), number + 1
    yield b"\n]}}\n"


def curl(size: int) -> Iterator[bytes]:
    """The output of `curl -i` for the same."""
    written = number = 0
    while written < size:
        text = json.dumps({"number": number, "text": "x" * 20_000}).encode()
        cookie = b"Set-Cookie: theme=dark; SameSite=None\r\n" if number % 10 == 0 else b""
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nCache-Control: no-store\r\n"
        octets = head + cookie + b"Content-Length: %d\r\n\r\n" % len(text) + text + b"\n"
        yield octets
        written, number = written + len(octets), number + 1


def main() -> None:
    """Write, judge, print."""
    size = int(sys.argv[1]) * MEGABYTE
    for name, pieces in (("large.har", har), ("large.txt", curl)):
        with tempfile.TemporaryDirectory() as room:
            path = Path(room) / name
            with path.open("wb") as file:
                file.writelines(pieces(size))
            process = subprocess.Popen([sys.executable, "-m", "antiphon", "lint", path.name], cwd=room)
            _, status, used = os.wait4(process.pid, 0)  # of this process alone
            code = process.returncode = os.waitstatus_to_exitcode(status)
            seconds = used.ru_utime + used.ru_stime
            memory = used.ru_maxrss // (1024 if sys.platform == "linux" else 1024**2)  # macOS counts octets
            print(f"{name}: {sys.argv[1]} MB, exit {code}, {seconds:.0f} s of CPU, {memory} MB of memory")


if __name__ == "__main__":
    main()

"""A scripted editor of `antiphon lsp`; every wait is bounded."""

from __future__ import annotations

import contextlib
import json
import queue
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

from tests.support import warm

#: No answer takes longer, even on a busy machine.
PATIENCE = 60.0


class Editor:
    """A client of the server."""

    def __init__(self, home: Path, *, started: bool = False) -> None:
        """Begin it in a folder: as an editor starts it, or as a fork that has antiphon loaded."""
        self._begin(
            subprocess.Popen(
                [sys.executable, "-m", "antiphon", "lsp", "--stdio"],
                cwd=home,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            if started
            else warm.begin("lsp", "--stdio", folder=home)
        )

    def _begin(self, process: Any) -> None:
        """Talk to a server by the pipes that it has."""
        self.process: Any = process
        self._came: queue.Queue[dict[str, Any]] = queue.Queue()
        self._seen: list[dict[str, Any]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._last = 0
        self._versions: dict[str, int] = {}

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while line := stream.readline():
            length = int(line.split(b":")[1])
            while stream.readline().strip():  # further fields
                pass
            self._came.put(json.loads(stream.read(length)))

    def raw(self, octets: bytes) -> None:
        """Send octets as they are."""
        assert self.process.stdin is not None
        self.process.stdin.write(octets)
        self.process.stdin.flush()

    def send(self, message: object) -> None:
        """Send one message."""
        octets = json.dumps(message).encode()
        self.raw(b"Content-Length: %d\r\n\r\n%b" % (len(octets), octets))

    def notify(self, method: str, **params: object) -> None:
        """Send a notification."""
        self.send({"jsonrpc": "2.0", "method": method, "params": params})

    def request(self, method: str, **params: object) -> dict[str, Any]:
        """Send a request and wait for its answer."""
        self._last += 1
        self.send({"jsonrpc": "2.0", "id": self._last, "method": method, "params": params})
        return self.wait(lambda message: message.get("id") == self._last)

    def wait(self, wanted: Any) -> dict[str, Any]:
        """The first message that is wanted, among those that came and those to come."""
        for message in self._seen:
            if wanted(message):
                self._seen.remove(message)
                return message
        until = time.monotonic() + PATIENCE
        while True:
            message = self._came.get(timeout=max(until - time.monotonic(), 0.01))
            if wanted(message):
                return message
            self._seen.append(message)

    def next(self, patience: float = PATIENCE) -> dict[str, Any]:
        """The next message, which is kept as seen."""
        message = self._came.get(timeout=max(patience, 0.01))
        self._seen.append(message)
        return message

    def findings(self, uri: str, *, some: bool = False) -> list[dict[str, Any]]:
        """The next findings that are published of a file as it is now; with `some`, the next that are not none."""
        published = "textDocument/publishDiagnostics"
        message = self.wait(
            lambda m: (
                m.get("method") == published
                and m["params"]["uri"] == uri
                and (m["params"].get("version") or sys.maxsize) >= self._versions.get(uri, 0)
                and (bool(m["params"]["diagnostics"]) or not some)
            )
        )
        found: list[dict[str, Any]] = message["params"]["diagnostics"]
        return found

    def begin(self, home: Path, **capabilities: object) -> dict[str, Any]:
        """Introduce oneself."""
        answer = self.request("initialize", processId=None, rootUri=home.as_uri(), capabilities=capabilities)
        self.notify("initialized")
        return answer

    def change(self, uri: str, version: int, *changes: tuple[tuple[int, int], tuple[int, int], str] | str) -> None:
        """Tell of changes: a start, an end and the text between them from now on, or all of the text."""
        self._versions[uri] = version
        told = [
            {"text": one} if isinstance(one, str) else {"range": ranged(one[0], one[1]), "text": one[2]}
            for one in changes
        ]
        self.notify("textDocument/didChange", textDocument={"uri": uri, "version": version}, contentChanges=told)

    def close(self) -> int:
        """Hang up without a word, if that has not happened, and give the exit code."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        code: int = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        self.process.stdout.close()
        return code


def ranged(start: tuple[int, int], end: tuple[int, int]) -> dict[str, Any]:
    """A range of the protocol."""
    return {name: {"line": at[0], "character": at[1]} for name, at in (("start", start), ("end", end))}


def opened(file: Path) -> dict[str, object]:
    """The params of didOpen."""
    text = file.read_bytes().decode("utf-8") if file.exists() else ""
    return {"textDocument": {"uri": file.as_uri(), "languageId": "python", "version": 1, "text": text}}


def saved(file: Path) -> dict[str, object]:
    """The params of didSave and didClose."""
    return {"textDocument": {"uri": file.as_uri()}}


def asked(file: Path, line: int, character: int = 0, found: list[dict[str, Any]] | None = None) -> dict[str, object]:
    """The params of a request about a place."""
    where = {"line": line, "character": character}
    around = {"range": {"start": where, "end": where}, "context": {"diagnostics": found or []}}
    return {"textDocument": {"uri": file.as_uri()}, "position": where, **around}

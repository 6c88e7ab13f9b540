"""`antiphon lsp` under a storm: a key every moment, requests that are cancelled, and a workspace of many files."""

from __future__ import annotations

import asyncio
import contextlib
import os
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from antiphon.cli.language_server.checking import Judging
from antiphon.cli.language_server.previews import Previews
from antiphon.cli.language_server.server import Server
from tests.support.lsp_editor import PATIENCE, Editor, asked, opened, saved

#: The answers of a server are the same on every Python.
pytestmark = pytest.mark.newest

FILES, KEYS = 60, 400
FAULTY = 'from starlette.responses import Response\n\nr = Response(b"")\nr.set_cookie("sid", "x", samesite="none")\n'


class _Here:
    """A server in a thread of this process, with the pipes of a process of its own."""

    def __init__(self) -> None:
        to_server, keyboard = os.pipe()
        screen, from_server = os.pipe()
        self.stdin = os.fdopen(keyboard, "wb")
        self.stdout = os.fdopen(screen, "rb")
        self.server = Server()
        self._ends = os.fdopen(to_server, "rb"), os.fdopen(from_server, "wb")
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        source, sink = self._ends
        with source, sink:
            self.server._server.start_io(source, sink)

    def wait(self, patience: float) -> int:
        """Wait for the server's end."""
        self._thread.join(patience)
        return int(self._thread.is_alive())


class _Typist(Editor):
    """An editor whose server is in this process."""

    def __init__(self) -> None:
        self.here = _Here()
        self._begin(self.here)

    def last_published(self, uri: str) -> tuple[int, list[str]]:
        """The version and the codes of a file's newest findings."""
        told = [one["params"] for one in self._seen if one.get("method") == "textDocument/publishDiagnostics"]
        last: dict[str, Any] = next((one for one in reversed(told) if one["uri"] == uri), {"diagnostics": []})
        return last.get("version") or 0, [found["code"] for found in last["diagnostics"]]


async def _no_preview(_previews: Previews, _target: str, _home: Path) -> str:
    await asyncio.sleep(0.01)
    return ""


def test_a_storm_of_keys_and_cancels_in_a_workspace_of_many_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each request has one answer, each file the findings of its last text, and nothing is kept of what is closed."""
    judged: list[str] = []
    monkeypatch.setattr(Judging, "begin", lambda _self, uri, _file, _home: judged.append(uri))
    monkeypatch.setattr(Previews, "_printed", _no_preview)
    (tmp_path / "pyproject.toml").write_text("[tool.antiphon]\n")
    files = [tmp_path / f"shop{number}.py" for number in range(FILES)]
    for file in files:
        file.write_text(FAULTY)
    editor = _Typist()
    with contextlib.closing(editor.here.stdin):  # without its end the server would keep this process from ending
        editor.begin(tmp_path)
        _work_through(editor, files)

    assert [file.as_uri() for file in files] == judged


def _work_through(editor: _Typist, files: list[Path]) -> None:
    typed = files[0].as_uri()
    for file in files:
        editor.notify("textDocument/didOpen", **opened(file))
    requests = _storm(editor, files[0])

    # No text before it has this finding, so it is published: equal findings of a newer text are not.
    editor.change(typed, KEYS + 2, FAULTY.replace('samesite="none"', 'domain="localhost"'))
    answers: dict[int, int] = {}
    until = time.monotonic() + PATIENCE
    while len(answers) < requests or editor.last_published(typed) != (KEYS + 2, ["CK035"]):
        message: dict[str, Any] = editor.next(until - time.monotonic())
        if "id" in message and "method" not in message:
            answers[message["id"]] = answers.get(message["id"], 0) + 1

    assert {1} == set(answers.values())
    for file in files[1:]:
        assert (1, ["CK052"]) == editor.last_published(file.as_uri())
    for file in files:
        editor.notify("textDocument/didClose", **saved(file))
    editor.request("shutdown")
    server = editor.here.server
    assert not server._open
    assert not server._told
    assert not server._reading._waiting
    assert 0 == editor.close()


def _storm(editor: _Typist, file: Path) -> int:
    """Type a comment above everything, key by key, and ask at each third one for what is given up at once."""
    requests = 0
    for key in range(KEYS):
        at = (0, key)
        editor.change(file.as_uri(), key + 2, (at, at, "#" if key == 0 else "x"))
        if key % 3 == 0:
            method = "textDocument/hover" if key % 2 else "textDocument/codeAction"
            requests += 1
            number = 1000 + requests
            editor.send({"jsonrpc": "2.0", "id": number, "method": method, "params": asked(file, 2, 1)})
            editor.notify("$/cancelRequest", id=number)
    return requests

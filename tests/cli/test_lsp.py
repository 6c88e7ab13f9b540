"""`antiphon lsp`: findings in an editor, seen by a scripted one."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.support.processes import running

FAULTY = """\
from antiphon import respond

sid = respond(200).text().insecure_cookie("sid", "😀é", same_site="none").compile()
"""
SOUND = "from antiphon import respond\n\nok = respond(204).compile()\n"

#: No answer takes longer, even on a busy machine.
PATIENCE = 60.0


class Editor:
    """A client of the server; every wait is bounded."""

    def __init__(self, home: Path) -> None:
        command = [sys.executable, "-m", "antiphon", "lsp", "--stdio"]
        self.process = subprocess.Popen(
            command, cwd=home, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._came: queue.Queue[dict[str, Any]] = queue.Queue()
        self._seen: list[dict[str, Any]] = []
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        self._last = 0

    def _read(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        while line := stream.readline():
            length = int(line.split(b":")[1])
            stream.readline()
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

    def findings(self, uri: str) -> list[dict[str, Any]]:
        """The next findings that are published of a file."""
        published = "textDocument/publishDiagnostics"
        message = self.wait(lambda m: m.get("method") == published and m["params"]["uri"] == uri)
        found: list[dict[str, Any]] = message["params"]["diagnostics"]
        return found

    def begin(self, home: Path) -> dict[str, Any]:
        """Introduce oneself."""
        answer = self.request("initialize", processId=None, rootUri=home.as_uri(), capabilities={})
        self.notify("initialized")
        return answer

    def close(self) -> int:
        """Hang up without a word, if that has not happened, and give the exit code."""
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()
        code = self.process.wait(PATIENCE)
        self._reader.join(PATIENCE)
        self.process.stdout.close()
        return code


@pytest.fixture
def editor(tmp_path: Path) -> Iterator[Editor]:
    """An editor whose server runs in an empty folder."""
    made = Editor(tmp_path)
    yield made
    made.close()


def opened(file: Path) -> dict[str, object]:
    """The params of didOpen."""
    return {"textDocument": {"uri": file.as_uri(), "languageId": "python", "version": 1, "text": ""}}


def saved(file: Path) -> dict[str, object]:
    """The params of didSave and didClose."""
    return {"textDocument": {"uri": file.as_uri()}}


def test_a_conversation(editor: Editor, tmp_path: Path) -> None:
    """Findings come when a file is opened, go when it is saved without them, and the end is in good order."""
    file = tmp_path / "faulty.py"
    file.write_text(FAULTY, encoding="utf-8")

    sync = editor.begin(tmp_path)["result"]["capabilities"]["textDocumentSync"]
    assert (sync["openClose"], sync["change"]) == (True, 0)

    editor.notify("textDocument/didOpen", **opened(file))
    found = {finding["code"]: finding for finding in editor.findings(file.as_uri())}
    assert found["CK052"]["severity"] == 1
    assert found["CK052"]["source"] == "antiphon"
    assert found["CK052"]["message"].startswith("cookie 'sid' has SameSite=None but not Secure")
    assert "\nhelp: " in found["CK052"]["message"]
    assert "\ncite: " in found["CK052"]["message"]

    file.write_text(SOUND)
    editor.notify("textDocument/didSave", **saved(file))
    assert editor.findings(file.as_uri()) == []

    assert editor.request("shutdown")["result"] is None
    editor.notify("exit")
    assert editor.close() == 0


def test_columns_count_utf_16_units(editor: Editor, tmp_path: Path) -> None:
    """A range covers the step that is meant, and what is outside the Basic Multilingual Plane counts twice."""
    file = tmp_path / "faulty.py"
    file.write_text(FAULTY, encoding="utf-8")
    editor.begin(tmp_path)

    editor.notify("textDocument/didOpen", **opened(file))
    found = next(finding for finding in editor.findings(file.as_uri()) if finding["code"] == "CK052")

    line = FAULTY.splitlines()[2].encode("utf-16-le")
    covered = line[2 * found["range"]["start"]["character"] : 2 * found["range"]["end"]["character"]]
    assert found["range"]["start"]["line"] == found["range"]["end"]["line"] == 2
    assert covered.decode("utf-16-le") == '.insecure_cookie("sid", "😀é", same_site="none")'


def test_closing_takes_the_findings_away(editor: Editor, tmp_path: Path) -> None:
    """A file that is closed has no findings any more."""
    file = tmp_path / "sound.py"
    file.write_text(SOUND)
    editor.begin(tmp_path)

    editor.notify("textDocument/didClose", **saved(file))

    assert editor.findings(file.as_uri()) == []


def test_answers_do_not_wait_for_a_slow_module(editor: Editor, tmp_path: Path) -> None:
    """While a module takes its time, requests are answered; of two saves only the newer one is reported."""
    file = tmp_path / "slow.py"
    file.write_text("import time\ntime.sleep(600)\n")
    editor.begin(tmp_path)
    editor.notify("textDocument/didOpen", **opened(file))

    begun = time.monotonic()
    assert editor.request("workspace/symbol")["error"]["code"] == -32601
    assert time.monotonic() - begun < PATIENCE / 2

    file.write_text(SOUND)
    editor.notify("textDocument/didSave", **saved(file))
    assert editor.findings(file.as_uri()) == []


def test_a_file_that_cannot_be_imported_has_a_finding(editor: Editor, tmp_path: Path) -> None:
    """An exception of an import is shown at its line."""
    file = tmp_path / "broken.py"
    file.write_text("x = 1\nimport nowhere_to_be_found\n")
    editor.begin(tmp_path)

    editor.notify("textDocument/didOpen", **opened(file))

    [found] = editor.findings(file.as_uri())
    assert (found["code"], found["range"]["start"]["line"]) == ("AN000", 1)


@pytest.mark.skipif(not Path("/proc/self/cmdline").exists(), reason="looks for processes in /proc")
@pytest.mark.parametrize("ending", ["close the file", "hang up", "kill the server"])
def test_no_module_outlives_its_file(editor: Editor, tmp_path: Path, ending: str) -> None:
    """A module that spins, and what it started, end with their file, with the conversation, and with the server."""
    mark = f"antiphon-editor-{os.getpid()}"
    file = tmp_path / "spins.py"
    file.write_text(
        f"import subprocess, sys\nsubprocess.Popen([sys.executable, '-c', 'import time; time.sleep(600)', '{mark}'])\n"
        "while True: pass\n"
    )
    editor.begin(tmp_path)
    editor.notify("textDocument/didOpen", **opened(file))
    until = time.monotonic() + PATIENCE
    while not (started := list(running(mark))) and time.monotonic() < until:
        time.sleep(0.1)

    if ending == "close the file":
        editor.notify("textDocument/didClose", **saved(file))
    elif ending == "hang up":
        editor.close()
    else:
        editor.process.kill()

    assert started
    while (left := list(running(mark))) and time.monotonic() < until:
        time.sleep(0.1)
    assert [] == left


MALFORMED = {
    "no JSON": (b"Content-Length: 4\r\n\r\n{{{{", -32700),
    "a list": (b"Content-Length: 2\r\n\r\n[]", -32600),
    "no version": (b'Content-Length: 8\r\n\r\n{"id":1}', -32600),
    "no length": (b"Content-Type: x\r\n\r\n", -32700),
    "a length that is no number": (b"Content-Length: ten\r\n\r\n", -32700),
    "a length beyond all bounds": (b"Content-Length: 99999999999\r\n\r\n", -32700),
    "octets that are no UTF-8": (b"Content-Length: 2\r\n\r\n\xff\xff", -32700),
    "a request without a method": (b'Content-Length: 24\r\n\r\n{"jsonrpc":"2.0","id":1}', -32600),
}


def test_malformed_messages_are_refused_and_passed_over(editor: Editor, tmp_path: Path) -> None:
    """Whatever cannot be read gets JSON-RPC's own error, and the conversation goes on."""
    for octets, code in MALFORMED.values():
        editor.raw(octets)
        assert editor.wait(lambda message: "error" in message)["error"]["code"] == code

    assert "capabilities" in editor.begin(tmp_path)["result"]


def test_requests_have_their_order(editor: Editor, tmp_path: Path) -> None:
    """Nothing is answered before `initialize`, nor after `shutdown`; a second `initialize` is refused."""
    assert editor.request("shutdown")["error"]["code"] == -32002
    editor.begin(tmp_path)
    assert editor.request("initialize")["error"]["code"] == -32600
    editor.request("shutdown")
    assert editor.request("shutdown")["error"]["code"] == -32600


def test_strange_notifications_are_passed_over(editor: Editor, tmp_path: Path) -> None:
    """Unknown notifications, changes, files that are not there and params of the wrong kind change nothing."""
    editor.begin(tmp_path)
    editor.notify("$/cancelRequest", id=1)
    editor.notify("textDocument/didChange", **saved(tmp_path / "any.py"))
    editor.notify("textDocument/didOpen", **opened(tmp_path / "missing.py"))
    editor.notify("textDocument/didOpen", textDocument={"uri": "untitled:Untitled-1"})
    editor.send({"jsonrpc": "2.0", "method": "textDocument/didSave", "params": [3]})

    assert editor.request("shutdown")["result"] is None


def test_an_editor_that_goes_away_ends_the_server(tmp_path: Path) -> None:
    """The end of the stream without `shutdown` is exit code 1."""
    assert Editor(tmp_path).close() == 1

"""A client of a language server, for one workspace: requests, answered in turn."""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

#: The language servers of the checkers that the typing suite runs, and how each is started.
SERVERS: dict[str, Sequence[str]] = {
    "pyright": ("pyright-langserver", "--stdio"),
    "ty": ("ty", "server"),
    "pyrefly": ("pyrefly", "lsp"),
}
#: Seconds after which a server is given up.
PATIENCE = 120.0
#: The kinds of answers that are read here.
UNDERSTOOD = {
    "textDocument": {
        "hover": {"contentFormat": ["plaintext"]},
        "signatureHelp": {"signatureInformation": {"documentationFormat": ["plaintext"]}},
        "definition": {"linkSupport": False},
        "completion": {"completionItem": {"snippetSupport": False}},
    },
    "workspace": {"configuration": True, "workspaceFolders": True},
}


class Server:
    """A language server that has opened a folder. Raises TimeoutError where an answer does not come."""

    def __init__(self, command: Sequence[str], folder: Path) -> None:
        self.folder = folder
        beside = Path(sys.executable).parent
        environment = {**os.environ, "PATH": f"{beside}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}
        environment["VIRTUAL_ENV"] = str(beside.parent)
        self.process = subprocess.Popen(
            [str(beside / command[0]), *command[1:]],
            cwd=folder, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self._came: queue.Queue[dict[str, Any]] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self._last = 0
        self.opened: dict[str, int] = {}
        uri = folder.as_uri()
        folders = [{"uri": uri, "name": folder.name}]
        self.ask("initialize", processId=os.getpid(), rootUri=uri, capabilities=UNDERSTOOD, workspaceFolders=folders)
        self.tell("initialized")

    def _read(self) -> None:
        stream = self.process.stdout
        while stream is not None and (line := stream.readline()):
            length = 0
            while line.strip():
                name, _, value = line.partition(b":")
                length = int(value) if name.lower() == b"content-length" else length
                line = stream.readline()
            self._came.put(json.loads(stream.read(length)))

    def _send(self, message: dict[str, Any]) -> None:
        octets = json.dumps({"jsonrpc": "2.0", **message}).encode()
        stream = self.process.stdin
        if stream is None:
            raise RuntimeError("the server takes no input")
        stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(octets), octets))
        stream.flush()

    def tell(self, method: str, **params: object) -> None:
        """Send a notification."""
        self._send({"method": method, "params": params})

    def ask(self, method: str, **params: object) -> Any:
        """The result of a request. The server's own questions are answered on the way."""
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            try:
                message = self._came.get(timeout=PATIENCE)
            except queue.Empty:
                raise TimeoutError(f"{method} has no answer") from None
            if "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._own(message)})
            elif message.get("id") == self._last and "method" not in message:
                return message.get("result")

    def _own(self, question: dict[str, Any]) -> Any:
        if question["method"] != "workspace/configuration":
            return None
        python = {"pythonPath": sys.executable, "defaultInterpreterPath": sys.executable}
        asked = [item.get("section") for item in question["params"]["items"]]
        return [python if section == "python" else {} for section in asked]

    def show(self, name: str, text: str) -> str:
        """The URI of a file of the folder, which is opened with this text."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        uri = path.as_uri()
        self.opened[uri] = self.opened.get(uri, 0) + 1
        if self.opened[uri] > 1:
            document: dict[str, Any] = {"uri": uri, "version": self.opened[uri]}
            self.tell("textDocument/didChange", textDocument=document, contentChanges=[{"text": text}])
        else:
            document = {"uri": uri, "languageId": "python", "version": 1, "text": text}
            self.tell("textDocument/didOpen", textDocument=document)
        return uri

    def close(self) -> None:
        """End the server."""
        self.ask("shutdown")
        self.tell("exit")
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()

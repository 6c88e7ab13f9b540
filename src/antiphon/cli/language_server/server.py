"""The conversation with an editor."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit
from urllib.request import url2pathname

from antiphon.cli.language_server.checking import Judging
from antiphon.cli.language_server.diagnostics import diagnostics
from antiphon.cli.language_server.messages import (
    INVALID_PARAMS,
    INVALID_REQUEST,
    METHOD_NOT_FOUND,
    NOT_INITIALIZED,
    MalformedError,
    Writer,
    read,
)
from antiphon.cli.terminal.version import version

#: textDocument/didOpen, didClose and didSave are wanted; of changes nothing, since files are judged as they are saved.
_CAPABILITIES = {"textDocumentSync": {"openClose": True, "change": 0, "save": {"includeText": False}}}
_WARNING, _LOG = 2, 4


class Server:
    """Serves one editor over two streams. Findings come whenever they are ready; reading never waits for them."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None:
        self._source = source
        self._writer = Writer(sink)
        self._judging = Judging(self._tell)
        self._home = Path.cwd()
        self._state = "new"
        self._requests: dict[str, Callable[[dict[str, Any]], object]] = {
            "initialize": self._initialize,
            "shutdown": self._shutdown,
        }
        self._notifications: dict[str, Callable[[dict[str, Any]], None]] = {
            "textDocument/didOpen": self._judge,
            "textDocument/didSave": self._judge,
            "textDocument/didClose": self._close,
        }

    def serve(self) -> int:
        """Answer until the editor says `exit` or goes away. Gives the exit code: 0 after `shutdown`, else 1."""
        try:
            while True:
                try:
                    message = read(self._source)
                except MalformedError as error:
                    self._writer.error(None, error.code, str(error))
                    continue
                if message is None or message.get("method") == "exit":
                    return int(self._state != "shut down")
                self._answer(message)
        except BrokenPipeError:
            return 1
        finally:
            self._judging.close()

    def _answer(self, message: dict[str, Any]) -> None:
        method, params = message.get("method"), message.get("params")
        if not isinstance(method, str):
            if "id" in message and "result" not in message and "error" not in message:
                self._writer.error(message["id"], INVALID_REQUEST, "a request names a method")
            return
        given: dict[str, Any] = params if isinstance(params, dict) else {}
        if "id" not in message:
            if self._state == "ready" and method in self._notifications:
                try:
                    self._notifications[method](given)
                except (KeyError, TypeError, ValueError, AttributeError, OSError) as error:
                    self._say(_LOG, f"{method} could not be read: {error!r}")
            return
        self._request(message["id"], method, given)

    def _request(self, id_: object, method: str, params: dict[str, Any]) -> None:
        if self._state == "new" and method != "initialize":
            self._writer.error(id_, NOT_INITIALIZED, "the first request is initialize")
        elif self._state == "shut down" or (self._state == "ready" and method == "initialize"):
            self._writer.error(id_, INVALID_REQUEST, f"{method} comes too late")
        elif method not in self._requests:
            self._writer.error(id_, METHOD_NOT_FOUND, f"{method} is not offered")
        else:
            try:
                result = self._requests[method](params)
            except (KeyError, TypeError, ValueError, AttributeError) as error:
                self._writer.error(id_, INVALID_PARAMS, f"{method}: {error!r}")
            else:
                self._writer.result(id_, result)

    def _initialize(self, params: dict[str, Any]) -> object:
        folders = params.get("workspaceFolders") or []
        root = folders[0]["uri"] if folders else params.get("rootUri")
        path = _path(root) if root else None
        if path is not None and path.is_dir():
            self._home = path
        self._state = "ready"
        return {"capabilities": _CAPABILITIES, "serverInfo": {"name": "antiphon", "version": version()}}

    def _shutdown(self, params: dict[str, Any]) -> None:
        self._state = "shut down"
        self._judging.close()

    def _judge(self, params: dict[str, Any]) -> None:
        uri: str = params["textDocument"]["uri"]
        file = _path(uri)
        if file is not None and file.suffix == ".py" and file.is_file():
            self._judging.begin(uri, file, self._home)

    def _close(self, params: dict[str, Any]) -> None:
        uri: str = params["textDocument"]["uri"]
        self._judging.forget(uri)
        self._publish(uri, [])

    def _tell(self, uri: str, home: Path, found: list[dict[str, Any]] | None, said: str) -> None:
        """Show what a run has found, and say what could not be judged."""
        try:
            if found is None or "error:" in said:
                self._say(_WARNING, said.strip() or "antiphon check gave no report")
            if found is not None:
                file = _path(uri)
                self._publish(uri, diagnostics(found, file, home) if file else [])
        except OSError:  # the file, or the editor, has gone away
            return

    def _publish(self, uri: str, found: list[dict[str, Any]]) -> None:
        self._writer.notify("textDocument/publishDiagnostics", {"uri": uri, "diagnostics": found})

    def _say(self, kind: int, text: str) -> None:
        self._writer.notify("window/logMessage", {"type": kind, "message": text})


def _path(uri: str) -> Path | None:
    """The path of a `file:` URI; None for any other, such as that of a buffer without a file."""
    parts = urlsplit(uri)
    return Path(url2pathname(parts.path)) if parts.scheme == "file" else None

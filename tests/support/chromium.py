"""A real Chromium without a window, driven over two pipes (the Chrome DevTools Protocol)."""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Generator
from typing import IO, Any

import pytest

_NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
#: A page that takes more seconds is stuck, however busy the machine is.
_PATIENCE = 300.0
_OPTIONS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"),
    *("--remote-debugging-pipe", "--hide-scrollbars"),
)


class Browser:
    """One page of a browser."""

    def __init__(self, commands: IO[bytes], answers: IO[bytes], process: subprocess.Popen[bytes]) -> None:
        self._commands, self._answers, self._process = commands, answers, process
        self._patience: threading.Timer | None = None
        self._number = 0
        self._session = ""
        self._context = ""
        self.errors: list[str] = []

    def begin(self) -> None:
        """A fresh page, which knows nothing of the one before. A browser that gets stuck on it is ended."""
        self.end()
        self._patience = threading.Timer(_PATIENCE, self._process.kill)
        self._patience.daemon = True
        self._patience.start()
        self._session, before = "", self._context
        self._context = self.call("Target.createBrowserContext")["browserContextId"]
        target = self.call("Target.createTarget", url="about:blank", browserContextId=self._context)["targetId"]
        if before:
            self.call("Target.disposeBrowserContext", browserContextId=before)
        self._session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.errors.clear()
        for domain in ("Page", "Runtime", "Log", "Accessibility"):
            self.call(f"{domain}.enable")

    def end(self) -> None:
        """Nothing more is wanted of the page."""
        if self._patience is not None:
            self._patience.cancel()

    def call(self, method: str, **params: Any) -> dict[str, Any]:
        """The result of a command of the protocol."""
        self._number += 1
        message = {"id": self._number, "method": method, "params": params}
        if self._session:
            message["sessionId"] = self._session
        self._commands.write(json.dumps(message).encode() + b"\0")
        self._commands.flush()
        while True:
            answer = self._next()
            if answer.get("id") == self._number:
                assert "error" not in answer, answer
                result: dict[str, Any] = answer["result"]
                return result

    def wait(self, event: str) -> None:
        """Wait for an event of the protocol."""
        while self._next().get("method") != event:
            pass

    def open(self, url: str) -> None:
        """Load a page to its end."""
        self.call("Page.navigate", url=url)
        self.wait("Page.loadEventFired")

    def value(self, expression: str) -> Any:
        """The value of an expression of JavaScript, or of its promise."""
        found = self.call("Runtime.evaluate", expression=expression, returnByValue=True, awaitPromise=True)
        assert "exceptionDetails" not in found, found
        return found["result"].get("value")

    def press(self, key: str, text: str = "") -> None:
        """Press a key."""
        code = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32}.get(key, ord(key[0].upper()))
        text = text or {"Enter": "\r"}.get(key, "")
        for kind in ("keyDown", "keyUp"):
            said = {"text": text} if kind == "keyDown" and text else {}
            self.call("Input.dispatchKeyEvent", type=kind, key=key, code=key, windowsVirtualKeyCode=code, **said)

    def write(self, text: str) -> None:
        """Type a text."""
        for letter in text:
            self.press(letter, letter)

    def _next(self) -> dict[str, Any]:
        octets = bytearray()
        while (one := self._answers.read(1)) != b"\0":
            assert one, "the browser has ended"
            octets += one
        message: dict[str, Any] = json.loads(octets)
        entry = message.get("params", {}).get("entry") or message.get("params", {}).get("exceptionDetails")
        if message.get("method") in ("Log.entryAdded", "Runtime.exceptionThrown") and entry:
            self.errors.append(json.dumps(entry))
        return message


def executable() -> str:
    """The browser of this machine; a test that asks is skipped where there is none."""
    for name in (os.environ.get("CHROMIUM"), *_NAMES):
        if name and (path := shutil.which(name)):
            return path
    pytest.skip("there is no Chromium on this machine: apt-get install chromium, or name one in $CHROMIUM")


@contextlib.contextmanager
def browser() -> Generator[Browser]:
    """A browser with an empty profile, which is gone afterwards."""
    path = executable()
    command_reader, command_writer = os.pipe()
    answer_reader, answer_writer = os.pipe()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        # Chromium reads commands from descriptor 3 and writes to 4, whatever these pipes are called here.
        shell = f'exec "$@" 3<&{command_reader} 4>&{answer_writer}'
        arguments = [*_OPTIONS, f"--user-data-dir={profile}", "--window-size=1280,900"]
        process = subprocess.Popen(
            ["bash", "-c", shell, "bash", path, *arguments],
            pass_fds=(command_reader, answer_writer),
            stderr=subprocess.DEVNULL,
        )
        os.close(command_reader)
        os.close(answer_writer)
        try:
            with os.fdopen(command_writer, "wb") as commands, os.fdopen(answer_reader, "rb") as answers:
                opened = Browser(commands, answers, process)
                yield opened
                opened.end()
        finally:
            process.terminate()
            process.wait()

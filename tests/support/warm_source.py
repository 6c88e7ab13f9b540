"""The process that has antiphon loaded: `python -m tests.support.warm_source SOCKET` forks at each request.

It has one thread, so a fork is as good as a start. A forked process runs `antiphon`, or what the supervisor of
`antiphon check` would start as its child, which it asks for here as well.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import selectors
import socket
import subprocess
import sys
import types
from pathlib import Path
from typing import Any

from antiphon.cli import main
from antiphon.cli.isolated import child, supervisor
from tests.support.forked import NUMBER, Forked

#: All that is imported by what is forked, but for the modules of the test.
LOADED = (
    *("antiphon.cli.language_server.server", "antiphon.cli.lsp", "antiphon.cli.check", "antiphon.cli.isolated.child"),
    *("antiphon.cli.isolated.judge", "antiphon.cli.isolated.running", "starlette.responses"),
)


class Popen(Forked):
    """In the supervisor's place for `subprocess.Popen`: its child, forked where it would be started."""

    def __init__(self, command: list[str], *, cwd: Path | None, env: dict[str, str], **_: object) -> None:
        begin = command.index("-c")
        assert supervisor._START == command[begin + 1]
        ends = [os.pipe() for _ in range(3)]
        given, kept = (ends[0][0], ends[1][1], ends[2][1]), (ends[0][1], ends[1][0], ends[2][0])
        super().__init__(sys.argv[0], ["child", *command[begin + 2 :]], cwd, env, given)
        for descriptor in given:
            os.close(descriptor)
        self.stdin = os.fdopen(kept[0], "wb")
        self.stdout, self.stderr = os.fdopen(kept[1], "rb"), os.fdopen(kept[2], "rb")


def forked(address: str) -> dict[str, Any] | None:
    """Listen, and return in each forked process with what it is to be; None in this one when its input ends."""
    listening = socket.socket(socket.AF_UNIX)
    listening.bind(address)
    listening.listen(64)
    waiting = selectors.DefaultSelector()
    waiting.register(listening, selectors.EVENT_READ)
    waiting.register(0, selectors.EVENT_READ)
    print("ready", flush=True)
    while True:
        for key, _ in waiting.select():
            if key.fileobj == 0:
                return None
            if key.fileobj is listening:
                connection, _ = listening.accept()
                asked = _asked(connection)
                pid = os.fork()
                if pid == 0:
                    return asked
                for stream in asked["streams"]:
                    os.close(stream)
                connection.sendall(pid.to_bytes(NUMBER, "big"))
                waiting.register(os.pidfd_open(pid), selectors.EVENT_READ, (pid, connection))
            else:
                pid, connection = key.data
                waiting.unregister(key.fileobj)
                os.close(key.fd)
                code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
                with connection, contextlib.suppress(OSError):  # nobody waits for it any more
                    connection.sendall(code.to_bytes(NUMBER, "big", signed=True))


def _asked(connection: socket.socket) -> dict[str, Any]:
    """A request, with the descriptors that came with it."""
    length, streams, *_ = socket.recv_fds(connection, NUMBER, 3)
    with connection.makefile("rb") as reading:
        asked: dict[str, Any] = json.loads(reading.read(int.from_bytes(length, "big")))
    return asked | {"streams": streams}


def become(address: str, asked: dict[str, Any]) -> int:
    """Do what was asked for, as a process that was started for it. Gives the exit code."""
    for number, stream in enumerate(asked["streams"]):
        os.dup2(stream, number)
        os.close(stream)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environment"])
    entry, *words = asked["words"]
    if entry == "child":
        os.setsid()
        sys.path[:], sys.argv = json.loads(words[0]), words[1:]
        child.main()
        return 0
    # `python -m` has the current folder first, and then what PYTHONPATH names.
    named = asked["environment"].get("PYTHONPATH", "").split(os.pathsep)
    sys.path[:1] = [asked["folder"], *filter(None, named)]
    sys.argv = [address, *words]
    names = {name: getattr(subprocess, name) for name in ("PIPE", "TimeoutExpired")}
    setattr(supervisor, "subprocess", types.SimpleNamespace(Popen=Popen, **names))  # noqa: B010  # it is no module any more
    return main(words)


if __name__ == "__main__":
    for name in LOADED:
        importlib.import_module(name)
    gc.freeze()
    if (asked := forked(sys.argv[1])) is not None:
        sys.exit(become(sys.argv[1], asked))

"""`antiphon` in processes that begin with it loaded, where the start of a process is not what is tested.

Importing antiphon, pydantic and pygls is most of what such a process does. One process does it once
(`warm_source.py`) and forks at each request. What is forked has its own folder, environment, arguments and streams, and
its end is told as that of a child is.
"""

from __future__ import annotations

import atexit
import contextlib
import functools
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.support.forked import Forked
from tests.support.paths import ROOT
from tests.support.patience import PATIENCE

#: Where a system cannot wait for what is not its child, each process starts as usual.
CAN = hasattr(os, "pidfd_open")
#: As it was before any test changed it: the process serves all tests.
_ENVIRONMENT = dict(os.environ)


@functools.cache
def _source() -> str:
    """Where the process listens that has antiphon loaded, and that process, which ends with its standard input."""
    address = f"{tempfile.mkdtemp(prefix='antiphon-warm-')}/socket"
    pipe = subprocess.PIPE
    source = subprocess.Popen(
        [sys.executable, "-m", "tests.support.warm_source", address],
        cwd=ROOT,
        env=_ENVIRONMENT,
        stdin=pipe,
        stdout=pipe,
    )
    assert source.stdout is not None
    assert b"ready\n" == source.stdout.readline()
    atexit.register(_end, source, Path(address).parent)
    return address


def _end(source: subprocess.Popen[bytes], room: Path) -> None:
    """Wait for its end: its time is then counted with that of this process, and so are the lines that it reached."""
    source.communicate(timeout=PATIENCE)
    shutil.rmtree(room)


def begin(*arguments: str, folder: Path) -> Forked | subprocess.Popen[bytes]:
    """Begin `antiphon ARGUMENTS` in a folder, with pipes but for its errors. What it judges is judged in a fork too."""
    pipe, nothing = subprocess.PIPE, subprocess.DEVNULL
    if not CAN:
        command = [sys.executable, "-m", "antiphon", *arguments]
        return subprocess.Popen(command, cwd=folder, stdin=pipe, stdout=pipe, stderr=nothing)
    reading, writing = os.pipe(), os.pipe()
    with Path(os.devnull).open("wb") as errors:
        process = Forked(
            _source(), ["antiphon", *arguments], folder, os.environ, (reading[0], writing[1], errors.fileno())
        )
    os.close(reading[0])
    os.close(writing[1])
    process.stdin, process.stdout = os.fdopen(reading[1], "wb"), os.fdopen(writing[0], "rb")
    return process


def done(*arguments: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run `antiphon ARGUMENTS` in a folder to its end, with nothing to read and with further variables."""
    variables = {**os.environ, **environment}
    if not CAN:
        command = [sys.executable, "-m", "antiphon", *arguments]
        return subprocess.run(
            command, cwd=folder, env=variables, capture_output=True, text=True, check=False, timeout=PATIENCE
        )
    with Path(os.devnull).open("rb") as nothing, tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
        streams = (nothing.fileno(), out.fileno(), err.fileno())
        process = Forked(_source(), ["antiphon", *arguments], folder, variables, streams)
        try:
            code = process.wait(PATIENCE)
        finally:
            with contextlib.suppress(OSError):
                process.kill()
        out.seek(0)
        err.seek(0)
        return subprocess.CompletedProcess(arguments, code, out.read().decode(), err.read().decode())

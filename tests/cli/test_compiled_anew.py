"""Commands see each edit of a module, also one of the same length within the same second."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from antiphon.cli.collecting.compiled_anew import compiled_anew
from tests.support.patience import PATIENCE

RIGHT = 'from antiphon import respond\nanswer = respond(200).text("a").header("X-Next", "a").compile()\n'
WRONG = RIGHT.replace('"X-Next", "a"', '"X-Next", "\\n"').replace("answer", "answe")


@pytest.fixture(autouse=True)
def _writing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Python keeps what it compiles, as it does unless told otherwise."""
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.delenv("PYTHONPYCACHEPREFIX", raising=False)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


def _edited(file: Path, text: str) -> None:
    """Change a file so that Python does not notice: with its length, and its time in whole seconds."""
    before = file.stat()
    assert len(text) == before.st_size
    file.write_text(text)
    os.utime(file, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_check_reads_what_is_there(tmp_path: Path) -> None:
    """A compiled file that another process wrote a moment before the edit is not believed."""
    service = tmp_path / "service.py"
    service.write_text(RIGHT)
    shown = [sys.executable, "-c", "import service; print(*[name for name in vars(service) if name[:2] == 'an'])"]
    assert b"answer\n" == subprocess.run(shown, cwd=tmp_path, capture_output=True, check=True, timeout=PATIENCE).stdout
    _edited(service, WRONG)
    assert (
        b"answer\n" == subprocess.run(shown, cwd=tmp_path, capture_output=True, check=True, timeout=PATIENCE).stdout
    )  # Python's trap

    checked = subprocess.run(
        [sys.executable, "-m", "antiphon", "check", "service.py"], cwd=tmp_path, check=False, timeout=PATIENCE
    )
    assert 1 == checked.returncode


def test_nobody_is_left_with_an_old_file(tmp_path: Path) -> None:
    """Nothing that is compiled within the second of an edit is kept."""
    service = tmp_path / "service.py"
    service.write_text("value = 1\n")
    os.utime(service, ns=(0, time.time_ns() + 3600 * 10**9))  # a machine under load takes its time
    assert 1 == _loaded(service).value
    assert not list(tmp_path.rglob("*.pyc"))


def test_an_old_file_is_compiled_once(tmp_path: Path) -> None:
    """Where the last change is long past, the compiled file is written, and read the next time."""
    service = tmp_path / "service.py"
    seen = []
    for text in ("value = 1\n", "value = 2\n"):
        service.write_text(text)
        os.utime(service, ns=(0, 10**18))
        seen.append(_loaded(service).value)
    assert [1, 1] == seen


def _loaded(file: Path) -> Any:
    spec = importlib.util.spec_from_file_location("compiled_once", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    with compiled_anew():
        spec.loader.exec_module(module)
    return module

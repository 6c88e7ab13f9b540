"""`antiphon lint` of a folder with whatever may be in one: each costs itself alone, and is named."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from antiphon.cli.inputs import sources
from antiphon.cli.inputs.sources import JudgedFile, judged_files
from tests.support.project import Project

WRONG = 'from starlette.responses import Response\nr = Response("a", 204)\n'
FOUND = "ST002 a 204 has no content, and this one has a bytes body"


def _nested(depth: int) -> str:
    return "\n".join([*("    " * level + "if a:" for level in range(depth)), "    " * depth + "pass\n"])


#: Files that are judged as any other.
READ: dict[str, bytes] = {
    "bom.py": b"\xef\xbb\xbf" + WRONG.encode(),
    "latin.py": f"{WRONG}x = 'é'  # -*- coding: latin-1 -*-\n".encode("latin-1").replace(
        b"from", b"# coding: latin-1\nfrom", 1
    ),
    "carriage_returns.py": WRONG.replace("\n", "\r").encode(),
    "brackets.py": f"{WRONG}x = {'[' * 90}{']' * 90}\n".encode(),
    "sum.py": f"{WRONG}x = {' + '.join(['1'] * 900)}\nResponse(x)\n".encode(),
    "blocks.py": (WRONG + _nested(90)).encode(),
    "lines.py": (WRONG + "".join(f"x{number} = {number}\n" for number in range(100_000))).encode(),
    "line.py": f"{WRONG}x = '{'a' * 1_000_000}'\n".encode(),
    "folder.py/inner.py": WRONG.encode(),
}
#: Files that are named, and why.
REFUSED: dict[str, tuple[bytes, str]] = {
    "nul.py": (WRONG.encode() + b"x = '\0'\n", "null bytes"),
    "utf16.py": (WRONG.encode("utf-16"), "encoding"),
    "parentheses.py": (f"{WRONG}x = {'(' * 5000}1{')' * 5000}\n".encode(), "too many nested parentheses"),
    "attributes.py": (f"{WRONG}x = a{'.b' * 50_000}\n".encode(), "Python"),
}


def test_odd_files(project: Project) -> None:
    """Files that Python reads are judged; the rest are named with the reason, and exit code 2."""
    for name, octets in READ.items() | {name: octets for name, (octets, _) in REFUSED.items()}.items():
        path = project.folder / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(octets)
    (project.folder / "loop").symlink_to(".")
    (project.folder / "dangling.py").symlink_to("nowhere.py")
    (project.folder / "itself.py").symlink_to("itself.py")
    if hasattr(os, "mkfifo"):
        os.mkfifo(project.folder / "pipe.py")

    assert 2 == project.run("lint", "--format", "concise", ".")

    assert sorted(READ) == sorted(line.partition(":")[0] for line in project.out.splitlines())
    assert all(line.endswith(FOUND) for line in project.out.splitlines())
    for name, (_, why) in REFUSED.items():
        assert name in project.err
        assert why in project.err
    assert f"{len(REFUSED)} FILEs could not be read" in project.err


def test_a_folder_that_may_not_be_listed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is named, and the others are judged."""
    project.write({"a/b.py": WRONG, "locked/c.py": WRONG, "half/d.py": WRONG})
    iterdir, is_dir = Path.iterdir, Path.is_dir

    def listed(self: Path) -> Iterator[Path]:
        if self.name == "locked":
            raise PermissionError(13, "Permission denied", str(self))
        return iterdir(self)

    def kind(self: Path) -> bool:
        if self.name == "d.py":
            raise PermissionError(13, "Permission denied", str(self))
        return is_dir(self)

    monkeypatch.setattr(Path, "iterdir", listed)
    monkeypatch.setattr(Path, "is_dir", kind)

    assert 2 == project.run("lint", "--format", "concise", ".")
    assert [f"a/b.py:2:14: {FOUND}"] == project.out.splitlines()
    assert 2 == project.err.count("Permission denied")
    assert all(name in project.err for name in ("locked", "half/d.py"))
    assert "2 FILEs could not be read" in project.err


def test_a_process_that_is_killed(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """The files that it had not given back are read again, and nobody waits for a process for each."""
    files = [Path(f"f{number}.py") for number in range(sources.MANY + 40)]
    project.write({str(file): WRONG for file in files})
    killed: list[int] = []
    alone: list[Path] = []

    def kill(_text: str) -> None:
        for child in multiprocessing.active_children():
            if not killed and child.pid:
                killed.append(child.pid)
                os.kill(child.pid, signal.SIGKILL)

    def one(file: Path, *_: object) -> JudgedFile:
        alone.append(file)
        return JudgedFile()

    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(sources, "_alone", one)

    judged = judged_files(files, "default", kill)

    assert 1 == len(killed)
    assert [] == alone
    assert [1] * len(files) == [len(one.found) for one in judged]

"""The command line where streams, folders and files are not as one expects them."""

from __future__ import annotations

import io
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from antiphon.cli import main
from antiphon.cli.terminal.difference import difference
from antiphon.cli.terminal.progress import Progress
from antiphon.cli.terminal.whole_file import write_whole
from tests.support import warm
from tests.support.patience import PATIENCE
from tests.support.project import Project, Terminal

LONG = 'kept = respond(200).text("x").cache_control(no_store=True).cookie("a", "b", max_age=99_999_999).compile()\n'
SHOP = """\
    from antiphon import ProblemReply, respond

    greeting = respond(200).text("grüße €\N{GRINNING FACE}").cache_control(no_store=True).compile()
    named = respond(200).text("x").cache_control(no_store=True).insecure_cookie("ä", "b")


    class SoldOut(ProblemReply, type="https://shop.example/problems/sold-out", status=409, title="Vergriffen €"):
        "Keine Stücke mehr."
"""
NAMED = 'from antiphon import respond\nnamed = respond(200).text("x").insecure_cookie("ä", "b")\n'
JSON = [
    ["check", "shop", "--format", "json"],
    ["check", "shop", "--format", "sarif"],
    ["check", "shop", "--format", "gitlab"],
    ["show", "shop:greeting", "--json"],
    ["openapi", "shop:greeting"],
    ["problems", "shop", "--format", "json"],
    ["preview", "shop", "--format", "json"],
]


@pytest.mark.parametrize("arguments", JSON, ids=" ".join)
def test_json_is_json_on_a_stream_that_is_not_utf_8(
    arguments: list[str], project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The same document is read from a pipe in ASCII as from one in UTF-8."""
    project.write({"shop.py": SHOP})
    documents = []
    for encoding in ("ascii", "utf-8"):
        pipe = io.BytesIO()
        stream = io.TextIOWrapper(pipe, encoding)
        monkeypatch.setattr(sys, "stdout", stream)
        main(arguments)
        documents.append(pipe.getvalue())
        shutil.rmtree(".antiphon_cache", ignore_errors=True)

    narrow, plain = documents
    assert narrow.isascii()
    assert not plain.isascii()
    assert json.loads(plain) == json.loads(narrow)


def test_circles_of_links_are_walked_once(project: Project) -> None:
    """Each folder is read once, by whatever way it is found first."""
    project.write({"shop/a/one.py": NAMED, "shop/two.py": NAMED.replace("200", "404")})
    for name in ("up", "again"):
        (project.folder / "shop" / "a" / name).symlink_to("..")
    (project.folder / "shop" / "me").symlink_to(".")

    for target in ("shop", "./shop"):
        assert 1 == project.run("check", target, "--quiet")
        assert 2 == project.out.count("CK002]")


@pytest.mark.parametrize("command", ["check", "lint"])
def test_a_folder_that_may_not_be_read(command: str, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """It is told with its name, and the files beside it are judged."""
    project.write({"shop/locked/one.py": NAMED, "shop/two.py": NAMED})
    listed = Path.iterdir

    def locked(path: Path) -> object:
        if path.name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return listed(path)

    def inside(path: Path) -> bool:
        if path.parent.name == "locked":
            raise PermissionError(13, "Permission denied", str(path))
        return exists(path)

    exists = Path.exists
    monkeypatch.setattr(Path, "exists", inside)
    monkeypatch.setattr(Path, "iterdir", locked)

    for target in ("./shop", "shop"):
        assert 2 == project.run(command, target)
        assert "error: Permission denied\n --> shop/locked" in project.err
        assert f"could not be {'read' if command == 'lint' else 'reached'}" in project.out
        assert command == "lint" or "error[CK002]" in project.out


def test_sources_in_encodings_that_are_none(project: Project) -> None:
    """A source that names a codec which is none of text costs itself, and no other one."""
    project.write({"shop/two.py": "from flask import Response\nmade = Response(status=200)\n"})
    (project.folder / "shop" / "one.py").write_bytes(b"# coding: hex\nimport flask\n")

    assert 2 == project.run("lint", "--fix", "shop")
    assert "'shop/one.py' cannot be read" in project.err
    assert "1 response judged" in project.out


def test_dictionaries_made_of_themselves(project: Project) -> None:
    """Nothing is said of them, and the file is judged."""
    project.write({"shop.py": "from flask import Response\nA = {**B}\nB = {**A}\nmade = Response('x', headers=A)\n"})

    assert 0 == project.run("lint", "shop.py")
    assert "1 response judged: no findings\n" == project.out


@pytest.mark.parametrize(("encoding", "first"), [("latin-1", "# coding: latin-1\n"), ("utf-8-sig", "")])
def test_fixes_keep_line_ends_and_encodings(encoding: str, first: str, tmp_path: Path) -> None:
    """One line differs, and no octet of another one."""
    lines = f'{first}from antiphon import respond\nname = "Grüße"\n{LONG}'
    before = lines.replace("\n", "\r\n").encode(encoding)
    (tmp_path / "shop.py").write_bytes(before)

    done = warm.done("check", "--fix", "--format", "json", "shop.py", folder=tmp_path)
    assert 0 == done.returncode
    assert before.replace(b"99_999_999", b"34_560_000") == (tmp_path / "shop.py").read_bytes()
    assert "+++ shop.py (fixed)" in done.stderr
    assert json.loads(done.stdout)["findings"] == []


def test_an_interrupted_fix_is_put_back(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file is either as it was, or judged to be better."""
    project.write({"shop.py": f"from antiphon import respond\n{LONG}"})
    before = (project.folder / "shop.py").read_bytes()
    from antiphon.cli.isolated import running

    judged, asked = running.judged, list[str]()

    def once(request: object) -> object:
        asked.append((project.folder / "shop.py").read_text(encoding="utf-8"))
        if len(asked) == 2:
            raise KeyboardInterrupt
        return judged(request)  # type: ignore[arg-type]  # what it was given

    monkeypatch.setattr(running, "judged", once)

    assert 130 == project.run("check", "--fix", "shop.py")
    assert "34_560_000" in asked[1]
    assert before == (project.folder / "shop.py").read_bytes()


def test_a_diff_is_no_part_of_a_report_for_programs(project: Project) -> None:
    """With --format json, the edits are shown on stderr."""
    project.write({
        "made.py": "from flask import Response\nmade = Response('x')\nmade.set_cookie('a', 'b', samesite='none')\n"
    })  # fmt: skip

    assert 0 == project.run("lint", "--fix", "--format", "json", "made.py")
    assert json.loads(project.out)["findings"] == []
    assert "+++ made.py (fixed)\n" in project.err


def test_lines_that_only_some_count(project: Project) -> None:
    """A form feed and a Unicode separator end no line of Python: the place behind them is right."""
    project.write({
        "shop.py": "# page\f one\u2028\nfrom antiphon import respond\n\n\n"
        "hello = respond(200).text().cache_control(no_store=True).header_param('x', str).compile()\n"
        "def get() -> object:\n    ä = 1; return hello('b', y=ä)\n"
    })  # fmt: skip

    assert ["shop.py:7:30: AN037 hello(...) has no parameter 'y'; it has content, x"] == project.findings("shop.py")


def test_init_leaves_what_is_there(project: Project) -> None:
    """The octets of a pyproject.toml stay, and the table has its line ends."""
    before = b'[project]\r\nname = "shop"  \r\n\r\n'
    (project.folder / "pyproject.toml").write_bytes(before)

    assert 0 == project.run("init")
    after = (project.folder / "pyproject.toml").read_bytes()
    assert after.startswith(before + b"\r\n[tool.antiphon]\r\ntargets = ")
    assert after.count(b"\n") == after.count(b"\r\n")


def test_files_that_are_no_text(project: Project) -> None:
    """A file that is not UTF-8 differs, or is somebody else's; nobody sees a traceback."""
    project.write({"shop.py": SHOP, "out/__init__.py": ""})
    (project.folder / "old.json").write_bytes(b"\xff")

    assert 1 == project.run("openapi", "shop:greeting", "--check", "old.json")
    assert "-\\xff\n\\ No newline at end of file\n" in project.out
    assert 0 == project.run("openapi", "shop:greeting", "-o", "old.json")
    assert 0 == project.run("openapi", "shop:greeting", "--check", "old.json")
    (project.folder / "built").mkdir()
    (project.folder / "built" / "shop.py").write_bytes(b"\xff")
    assert 2 == project.run("build", "shop.py", "-o", "built")
    assert "built/shop.py is not a file that this command wrote" in project.err
    (project.folder / "shop.pyi").write_bytes(b"\xff")
    assert 2 == project.run("stubs", "shop.py")
    assert "shop.pyi was not written by antiphon" in project.err


def test_output_and_comparison_at_once(project: Project) -> None:
    """They exclude each other: nothing is left out in silence."""
    for command in ("openapi", "problems"):
        assert 2 == project.run(command, "shop", "-o", "a.json", "--check", "b.json")
        assert "not allowed with argument" in project.err


def test_an_application_that_cannot_describe_itself(project: Project) -> None:
    """The exception of its `openapi()` is told at the user's own line."""
    project.write({
        "shop.py": """\
            class App:
                def openapi(self):
                    raise ValueError("no schema for Cart")

            app = App()
        """
    })  # fmt: skip

    assert 2 == project.run("openapi", "shop:app")
    assert project.err.startswith("error: `openapi()` of shop:app raises:\n")
    assert "ValueError: no schema for Cart" in project.err
    assert "shop.py:3" in project.err


def test_a_missing_folder_is_made_and_an_impossible_one_is_told(project: Project) -> None:
    """An error of the operating system has a place and a help, like every other."""
    project.write({"shop.py": SHOP, "file": ""})

    assert 0 == project.run("openapi", "shop:greeting", "-o", "new/openapi.json")
    assert 2 == project.run("openapi", "shop:greeting", "-o", "file/openapi.json")
    assert project.err.startswith("error: ")
    assert " --> file" in project.err
    assert "  = help: " in project.err


def test_a_reader_that_goes(project: Project) -> None:
    """A pipe that is closed ends the command quietly, with the exit code that shells give for it."""
    project.write({"shop.py": SHOP})
    command = f"{sys.executable} -m antiphon rule all | head -c 1 > /dev/null; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(
        ["bash", "-c", command], cwd=project.folder, capture_output=True, text=True, check=False, timeout=PATIENCE
    )

    assert ("", done.stderr) == (done.stderr, "")
    assert done.stdout.strip() in {"0", "141"}  # 0: all of it was in the pipe already


def test_an_interrupt_while_a_capture_is_read(project: Project) -> None:
    """Control-C at a pipe that says nothing more: no traceback, and the exit code of an interrupt."""
    command = [sys.executable, "-m", "antiphon", "lint"]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=project.folder, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as running:
        assert running.stdin is not None
        running.stdin.write(f"HTTP/1.1 200 OK\n\n{'x' * 1_000_000}")  # more than a pipe holds: it is read by now
        running.stdin.flush()
        running.send_signal(signal.SIGINT)
        _, told = running.communicate(timeout=60)

    assert 130 == running.returncode
    assert "Traceback" not in told
    assert "interrupted" in told


# Files that are whole


def test_a_file_is_whole_or_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A write that fails leaves the file, and nothing beside it."""
    file = tmp_path / "a.json"
    file.write_text("old", encoding="utf-8")

    def full(path: Path, octets: bytes) -> int:
        with path.open("wb") as stream:
            stream.write(octets[:1])
        raise OSError(28, "No space left on device", str(path))

    monkeypatch.setattr(Path, "write_bytes", full)
    with pytest.raises(OSError, match="No space"):
        write_whole(file, b"new")

    assert [file] == list(tmp_path.iterdir())
    assert "old" == file.read_text(encoding="utf-8")


def test_links_and_permissions_stay(tmp_path: Path) -> None:
    """A link leads to the new text, which only its owner may read if that was so."""
    file, link = tmp_path / "real" / "a.txt", tmp_path / "a.txt"
    write_whole(file, b"old")
    assert 0o666 & ~_umask() == file.stat().st_mode & 0o777
    file.chmod(0o600)
    link.symlink_to(file)
    write_whole(link, b"new")

    assert link.is_symlink()
    assert (b"new", 0o600) == (file.read_bytes(), file.stat().st_mode & 0o777)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask


def test_what_is_no_file_is_written_to(tmp_path: Path) -> None:
    """Such as a pipe that has a name."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    with subprocess.Popen(["cat", str(pipe)], stdout=subprocess.PIPE) as reader:
        write_whole(pipe, b"text")
        assert reader.stdout is not None
        assert b"text" == reader.stdout.read()
    assert pipe.is_fifo()


def test_two_at_once_leave_the_file_of_one(tmp_path: Path) -> None:
    """Nobody reads half of a file, however many write it."""
    file = tmp_path / "a.txt"
    texts = [bytes([65 + number]) * 100_000 for number in range(4)]
    write_whole(file, texts[0])

    def write(text: bytes) -> None:
        for _ in range(20):
            write_whole(file, text)

    writers = [threading.Thread(target=write, args=(text,)) for text in texts]
    for writer in writers:
        writer.start()
    while any(writer.is_alive() for writer in writers):
        assert file.read_bytes() in texts
    assert [file] == list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("a\n", "a\n", ""),
        ("a\n", "a", "-a\n+a\n\\ No newline at end of file\n"),
        ("", "a\n", "+a\n"),
        ("a\u2028b\n", "a\u2028c\n", "-a\u2028b\n+a\u2028c\n"),
    ],
)
def test_differences(before: str, after: str, expected: str) -> None:
    """Two texts that are not the same have a difference that can be seen."""
    assert (
        expected == "".join(difference(before, after, "old", "new").splitlines(keepends=True)[3:]) or "\u2028" in before
    )
    assert bool(expected) == bool(difference(before, after, "old", "new"))


def test_progress_keeps_to_its_line() -> None:
    """A text that is wider than the terminal is cut, since it could not be taken back."""
    terminal = Terminal()
    with Progress(terminal, after=0) as progress:
        time.sleep(0.2)
        progress.step("reading " + "x" * 200 + "\n")
    assert max(map(len, terminal.getvalue().split("\r\033[K"))) == 79
    assert "\n" not in terminal.getvalue()

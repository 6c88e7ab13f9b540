"""Pictures of a terminal, made from what the command prints: a finding, and a session with notes."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from drawing import Drawing

_GROUND = "#10161d"
_COLOURS = {"": "#e6edf3", "31": "#ff8a80", "33": "#ffd479", "34": "#8ab8ff", "36": "#7fdbca", "1": "#ffffff"}
_NOTE = "#b8e0c4"
_WIDE, _HIGH = 7.83, 19  # a character of 13 pixels in the usual monospaced founts, and a line

SERVICE = """\
from antiphon import respond

shown = respond(200).text().insecure_cookie("sid", "x", same_site="none").compile()
"""

#: The beginning of a line of the session, and the note on it.
NOTES = (
    ("error[", "what is wrong, and what becomes of it"),
    (" --> ", "your own line, and the place in the description"),
    ("3 |", "the step, underlined; values of cookies are covered"),
    ("  = help", "words that can be typed as they are"),
    ("  = cite", "who says so"),
    ("  = rule", "the page: evidence, a bad and a good example"),
)

_STYLE = re.compile(r"\033\[([\d;]*)m")


def finding() -> str:
    """One finding, as the README shows it."""
    lines = _session()
    picture = Drawing(_across(lines), 2 * 16 + _HIGH * len(lines), "antiphon check reports CK052", panel=_GROUND)
    _write(picture, lines)
    return picture.svg


def annotated() -> str:
    """The same session with numbers beside its parts, and a note for each below."""
    lines = _session()
    below = 2 * 16 + _HIGH * len(lines)
    title = "antiphon check, with a note for each part of a finding"
    picture = Drawing(_across(lines) + 34, below + 12 + 22 * len(NOTES), title, panel=_GROUND)
    _write(picture, lines)
    for number, (begins, note) in enumerate(NOTES, 1):
        row, plain = next((row, text) for row, text in enumerate(map(_plain, lines)) if text.startswith(begins))
        _numbered(picture, 34 + _WIDE * len(plain), 16 + _HIGH * row + 10, number)
        _numbered(picture, 26, below + 22 * number - 14, number)
        picture.text(44, below + 22 * number - 9, note, size=14, colour=_NOTE)
    return picture.svg


def _numbered(picture: Drawing, x: float, y: float, number: int) -> None:
    picture.disc(x, y, 8, _NOTE)
    picture.text(x, y + 4, str(number), size=11, colour=_GROUND, anchor="middle", bold=True)


def _plain(line: str) -> str:
    return _STYLE.sub("", line)


def _session() -> list[str]:
    """The command and its output, with the escapes of its colours."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "service.py").write_text(SERVICE, encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "antiphon", "check", "service.py"],
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            env={**os.environ, "FORCE_COLOR": "1", "COLUMNS": "100"} | {"NO_COLOR": ""},
        )
    if done.returncode != 1:
        raise LookupError(f"antiphon check did not find what the picture shows:\n{done.stdout}{done.stderr}")
    return ["$ antiphon check service.py", *done.stdout.rstrip("\n").splitlines(), *done.stderr.rstrip().splitlines()]


def _across(lines: list[str]) -> int:
    return round(32 + _WIDE * max(len(_plain(line)) for line in lines))


def _write(picture: Drawing, lines: list[str]) -> None:
    """Each run of one colour is a text of its own, at its column."""
    for row, line in enumerate(lines):
        y, column, colour = 16 + _HIGH * row + 14, 0, _COLOURS[""]
        for index, part in enumerate(_STYLE.split(line)):
            if index % 2:
                codes = part.split(";")
                colour = next((_COLOURS[code] for code in reversed(codes) if code in _COLOURS), _COLOURS[""])
            elif part:
                picture.text(16 + _WIDE * column, y, part, size=13, colour=colour, mono=True)
                column += len(part)

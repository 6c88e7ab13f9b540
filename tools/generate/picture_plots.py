"""Plots of the benchmarks: bars, drawn from the recorded tables."""

from __future__ import annotations

import json
import re
from pathlib import Path

from drawing import ACCENTS, INK, Drawing

ROOT = Path(__file__).resolve().parents[2]

_OURS = {"antiphon": ACCENTS["blue"]}
_SHOWN = ("W1", "W2 Struct", "W3 Struct", "W4", "W5", "W6")
_NAMES = {
    "W1": "a constant of 11 octets",
    "W2 Struct": "a user, three fields, a cookie",
    "W2 pydantic": "the same, a pydantic model",
    "W3 Struct": "a list of 100 users",
    "W4": "a redirect",
    "W5": "204, two cookies deleted",
    "W6": "2 KB of HTML",
}


def benchmarks() -> str:
    """CPU time as a multiple of the floor's, from the table of docs/benchmarks.md."""
    header, rows = _table()
    series = [
        ("compiled, object", header.index("antiphon compiled, object"), ACCENTS["blue"]),
        ("compiled, .send", header.index("antiphon compiled, send"), ACCENTS["green"]),
        ("best other framework", len(header) - 1, ACCENTS["amber"]),
    ]
    groups = [(_NAMES[name], [(_first(rows[name][at]), colour) for _, at, colour in series]) for name in _SHOWN]
    title = "CPU time of a response, as a multiple of the same response written by hand"
    return _plot(title, groups, [(name, colour) for name, _, colour in series])


def instructions() -> str:
    """Instructions as a multiple of the floor's, from benchmarks/instructions.json."""
    record = json.loads((ROOT / "benchmarks" / "instructions.json").read_text(encoding="utf-8"))
    series = [
        ("compiled, object", "antiphon compiled, object", ACCENTS["blue"]),
        ("compiled, .send", "antiphon compiled, send", ACCENTS["green"]),
        ("drop-in classes", "antiphon drop-in classes", ACCENTS["grey"]),
    ]
    chosen = [name for name in (*_SHOWN[:2], "W2 pydantic", *_SHOWN[2:]) if name in record["ratios"]]
    groups = [
        (_NAMES[name], [(record["ratios"][name].get(key), colour) for _, key, colour in series]) for name in chosen
    ]
    title = f"Instructions of a response, as a multiple of the floor's ({record['python'].partition(' on ')[0]})"
    return _plot(title, groups, [(name, colour) for name, _, colour in series])


def _table() -> tuple[list[str], dict[str, list[str]]]:
    """The table with quartiles and the best peer: the last one between the markers of the page."""
    page = (ROOT / "docs" / "benchmarks.md").read_text(encoding="utf-8")
    tables = re.findall(r"(?:^\|.*\n)+", page, re.MULTILINE)
    for text in tables:
        lines = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in text.splitlines()]
        if "antiphon compiled, object" in lines[0] and "best" in lines[0][-1]:
            return lines[0], {cells[0]: cells for cells in lines[2:]}
    raise LookupError("docs/benchmarks.md has no table with the best peer in its last column")


def _first(cell: str) -> float | None:
    found = re.match(r"[\d.]+", cell)
    return float(found[0]) if found else None


def _plot(title: str, groups: list[tuple[str, list[tuple[float | None, str]]]], legend: list[tuple[str, str]]) -> str:
    """Groups of horizontal bars over one axis, a number at the end of each."""
    left, right, bar, gap = 230, 70, 15, 16
    most = max(value for _, bars in groups for value, _ in bars if value is not None)
    scale = (760 - left - right) / most
    height = 92 + sum(bar * len(bars) + gap for _, bars in groups)
    picture = Drawing(760, height, title)
    picture.text(20, 30, title, size=15, bold=True)
    x = 20
    for name, colour in legend:
        picture.bar(x, 46, 12, 12, colour)
        picture.text(x + 18, 57, name, size=13)
        x += 40 + 8 * len(name)
    y = 76
    picture.line(left + scale, y - 6, left + scale, height - 16, dashed=True)
    for name, bars in groups:
        picture.text(left - 10, y + bar * len(bars) / 2 + 5, name, size=13, anchor="end")
        for value, colour in bars:
            if value is not None:
                picture.bar(left, y + 1, scale * value, bar - 2, colour)
                picture.text(left + scale * value + 6, y + bar - 3, f"{value:g}", size=12, colour=INK)
            y += bar
        y += gap
    picture.text(left + scale, height - 4, "1 = by hand", size=11, anchor="middle")
    return picture.svg

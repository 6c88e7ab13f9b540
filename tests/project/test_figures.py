"""Figures that a page repeats are those of the page that a tool wrote."""

from __future__ import annotations

import re

from tests.support.paths import ROOT


def _rows(page: str) -> dict[str, list[str]]:
    lines = re.findall(r"^\| ([^|]+?) \| (.+) \|$", (ROOT / "docs" / page).read_text(), re.MULTILINE)
    return {name: [cell.strip() for cell in cells.split("|")] for name, cells in lines}


def test_the_totals_of_mistakes_are_repeated_as_they_are() -> None:
    """Antiphon's builder, Starlette, FastAPI and Litestar: the first column and the last three."""
    totals, repeated = _rows("mistakes.md"), _rows("why-responses-go-wrong.md")

    def of(name: str) -> list[str]:
        return [totals[name][0], *totals[name][2:]]

    assert of("written") == repeated["written"]
    assert of("caught by all four checkers") == repeated["seen by each of mypy, pyright, ty and pyrefly"]
    assert of("caught before production") == repeated["caught before production, with the framework's own checks"]
    assert of("sent, and nobody complained") == repeated["sent, and nobody complained"]

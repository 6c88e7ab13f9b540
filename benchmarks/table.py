"""A run's results as Markdown, with the places where antiphon is not ahead spelled out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from measure import Cell, Ratio

BEGIN = "<!-- results: written by benchmarks/run.py --markdown -->"
END = "<!-- end of results -->"

#: How the names of our own rows begin, and those of the floor. Everything else is a peer.
OURS, FLOOR = "antiphon", "floor"


def _number(value: float) -> str:
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 20 else f"{value:.0f}"


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _contenders(cells: Mapping[str, Cell]) -> list[str]:
    """The floor's rows, ours, then the peers', each in the order in which they first appear."""
    names = dict.fromkeys(name for cell in cells.values() for name in cell.ratios)
    return sorted(names, key=lambda name: (not name.startswith(FLOOR), not name.startswith(OURS)))


def ratios(cells: Mapping[str, Cell], unit: str = "ns") -> Iterator[str]:
    """The main table: a row for each contender, a column for each workload, medians. The floor's row is in `unit`."""
    yield _row(["contender", *cells])
    yield _row(["---", *("---:" for _ in cells)])
    yield _row([f"floor, {unit}", *(f"{cell.floor:,.0f}" for cell in cells.values())])
    for contender in _contenders(cells):
        found = (cell.ratios.get(contender) for cell in cells.values())
        yield _row([contender, *("" if ratio is None else _number(ratio.median) for ratio in found)])


def quartiles(cells: Mapping[str, Cell]) -> Iterator[str]:
    """How far the medians of our own rows and of the best peer can be trusted: lower and upper quartile."""
    yield _row(["workload", *(ours := [name for name in _contenders(cells) if name.startswith(OURS)]), "best peer"])
    yield _row(["---", *("---:" for _ in ours), "---"])
    for workload, cell in cells.items():
        shown = (_spread(cell.ratios[name]) if name in cell.ratios else "" for name in ours)
        peer = best_peer(cell)
        yield _row([workload, *shown, "" if peer is None else f"{_spread(cell.ratios[peer])} {peer}"])


def _spread(ratio: Ratio) -> str:
    return f"{_number(ratio.median)} ({_number(ratio.lower)} to {_number(ratio.upper)})"


def best_peer(cell: Cell) -> str | None:
    """The quickest framework; None where there is none."""
    peers = [name for name in cell.ratios if not name.startswith((OURS, FLOOR))]
    return min(peers, key=lambda name: cell.ratios[name].median, default=None)


def not_ahead(cells: Mapping[str, Cell]) -> Iterator[str]:
    """For each workload those rows of ours that are not clearly below the best peer's.

    Overlapping quartiles are called a tie, since they cannot be told apart; above them is behind.
    """
    for workload, cell in cells.items():
        peer = best_peer(cell)
        if peer is None:
            continue
        theirs = cell.ratios[peer]
        mine = {name: ratio for name, ratio in cell.ratios.items() if name.startswith(OURS)}
        lines = [
            f"{name} {_number(ratio.median)} ({'behind' if ratio.lower > theirs.upper else 'a tie'})"
            for name, ratio in mine.items()
            if ratio.upper >= theirs.lower
        ]
        if lines:
            yield f"- {workload}, where {peer} is at {_number(theirs.median)}: {'; '.join(lines)}"


def markdown(cells: Mapping[str, Cell], heading: str, differences: Iterable[str], skipped: Iterable[str]) -> str:
    """Everything about one run."""
    parts = [
        heading,
        "",
        *ratios(cells),
        "",
        "Median (lower to upper quartile) of our own rows:",
        "",
        *quartiles(cells),
    ]
    behind = list(not_ahead(cells)) or ["- nowhere in this run"]
    parts += ["", "Where antiphon is not ahead of the best peer:", "", *behind]
    if known := list(differences):
        parts += ["", "Known differences between the answers:", "", *(f"- {line}" for line in known)]
    if left := list(skipped):
        parts += ["", "Not run:", "", *(f"- {line}" for line in left)]
    return "\n".join(parts) + "\n"


def write(path: Path, text: str) -> None:
    """Puts the results between the markers where the file has them; otherwise the file becomes the results."""
    old = path.read_text(encoding="utf-8") if path.exists() else ""
    before, begin, rest = old.partition(BEGIN)
    _, end, after = rest.partition(END)
    new = f"{before}{BEGIN}\n{text}{END}{after}" if begin and end else text
    path.write_text(new, encoding="utf-8")

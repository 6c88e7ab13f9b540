"""The same comparison in instructions, counted by valgrind's callgrind: steadier than time, and without caches.

`counted` starts valgrind on this file as a script. The child calls getpgrp before each batch and getppid after it:
callgrind is told to zero its counters at the one and to dump them at the other, so each batch has a dump of its own.
Repeats to half a percent for small bodies; only to five for W3 and W7, where memory layout moves the count.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import antiphon_classes
import antiphon_compiled
import antiphon_replies
import floor
import table
from batch import batch_of
from contender import Entry
from measure import Cell, Ratio

_TOTALS = re.compile(r"^(?:totals|summary): (\d+)", re.MULTILINE)


def _count(workload: str) -> int:
    """Repetitions in a batch: enough to drown the loop's own start, few enough for a fiftyfold slower machine."""
    return {"W7": 2, "W3": 20}.get(workload[:2], 300)


def _counted(workloads: Sequence[str]) -> Iterator[Entry]:
    for module in (floor, antiphon_compiled, antiphon_replies, antiphon_classes):
        for entry in module.entries():
            if entry.workload in workloads:
                yield entry


def _child(workloads: Sequence[str]) -> None:
    """Runs under valgrind: one batch after another, each between the two marks."""
    for entry in _counted(workloads):
        batch, count = batch_of(entry), _count(entry.workload)
        batch(count)
        os.getpgrp()
        batch(count)
        os.getppid()


class CannotCount(Exception):  # noqa: N818 - it names what happened
    """valgrind is not there, or did not come to an end. The text says which."""


def compare(workloads: Sequence[str], markdown: Path | None) -> int:
    """Prints the ratios of instructions; exit status 2 where valgrind is not installed."""
    try:
        cells = counted(workloads)
    except CannotCount as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    text = "\n".join(table.ratios(cells, unit="ins"))
    print(text)
    if markdown:
        table.write(markdown, text + "\n")
    return 0


def counted(workloads: Sequence[str]) -> dict[str, Cell]:
    """The instructions of each workload, as multiples of the floor's. Raises CannotCount."""
    valgrind = shutil.which("valgrind")
    if valgrind is None:
        raise CannotCount("--instructions needs valgrind, which is not on the PATH")
    entries = list(_counted(workloads))
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "counts"
        options = ["--tool=callgrind", f"--callgrind-out-file={out}", "--zero-before=getpgrp", "--dump-before=getppid"]
        child = [sys.executable, __file__, json.dumps(list(workloads))]
        # Without a fixed hash seed, dictionaries and so instruction counts differ from run to run.
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        done = subprocess.run(
            [valgrind, *options, *child], env=environment, capture_output=True, text=True, check=False
        )
        counts = [_total(out.with_name(f"counts.{number}")) for number in range(1, len(entries) + 1)]
    if done.returncode or None in counts:
        raise CannotCount(f"the run under valgrind failed:\n{done.stderr[-2000:]}")
    return _cells(entries, [count or 0 for count in counts])


def _total(path: Path) -> int | None:
    """The instructions of one dump; None where it was not written."""
    match = _TOTALS.search(path.read_text(encoding="utf-8")) if path.exists() else None
    return int(match[1]) if match else None


def _cells(entries: Sequence[Entry], counts: Sequence[int]) -> dict[str, Cell]:
    each = {
        (entry.workload, entry.contender): total / _count(entry.workload)
        for entry, total in zip(entries, counts, strict=True)
    }
    cells: dict[str, Cell] = {}
    for (workload, contender), instructions in each.items():
        own_floor = each[workload, floor.FLOOR]
        cell = cells.setdefault(workload, Cell(own_floor, {}))
        if contender != floor.FLOOR:
            ratio = instructions / own_floor
            cell.ratios[contender] = Ratio(ratio, ratio, ratio)
    return cells


if __name__ == "__main__":
    _child(json.loads(sys.argv[1]))

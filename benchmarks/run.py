"""`python benchmarks/run.py`: what a response costs, as a multiple of the same response written by hand.

Every contender must first give the floor's answer; only then is anything timed. Ratios alone are reported.
"""

from __future__ import annotations

import argparse
import importlib
import importlib.metadata
import json
import platform
import random
import sys
from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

import floor
import table
from batch import batch_of, messages_of
from contender import Entry
from equivalence import answer, differences
from measure import Cell, compare
from workloads import WORKLOADS

#: One module each; a module whose framework is not installed is left out, and the report says so.
CONTENDERS = (
    "antiphon_compiled",
    "antiphon_replies",
    "antiphon_classes",
    "starlette_bytes",
    "starlette_orjson",
    "starlette_classes",
    "fastapi_route",
    "litestar_responses",
    "blacksheep_responses",
)
PACKAGES = ("msgspec", "pydantic", "starlette", "fastapi", "litestar", "blacksheep", "orjson")


def main(arguments: Sequence[str] | None = None) -> int:
    """The command. Exit 1 where a contender does not give the floor's answer, 2 for wrong arguments."""
    options = _options(arguments)
    chosen = [workload.name for workload in WORKLOADS if {workload.name, workload.group} & options.workloads]
    entries, skipped = _entries(chosen)
    known, wrong = _judge(entries)
    for line in known:
        print(f"differs as known: {line}")
    for line in skipped:
        print(f"not run: {line}")
    if wrong:
        print(*(f"error: {line}" for line in wrong), sep="\n", file=sys.stderr)
        return 1
    if options.instructions:
        import instructions

        return instructions.compare(chosen, options.markdown)
    cells = _measure(entries, chosen, options.rounds)
    print("\n".join(table.ratios(cells)))
    print("\n".join(["", *table.quartiles(cells), "", *table.not_ahead(cells)]))
    if options.json:
        options.json.write_text(json.dumps(_as_json(cells, options.rounds), indent=1) + "\n", encoding="utf-8")
    if options.markdown:
        heading = f"{_machine()}. {options.rounds} rounds."
        table.write(options.markdown, table.markdown(cells, heading, known, skipped))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    names = {name for workload in WORKLOADS for name in (workload.name, workload.group)}

    def workloads(text: str) -> set[str]:
        wanted = {name.strip() for name in text.split(",")}
        if unknown := wanted - names:
            raise argparse.ArgumentTypeError(f"no workload {', '.join(sorted(unknown))}; there are {sorted(names)}")
        return wanted

    def file(text: str) -> Path:
        path = Path(text)
        if path.is_dir() or not path.parent.is_dir():
            raise argparse.ArgumentTypeError(f"{text!r} is not a file in an existing folder")
        return path

    def positive(text: str) -> int:
        if not text.isdecimal() or int(text) == 0:
            raise argparse.ArgumentTypeError(f"{text!r} is not a number of rounds from 1 up")
        return int(text)

    parser = argparse.ArgumentParser(prog="benchmarks/run.py", description=__doc__)
    parser.add_argument("--rounds", type=positive, default=41, help="rounds for each workload (41)")
    parser.add_argument("--workloads", type=workloads, default=names, help="such as W1,W4 or 'W2 Struct' (all)")
    parser.add_argument("--json", type=file, metavar="FILE", help="write every ratio there")
    parser.add_argument("--markdown", type=file, metavar="FILE", help="write the tables there")
    parser.add_argument("--instructions", action="store_true", help="count instructions under valgrind instead")
    return parser.parse_args(arguments)


def _entries(chosen: Collection[str]) -> tuple[list[Entry], list[str]]:
    """The floor's entries and everybody else's for the chosen workloads, and why some contenders are missing."""
    entries, skipped = list(floor.entries()), []
    for name in CONTENDERS:
        try:
            module = importlib.import_module(name)
        except ModuleNotFoundError as error:
            skipped.append(f"{name}: there is no {error.name} here")
            continue
        entries += module.entries()
    return [entry for entry in entries if entry.workload in chosen], skipped


def _judge(entries: Sequence[Entry]) -> tuple[list[str], list[str]]:
    """Known differences to the floor's answers, and what is wrong: an answer or a difference that nobody declared."""
    expected = {entry.workload: answer(messages_of(entry)) for entry in entries if entry.contender == floor.FLOOR}
    known: dict[str, list[str]] = {}
    wrong: list[str] = []
    for entry in entries:
        try:
            found = set(differences(expected[entry.workload], answer(messages_of(entry))))
        except ValueError as error:
            wrong.append(f"{entry.contender}, {entry.workload}: {error}")
            continue
        wrong += [f"{entry.contender}, {entry.workload}: {line}" for line in sorted(found ^ entry.differences)]
        for line in sorted(found):
            known.setdefault(f"{entry.contender}: {line}", []).append(entry.workload)
    return [f"{line} ({', '.join(where)})" for line, where in known.items()], wrong


def _measure(entries: Sequence[Entry], chosen: Sequence[str], rounds: int) -> Mapping[str, Cell]:
    chance = random.Random(7)
    cells: dict[str, Cell] = {}
    for workload in chosen:
        batches = {entry.contender: batch_of(entry) for entry in entries if entry.workload == workload}
        cells[workload] = compare(batches.pop(floor.FLOOR), batches, rounds, chance)
    return cells


def _machine() -> str:
    """The interpreter and the versions that the ratios hold for."""
    versions = []
    for package in PACKAGES:
        try:
            versions.append(f"{package} {importlib.metadata.version(package)}")
        except importlib.metadata.PackageNotFoundError:
            continue
    build = f"{platform.python_compiler()}, installed in {sys.base_prefix}"
    python = f"{platform.python_implementation()} {platform.python_version()} ({build})"
    return f"{python}, {platform.system()} {platform.machine()}, {_processor()}; {', '.join(versions)}"


def _processor() -> str:
    path = Path("/proc/cpuinfo")
    lines = path.read_text().splitlines() if path.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return f"{len(names)} x {names[0]}" if names else platform.processor() or "unknown processor"


def _as_json(cells: Mapping[str, Cell], rounds: int) -> dict[str, object]:
    return {
        "machine": _machine(),
        "rounds": rounds,
        "unit": "CPU time as a multiple of the floor's; floor in nanoseconds",
        "workloads": {
            workload: {
                "floor": round(cell.floor, 1),
                "ratios": {name: [round(number, 4) for number in ratio] for name, ratio in cell.ratios.items()},
            }
            for workload, cell in cells.items()
        },
    }


if __name__ == "__main__":
    sys.exit(main())

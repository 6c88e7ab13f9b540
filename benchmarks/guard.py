"""`python benchmarks/guard.py`: whether antiphon needs more instructions for a response than it did.

Counts come from callgrind, and what is compared is the ratio to the floor that is counted beside it, with the one
recorded in benchmarks/instructions.json. They hold for one build of Python: another one is told to record its own.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from floor import INLINED
from instructions import CannotCount, counted
from measure import Cell
from workloads import WORKLOADS

RECORD = Path(__file__).with_name("instructions.json")

#: By how much a ratio may exceed the recorded one, as a part of it. Memory layout moves lists of 100 users by more.
TOLERANCES = {"W1": 0.02, "W2": 0.02, "W2n": 0.02, "W3": 0.06, "W3n": 0.06, "W4": 0.02, "W5": 0.02, "W6": 0.02}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command: exit 1 where a ratio has risen beyond its tolerance, 2 where nothing can be compared."""
    parser = argparse.ArgumentParser(prog="benchmarks/guard.py", description=__doc__)
    parser.add_argument("--update", action="store_true", help="record what is counted instead of comparing it")
    options = parser.parse_args(arguments)
    recorded: dict[str, Any] = json.loads(RECORD.read_text(encoding="utf-8")) if RECORD.exists() else {}
    if not options.update and recorded.get("python") != _python():
        print(f"error: recorded for {recorded.get('python')}, and this is {_python()}; see --update", file=sys.stderr)
        return 2
    try:
        found = _ratios(counted([workload.name for workload in WORKLOADS if workload.group in TOLERANCES]))
    except CannotCount as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    if options.update:
        RECORD.write_text(json.dumps({"python": _python(), "ratios": found}, indent=1) + "\n", encoding="utf-8")
        print(f"recorded in {RECORD}")
        return 0
    risen = _report(recorded["ratios"], found)
    print(f"{risen} of {sum(map(len, found.values()))} ratios have risen beyond their tolerance")
    return int(risen > 0)


def _python() -> str:
    """The build of Python; counts differ between compilers and their options as well."""
    version = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{version} on {platform.machine()}, {platform.python_compiler()}"


def _ratios(cells: Mapping[str, Cell]) -> dict[str, dict[str, float]]:
    """The ratios of antiphon to the floor, by workload and contender."""
    return {
        workload: {name: round(ratio.median, 3) for name, ratio in cell.ratios.items() if name != INLINED}
        for workload, cell in cells.items()
    }


def _report(recorded: Mapping[str, Mapping[str, float]], found: Mapping[str, Mapping[str, float]]) -> int:
    """Print what has moved beyond its tolerance, in either direction; give how many ratios have risen."""
    risen = 0
    for workload, ratios in found.items():
        tolerance = TOLERANCES[workload.partition(" ")[0]]
        for name, ratio in ratios.items():
            before = recorded.get(workload, {}).get(name)
            if before is None:
                print(f"{workload}, {name}: {ratio:.3f}, which is not recorded; see --update")
            elif abs(ratio - before) > tolerance * before:
                risen += ratio > before
                print(f"{workload}, {name}: {ratio:.3f}, recorded {before:.3f} ({ratio / before - 1:+.1%})")
    return risen


if __name__ == "__main__":
    sys.exit(main())

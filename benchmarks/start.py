"""`python benchmarks/start.py`: what `antiphon build` saves a process that starts.

Modules with 1, 100 and 1,000 responses are made up, built, and imported by fresh interpreters: the declaring module and
the built one, interleaved. CPU time above a bare interpreter.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from fresh import starts
from imports import MODEL

COUNTS = (1, 100, 1000)

TYPES = """\
import msgspec


class User(msgspec.Struct):
    id: int
    name: str
    email: str


class Order(msgspec.Struct):
    id: int
    lines: list[str]
"""

HEAD = """\
from datetime import timedelta
from antiphon import Location, Params, header, host_cookie, redirect, respond
from types_{count} import Order, User


class Created(Params):
    location: Location
    session: str = host_cookie(max_age=timedelta(hours=1))


class Traced(Params):
    trace: str = header("X-Trace")


"""

#: One in five each, as services have them.
KINDS = (
    'respond(201).json(User).params(Created).cache_control(no_store=True).header("X-Number", "{number}").compile()',
    'respond(200).json(list[Order]).params(Traced).header("X-Number", "{number}").compile()',
    'respond(404).problem(title="There is no number {number}").compile()',
    'redirect(308, location="/numbers/{number}").cache_control(max_age=3600).compile()',
    'respond(200).json(User).cache_control(private=True).header("X-Number", "{number}").compile()',
)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="benchmarks/start.py", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="rounds (15)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        print("\n".join(_table(Path(folder), options.rounds)))
    return 0


def _table(folder: Path, rounds: int) -> list[str]:
    statements = {"msgspec alone": "import msgspec", "pydantic, one model": MODEL}
    for count in COUNTS:
        _write(folder, count)
        statements[f"declared {count}"] = f"import declared_{count}"
        statements[f"built {count}"] = f"import built.declared_{count}"
    found = starts(statements, rounds, [str(folder), *sys.path])
    lines = ["| responses | declared, ms | built, ms | built / declared |", "| ---: | ---: | ---: | ---: |"]
    for count in COUNTS:
        declared, built = found[f"declared {count}"].median, found[f"built {count}"].median
        lines.append(f"| {count:,} | {declared * 1e3:.0f} | {built * 1e3:.0f} | {built / declared:.2f} |")
    alone = [f"{name}: {found[name].median * 1e3:.0f} ms" for name in ("msgspec alone", "pydantic, one model")]
    return [*lines, "", f"{'; '.join(alone)}. Medians of {rounds} rounds, CPU time above a bare interpreter."]


def _write(folder: Path, count: int) -> None:
    (folder / f"types_{count}.py").write_text(TYPES)
    lines = [f"response_{number} = {KINDS[number % len(KINDS)].format(number=number)}\n" for number in range(count)]
    (folder / f"declared_{count}.py").write_text(HEAD.format(count=count) + "".join(lines))
    command = [sys.executable, "-m", "antiphon", "build", f"declared_{count}", "-o", "built"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())

"""`python benchmarks/imports.py`: what imports cost, as multiples of importing msgspec and pydantic alone.

Every statement runs in fresh interpreters, interleaved with the others, and CPU time above a bare interpreter counts.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from fresh import Start, starts

#: As on a machine where Starlette is not installed.
WITHOUT = "import sys; sys.modules['starlette'] = None; "

MODEL = """\
import pydantic
class Model(pydantic.BaseModel):
    id: int
    name: str
"""

TYPES = """\
import msgspec

class User(msgspec.Struct):
    id: int
    name: str
"""
DECLARED = """\
from antiphon import respond
from user_types import User
shown = respond(200).json(User).cache_control(no_store=True).header("X-A", "b").compile()
"""

MSGSPEC, PYDANTIC = "`import msgspec`", "`import pydantic`, and one model"

STATEMENTS = {
    MSGSPEC: "import msgspec",
    PYDANTIC: MODEL,
    "`import asyncio`": "import asyncio",
    "`import starlette.responses`": "import starlette.responses",
    "`import antiphon`": "import antiphon",
    "`import antiphon.responses`, with Starlette": "import antiphon.responses",
    "`import antiphon.responses`, without Starlette": f"{WITHOUT}import antiphon.responses",
    "a built module of one response, with Starlette": "import built.declared",
    "a built module of one response, without Starlette": f"{WITHOUT}import built.declared",
    "`from antiphon import respond`": "from antiphon import respond",
    "`from antiphon import Reply`": "from antiphon import Reply",
    "the module that declares the response, judged and compiled": "import declared",
    "every rule, as `antiphon check` loads them": "from antiphon.rules.registry import rules; rules()",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """The command."""
    parser = argparse.ArgumentParser(prog="benchmarks/imports.py", description=__doc__)
    parser.add_argument("--rounds", type=int, default=15, help="rounds (15)")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        found = _measured(Path(folder), options.rounds)
    print("\n".join([*_rows(found), "", f"CPython {sys.version.split()[0]}, medians of {options.rounds} rounds."]))
    return 0


def _measured(folder: Path, rounds: int) -> dict[str, Start]:
    (folder / "user_types.py").write_text(TYPES)
    (folder / "declared.py").write_text(DECLARED)
    command = [sys.executable, "-m", "antiphon", "build", "declared", "-o", "built"]
    subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
    return starts(STATEMENTS, rounds, [str(folder), *sys.path])


def _rows(found: dict[str, Start]) -> list[str]:
    msgspec, pydantic = found[MSGSPEC].median, found[PYDANTIC].median
    lines = ["| | ms | of msgspec | of pydantic |", "| --- | ---: | ---: | ---: |"]
    for name, start in found.items():
        ratios = f"{start.median / msgspec:.2f} | {start.median / pydantic:.2f}"
        lines.append(f"| {name} | {start.median * 1e3:.0f} | {ratios} |")
    return lines


if __name__ == "__main__":
    sys.exit(main())

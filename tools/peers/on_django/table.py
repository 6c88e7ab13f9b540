"""Writes the tables on Django of docs/mistakes-and-other-judges.md: which judge sees which mistake.

python tools/peers/on_django/table.py --rest PYTHON --modern PYTHON --semgrep SEMGREP --rules FOLDER

The two interpreters are those that `judges.py` asks for; SEMGREP and FOLDER are as for `tools/peers/table.py`. A judge
sees a mistake if it says something of the wrong program that it does not say of its right twin.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[3]))

from tests.mistakes.pages import pages, spellings, written
from tools.peers.on_django.program import programs
from tools.peers.on_django.unwritten import UNWRITTEN
from tools.peers.readers import Semgrep, linted, output, scanned
from tools.peers.rows import Said, put, table

#: By framework: its name, and the head of each judge's column by its key.
COLUMNS: Final = {
    "rest": (
        "Django REST framework",
        {
            "lint": "`antiphon lint`",
            "judged": "`pytest --antiphon`",
            "peer": "drf-openapi-tester",
            "semgrep": "semgrep",
        },
    ),
    "modern": (
        "django-modern-rest",
        {
            "lint": "`antiphon lint`",
            "judged": "`pytest --antiphon`",
            "peer": "django-modern-rest",
            "semgrep": "semgrep",
        },
    ),
}


def said(framework: str, kind: str, told: Said, semgrep: Semgrep, room: Path) -> Said:
    """The words of each judge about each program, in the order of the mistakes and by their whole names."""
    names = {page.stem[1:3]: page.stem for page in pages()}
    folder = room / framework / kind
    written({names[number]: text for number, text in programs(framework, kind).items()}, folder)
    read, found = linted(folder), scanned(folder, semgrep)
    return {
        names[number]: {**one, "lint": read.get(names[number], ""), "semgrep": found.get(names[number], "")}
        for number, one in told.items()
    }


def unwritten(framework: str) -> str:
    """The mistakes that cannot be written there, each with the reason. Raises where one is forgotten."""
    reasons = UNWRITTEN[framework]
    written_in_fastapi = {name[1:3] for name in spellings("fastapi", "bad")}
    if forgotten := written_in_fastapi - reasons.keys() - programs(framework, "bad").keys():
        raise SystemExit(f"{framework} has neither a program nor a reason for {sorted(forgotten)}")
    by_reason: dict[str, list[str]] = {}
    for number, reason in sorted(reasons.items()):
        by_reason.setdefault(reason, []).append(number)
    return "\n".join(f"- {', '.join(numbers)}: {reason}." for reason, numbers in by_reason.items())


def main() -> None:
    """Run every judge, and write the tables into the page, behind their marks."""
    parser = argparse.ArgumentParser()
    for name in (*COLUMNS, "semgrep"):
        parser.add_argument(f"--{name}", required=True)
    parser.add_argument("--rules", type=Path, required=True)
    options = parser.parse_args()
    semgrep = Semgrep(options.semgrep, options.rules)
    for framework, (name, columns) in COLUMNS.items():
        python = vars(options)[framework]
        told = json.loads(output([python, str(Path(__file__).with_name("judges.py")), framework]))
        with tempfile.TemporaryDirectory() as room:
            bad, good = (said(framework, kind, told[kind], semgrep, Path(room)) for kind in ("bad", "good"))
        rows = table(bad, good, columns, name)
        put(f"the table: {name}", f"{rows}\n\nNot to be written there:\n\n{unwritten(framework)}")


if __name__ == "__main__":
    main()

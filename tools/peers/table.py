"""Writes FastAPI's table of docs/mistakes-and-other-judges.md: which judge sees which mistake.

python tools/peers/table.py --python PYTHON --semgrep SEMGREP --rules FOLDER

PYTHON is an interpreter with antiphon, fastapi, httpx and schemathesis, SEMGREP the program, and FOLDER the `python`
folder of a clone of semgrep/semgrep-rules. A judge sees a mistake if it says something of the wrong program that it
does not say of its right twin.
"""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from pathlib import Path
from typing import Final

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.mistakes.pages import pages, spellings, written
from tools.peers.readers import Semgrep, linted, output, scanned
from tools.peers.rows import Said, put, table

#: By the key of a judge, the head of its column.
JUDGES: Final = {
    "lint": "`antiphon lint`",
    "judged": "`pytest --antiphon`",
    "schemathesis": "schemathesis",
    "semgrep": "semgrep",
}


def said(folder: Path, python: str, semgrep: Semgrep) -> Said:
    """The words of each judge about each program of a folder; empty where it is silent."""
    files = sorted(folder.glob("*.py"))
    asked = [python, str(Path(__file__).with_name("asked.py")), *map(str, files)]
    found: Said = json.loads(output(asked))
    for key, words in (("lint", linted(folder)), ("semgrep", scanned(folder, semgrep))):
        for name, one in found.items():
            one[key] = words.get(name, "")
    return found


def main() -> None:
    """Run every judge, and write the table into the page, behind its mark."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--python", required=True)
    parser.add_argument("--semgrep", required=True)
    parser.add_argument("--rules", type=Path, required=True)
    options = parser.parse_args()
    semgrep = Semgrep(options.semgrep, options.rules)
    told: dict[str, Said] = {}
    with tempfile.TemporaryDirectory() as room:
        for kind in ("bad", "good"):
            folder = Path(room) / kind
            written(spellings("fastapi", kind), folder)
            told[kind] = said(folder, options.python, semgrep)
    put("the table: FastAPI", table(told["bad"], told["good"], JUDGES, "FastAPI"))
    print(f"{len(told['bad'])} of {len(pages())} mistakes can be written with FastAPI")


if __name__ == "__main__":
    main()

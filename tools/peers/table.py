"""Writes the last table of docs/mistakes-and-other-judges.md: which judge sees which mistake, as FastAPI writes it.

python tools/peers/table.py --python PYTHON --semgrep SEMGREP --rules FOLDER

PYTHON is an interpreter with antiphon, fastapi, httpx and schemathesis, SEMGREP the program, and FOLDER the `python`
folder of a clone of semgrep/semgrep-rules. A judge sees a mistake if it says something of the wrong program that it
does not say of its right twin.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any, Final

ROOT: Final = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests.mistakes.pages import pages, spellings, written  # noqa: E402 - the root is not installed

PAGE: Final = ROOT / "docs" / "mistakes-and-other-judges.md"
#: By the key of a judge, the head of its column.
JUDGES: Final = {
    "lint": "`antiphon lint`",
    "judged": "`pytest --antiphon`",
    "schemathesis": "schemathesis",
    "semgrep": "semgrep",
}
Said = dict[str, dict[str, Any]]


def said(folder: Path, options: argparse.Namespace) -> Said:
    """The words of each judge about each program of a folder; empty where it is silent."""
    files = sorted(folder.glob("*.py"))
    asked = [options.python, str(Path(__file__).with_name("asked.py")), *map(str, files)]
    found: Said = json.loads(_output(asked))
    lint = json.loads(_output([sys.executable, "-m", "antiphon", "lint", "--format", "json", str(folder)]))
    seen = [(Path(one["position"]["file"]).stem, one["code"]) for one in lint["findings"] if one["level"] != "info"]
    quiet = ["--metrics", "off", "--disable-version-check", "--no-git-ignore", "--json"]
    scan = json.loads(_output([options.semgrep, "scan", "--config", str(options.rules), *quiet, str(folder)]))
    flagged = [(Path(one["path"]).stem, one["check_id"].rpartition(".")[2]) for one in scan["results"]]
    for key, complaints in (("lint", seen), ("semgrep", flagged)):
        for name, one in found.items():
            one[key] = " ".join(dict.fromkeys(word for stem, word in complaints if stem == name))
    return found


def _output(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if not done.stdout:
        raise SystemExit(f"{command[0]} says nothing:\n{done.stderr}")
    return done.stdout


def sees(bad: dict[str, Any], good: dict[str, Any], judge: str) -> list[str]:
    """The words that a judge has for the wrong program alone."""
    return [word for word in bad[judge].split() if word not in good[judge].split()]


def table(bad: Said, good: Said) -> str:
    """The rows, the totals, and the complaints about right programs."""
    lines = [f"| mistake | in FastAPI it | {' | '.join(JUDGES.values())} |", "| --- |" + " --- |" * (len(JUDGES) + 1)]
    for name, one in bad.items():
        cells = [f"`{' '.join(words)}`" if (words := sees(one, good[name], judge)) else "" for judge in JUDGES]
        lines.append(f"| {name[1:].replace('_', ' ')} | {one['outcome']} | {' | '.join(cells)} |")
    counts = [str(sum(bool(sees(one, good[name], judge)) for name, one in bad.items())) for judge in JUDGES]
    lines.append(f"| **seen, of {len(bad)}** | | {' | '.join(counts)} |")
    answers = [name for name, one in bad.items() if one["outcome"] == "answers"]
    counts = [str(sum(bool(sees(bad[name], good[name], judge)) for name in answers)) for judge in JUDGES]
    lines.append(f"| **of the {len(answers)} that answer** | | {' | '.join(counts)} |")
    twins = [str(sum(bool(one[judge]) for one in good.values())) for judge in JUDGES]
    lines.append(f"| **right twins complained of** | | {' | '.join(twins)} |")
    return "\n".join(lines)


def main() -> None:
    """Run every judge, and write the table into the page, behind its mark."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--python", required=True)
    parser.add_argument("--semgrep", required=True)
    parser.add_argument("--rules", required=True, type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as room:
        found = []
        for kind in ("bad", "good"):
            written(spellings("fastapi", kind), Path(room) / kind)
            found.append(said(Path(room) / kind, options))
    before, mark, _ = PAGE.read_text().partition("<!-- the table -->\n")
    PAGE.write_text(f"{before}{mark}\n{table(*found)}\n")
    print(f"{len(found[0])} of {len(pages())} mistakes can be written with FastAPI")


if __name__ == "__main__":
    main()

"""Asks each framework for the same wrong responses, and writes the table: `send_mistakes.py [--markdown FILE]`.

Frameworks that are not installed are left out, and said. An environment with all of them:
`pip install starlette litestar flask django aiohttp falcon sanic blacksheep`.
"""

from __future__ import annotations

import argparse
import platform
import re
import sys
import warnings
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from probed import FRAMEWORKS, Framework, installed
from probes import PROBES, outcome

BEGIN, END = "<!-- measured by tools/frameworks/send_mistakes.py -->", "<!-- end of what was measured -->"


def main() -> int:
    """The command. Exit 1 where a framework is missing and the table was to be written."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--markdown", metavar="FILE", type=Path, help="write the table between the marks of this page")
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    there = installed()
    missing = [name for name in FRAMEWORKS if name not in there]
    text = table(there)
    print(text)
    if missing:
        print(f"not installed: {', '.join(missing)}", file=sys.stderr)
    if options.markdown is None:
        return 0
    if missing:
        return 1
    page = options.markdown.read_text(encoding="utf-8")
    pattern = re.compile(f"{re.escape(BEGIN)}.*?{re.escape(END)}", re.DOTALL)
    options.markdown.write_text(pattern.sub(lambda _: f"{BEGIN}\n{text}{END}", page), encoding="utf-8")
    return 0


def table(there: Mapping[str, tuple[Framework, str]]) -> str:
    """A row for each mistake, and the totals."""
    names = list(there)
    rows = [[outcome(probe, there[name][0]) for name in names] for probe in PROBES]
    sent = [sum(row[column] == "**accepted**" for row in rows) for column in range(len(names))]
    lines = [
        f"| what the application asks for | {' | '.join(f'{name} {there[name][1]}' for name in names)} |",
        "| --- |" + " --- |" * len(names),
        *(f"| {probe.says} | {' | '.join(row)} |" for probe, row in zip(PROBES, rows, strict=True)),
        f"| **accepted, of {len(PROBES)}** | {' | '.join(map(str, sent))} |",
    ]
    when = f"CPython {platform.python_version()}, {datetime.now(UTC):%Y-%m-%d}."
    return "\n".join([*lines, "", when, ""])


if __name__ == "__main__":
    sys.exit(main())

"""Prints who catches which mistake: `table.py [--markdown FILE]`.

With `--markdown` the table is written to a file. The exit code is 1 where antiphon lets a mistake through or says
something of a file that is right.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.mistakes.judges import ANTIPHON, CHECK, PEERS, Judgement, Verdict, judge
from tests.support.checkers import CHECKERS

#: One letter for each judge, in the order of the columns.
LETTERS = {"mypy": "M", "pyright": "P", "ty": "T", "pyrefly": "F", CHECK: "C"}

_INTRODUCTION = """\
# Mistakes, and who catches them

{count} mistakes that service developers make, each written as a service would have it: a page each in
`tests/mistakes/pages` with antiphon's builder, with a Reply class, and with Starlette, FastAPI and Litestar. Each has a
twin without the mistake, on which nobody may complain. Written by
`python tests/mistakes/table.py --markdown docs/mistakes.md`.

A letter names who complains of the wrong line: **M**ypy (`--strict`), **P**yright, **T**y, pyre**F**ly (preset
`default`) and antiphon **C**heck; a dot for who does not. Then what the program does: *import* raises at import,
*request* fails at the request (a 500), *server* means that h11 refuses to send it, and **sent** that the wrong response
goes out. An empty cell: it cannot be written there.
"""

_OUTCOMES = {
    "raises at import": "import",
    "fails at request": "request",
    "refused by the server": "server",
    "sent": "**sent**",
}


def cell(verdicts: list[Verdict], judges: str) -> str:
    """One mistake in one column."""
    if not verdicts:
        return ""
    (verdict,) = verdicts
    letters = "".join(letter if name in verdict.caught else "·" for name, letter in LETTERS.items() if letter in judges)
    return f"`{letters}` {_OUTCOMES[verdict.run_time]}"


def columns(judgement: Judgement) -> dict[str, list[Verdict]]:
    """The columns of the table: antiphon has two."""
    own = judgement.verdicts[ANTIPHON]
    return {
        "builder": [verdict for verdict in own if verdict.stem[3] == "_"],
        "Reply": [verdict for verdict in own if verdict.stem[3] == "r"],
        **{_NAMES[framework]: verdicts for framework, verdicts in judgement.verdicts.items() if framework in _NAMES},
    }


def rows(judgement: Judgement) -> list[str]:
    """A row for each mistake, without the last bar: with antiphon judged alone, each is the beginning of the whole."""
    by_column = columns(judgement)
    own = [verdict for column in _OWN for verdict in by_column[column]]
    names = {verdict.number: verdict.stem.partition("_")[2].replace("_", " ") for verdict in own}
    lines = []
    for number, name in sorted(names.items()):
        cells = [
            cell([verdict for verdict in verdicts if verdict.number == number], "MPTFC" if column in _OWN else "MPTF")
            for column, verdicts in by_column.items()
        ]
        lines.append(f"| {number:02} {name} | {' | '.join(cells)}")
    return lines


def table(judgement: Judgement) -> str:
    """The whole page."""
    by_column = columns(judgement)
    found = rows(judgement)
    lines = [_INTRODUCTION.format(count=len(found))]
    lines += [f"| mistake | {' | '.join(by_column)} |", "| --- |" + " --- |" * len(by_column)]
    lines += [f"{row} |" for row in found]
    lines += ["", "## Totals", "", f"| | {' | '.join(by_column)} |", "| --- |" + " --- |" * len(by_column)]
    for title, counts in _TOTALS.items():
        totals = [
            "" if title == CHECK and column not in _OWN else str(sum(map(counts, verdicts)))
            for column, verdicts in by_column.items()
        ]
        lines.append(f"| {title} | {' | '.join(totals)} |")
    false_alarms = sum(map(len, judgement.false_alarms.values()))
    caught, typed = of_antiphon(judgement)
    lines += [
        "",
        f"In antiphon, {len(caught)} of {len(found)} are caught before production in every spelling,",
        f"{len(typed)} of them by each of the four type checkers alone.",
        f"False alarms, on twins and on other lines: {false_alarms}.",
    ]
    return "\n".join(lines) + "\n"


_OWN = ("builder", "Reply")
_NAMES = {"starlette": "Starlette", "fastapi": "FastAPI", "litestar": "Litestar"}


def _caught_by(name: str) -> Callable[[Verdict], bool]:
    return lambda verdict: name in verdict.caught


_TOTALS: dict[str, Callable[[Verdict], bool]] = {
    "written": lambda _: True,
    **{name: _caught_by(name) for name in (*CHECKERS, CHECK)},
    "caught by all four checkers": lambda verdict: verdict.by_types,
    "caught before production": lambda verdict: verdict.before_production,
    "sent": lambda verdict: verdict.run_time == "sent",
    "sent, and nobody complained": lambda verdict: verdict.run_time == "sent" and not verdict.before_production,
}


def of_antiphon(judgement: Judgement) -> tuple[set[int], set[int]]:
    """The mistakes that are caught in every spelling: before production, and by each type checker alone."""
    own = judgement.verdicts[ANTIPHON]
    numbers = {verdict.number for verdict in own}
    missed = {verdict.number for verdict in own if not verdict.before_production}
    untyped = {verdict.number for verdict in own if not verdict.by_types}
    return numbers - missed, numbers - untyped


def main(arguments: list[str]) -> int:
    """Print, write or compare. Gives the exit code."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--markdown", type=Path, metavar="FILE", help="write the table to a file")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as room:
        judgement = judge(Path(room), (ANTIPHON, *PEERS))
    text = table(judgement)
    print(text)
    said = [
        f"{name}: {place}: {what}" for name, found in judgement.false_alarms.items() for place, what in found.items()
    ]
    failed = len(of_antiphon(judgement)[0]) < len({verdict.number for verdict in judgement.verdicts[ANTIPHON]})
    if said:
        print("said of what is right:", *said, sep="\n")
    if options.markdown:
        options.markdown.write_text(text)
    return int(failed or bool(said))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

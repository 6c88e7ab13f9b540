"""A table of what judges say: a row for each mistake, and totals."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[2]
PAGE: Final = ROOT / "docs" / "mistakes-and-other-judges.md"
#: By program: the outcome, and the words of each judge by its key; empty where it is silent.
Said = dict[str, dict[str, str]]
#: The ends that a program has by itself.
RAISES, FAILS, ANSWERS = "raises at import", "fails at the request", "answers"


def sees(bad: Mapping[str, str], good: Mapping[str, str], judge: str) -> list[str]:
    """The words that a judge has for the wrong program alone."""
    return [word for word in bad[judge].split() if word not in good[judge].split()]


def table(bad: Said, good: Said, judges: Mapping[str, str], framework: str) -> str:
    """The rows, the totals, and the complaints about right programs. `judges` has the head of each column."""
    lines = [
        f"| mistake | in {framework} it | {' | '.join(judges.values())} |",
        "| --- |" + " --- |" * (len(judges) + 1),
    ]
    for name, one in bad.items():
        cells = [f"`{' '.join(words)}`" if (words := sees(one, good[name], judge)) else "" for judge in judges]
        lines.append(f"| {name[1:].replace('_', ' ')} | {one['outcome']} | {' | '.join(cells)} |")
    answers = [name for name, one in bad.items() if one["outcome"] == ANSWERS]
    for what, names in ((f"seen, of {len(bad)}", list(bad)), (f"of the {len(answers)} that answer", answers)):
        counts = [str(sum(bool(sees(bad[name], good[name], judge)) for name in names)) for judge in judges]
        lines.append(f"| **{what}** | | {' | '.join(counts)} |")
    twins = [str(sum(bool(one[judge]) for one in good.values())) for judge in judges]
    lines.append(f"| **right twins complained of** | | {' | '.join(twins)} |")
    return "\n".join(lines)


def put(mark: str, text: str) -> None:
    """Write a text into the page, from its mark to the next heading."""
    before, found, after = PAGE.read_text(encoding="utf-8").partition(f"<!-- {mark} -->\n")
    if not found:
        raise SystemExit(f"{PAGE} has no mark {mark!r}")
    _, heading, rest = after.partition("\n## ")
    PAGE.write_text(f"{before}{found}\n{text}\n{heading}{rest}", encoding="utf-8")

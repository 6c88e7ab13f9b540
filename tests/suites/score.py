"""The score of every suite, in docs/scores.md: `python tests/suites/score.py [--check]`.

`tests/support/suites.py` says where the suites lie. Where one is missing, nothing is written and nothing compared.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.support.paths import ROOT
from tests.support.suites import case_file

PAGE = ROOT / "docs" / "scores.md"
SUITES = (
    "suites/test_cookie_truth.py",
    "suites/test_cookie_suites.py",
    "suites/test_field_suites.py",
    "headers/test_structured_values.py",
)

_LINE = re.compile(r"^\.*(?P<suite>\S.*): (?P<right>\d+) of (?P<total>\d+) as the suite says, (?P<other>\d+) otherwise")
_TRUTH = re.compile(
    r"^(?P<rows>\d+(?: of \d+)?) rows (?P<how>can be said by keywords|on their own sites).*\n"
    r"Score\(accepted_but_dropped_or_altered=(?P<dropped>\d+), accepted_but_ungrammatical=(?P<ungrammatical>\d+), "
    r"refused_though_good=(?P<refused>\d+)\)",
    re.MULTILINE,
)

HEAD = """\
# Scores

How antiphon judges the cases of other projects' suites and of two browsers. `python tests/suites/score.py` writes this
page where the suites are; the tests that it runs say how each suite maps to accept and refuse, and name the reason of
every case that goes another way.

## Declared cookies in browsers

| rows | accepted, but dropped or altered | accepted, but ungrammatical | refused, though good |
| --- | --- | --- | --- |
"""
SECOND = """
## Suites

| suite | cases | as the suite says | otherwise, for a reason | wrong |
| --- | --- | --- | --- | --- |
"""


class Score(NamedTuple):
    """One suite's score."""

    suite: str
    total: int
    right: int
    other: int


def main(arguments: list[str]) -> int:
    """Run the suites and write the page, or compare it. Gives the exit code."""
    if case_file("structured_fields") is None:
        print("not all suites are here, so there is no whole score; see tests/support/suites.py")
        return 0
    files = [str(ROOT / "tests" / suite) for suite in SUITES]
    command = [sys.executable, "-m", "pytest", "-q", "-s", "-p", "no:cacheprovider", "-k", "not bare_item", *files]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    page = _page(done.stdout)
    print(page)
    if done.returncode:
        print(done.stdout[-2000:], file=sys.stderr)
        return 1
    if "--check" not in arguments:
        PAGE.write_text(page)
        return 0
    drifted = not PAGE.exists() or PAGE.read_text() != page
    if drifted:
        print("docs/scores.md is out of date; run: python tests/suites/score.py", file=sys.stderr)
    return int(drifted)


def _page(output: str) -> str:
    truth = "".join(
        f"| {match['rows']} {match['how']} | {match['dropped']} | {match['ungrammatical']} | {match['refused']} |\n"
        for match in _TRUTH.finditer(output)
    )
    rows = [*_scores(output)]
    rows.append(Score("all", *(sum(column) for column in zip(*(row[1:] for row in rows), strict=True))))
    table = "".join(
        f"| {row.suite} | {row.total} | {row.right} | {row.other} | {row.total - row.right - row.other} |\n"
        for row in rows
    )
    return f"{HEAD}{truth}{SECOND}{table}"


def _scores(output: str) -> Iterator[Score]:
    for line in output.splitlines():
        if match := _LINE.match(line):
            yield Score(match["suite"], int(match["total"]), int(match["right"]), int(match["other"]))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The mistakes that service developers make, in antiphon's spellings: who catches each before production.

`python tests/mistakes/table.py` prints the table, with Starlette, FastAPI and Litestar beside it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.mistakes.judges import ANTIPHON, CHECK, Judgement, Verdict, judge, run_time
from tests.mistakes.pages import FORMS, pages, spellings, written
from tests.mistakes.table import of_antiphon, table
from tests.support.checkers import CHECKERS
from tests.support.paths import ROOT

PAGE = ROOT / "docs" / "mistakes.md"
SPELLINGS = list(spellings(ANTIPHON, "bad"))

#: Mistakes that no type can say: in a text, inside a type, in how several steps go together, in what runs when.
ONLY_THE_JUDGE = {8, *range(46, 65), 73, 77, 86, 93, 94, 95, 98}

#: Mistakes that one type checker cannot see yet, and why.
LIMITS = {
    (
        "pyrefly",
        "m28r_status_on_the_wrong_attribute",
    ): "1.4.1 lets any name be set on a frozen instance",
}


@pytest.fixture(scope="module")
def judgement(tmp_path_factory: pytest.TempPathFactory) -> Judgement:
    """The verdicts on antiphon's files, and on its peers'."""
    return judge(tmp_path_factory.mktemp("mistakes"))


def _verdict(judgement: Judgement, stem: str) -> Verdict:
    return next(verdict for verdict in judgement.verdicts[ANTIPHON] if verdict.stem == stem)


@pytest.mark.parametrize("stem", SPELLINGS)
def test_mistake_is_caught_before_production(stem: str, judgement: Judgement) -> None:
    """Somebody complains before the first request: a type checker, `antiphon check`, or the import."""
    assert _verdict(judgement, stem).before_production


@pytest.mark.parametrize("stem", [stem for stem in SPELLINGS if int(stem[1:3]) not in ONLY_THE_JUDGE])
def test_mistake_is_caught_by_every_type_checker(stem: str, judgement: Judgement) -> None:
    """mypy, pyright, ty and pyrefly each complain of the wrong line, within their known limits."""
    missed = {name for name in CHECKERS if name not in _verdict(judgement, stem).caught}

    assert missed == {name for name, limited in LIMITS if limited == stem}


@pytest.mark.parametrize("stem", [stem for stem in SPELLINGS if int(stem[1:3]) in ONLY_THE_JUDGE])
def test_mistake_that_no_type_can_say_is_found_by_the_judge(stem: str, judgement: Judgement) -> None:
    """`antiphon check` complains of the wrong line."""
    assert _verdict(judgement, stem).caught == {CHECK}


@pytest.mark.parametrize("name", [*CHECKERS, CHECK])
def test_no_false_alarm(name: str, judgement: Judgement) -> None:
    """Nothing is said of the twins without the mistake, nor of the other lines of the files with it."""
    assert judgement.false_alarms[name] == {}


def test_twins_run(tmp_path: Path) -> None:
    """Every response without the mistake is sent."""
    outcomes = run_time(written(spellings(ANTIPHON, "good"), tmp_path))

    assert dict.fromkeys(SPELLINGS, "sent") == {path.stem: outcome for path, outcome in outcomes.items()}


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.stem)
def test_a_page_is_read_whole(page: Path) -> None:
    """A page says what goes wrong; each of its headings is a form with a wrong program and its right twin."""
    number, _, name = page.stem.partition("_")
    title, why, *_ = page.read_text().split("\n\n")
    headings = [line.removeprefix("## ") for line in page.read_text().splitlines() if line.startswith("## ")]
    expected = [(FORMS[form][0], f"{number}{FORMS[form][1]}_{name}") for form in headings]

    assert f"# {number[1:]} {name.replace('_', ' ')}" == title
    assert why.endswith(".")
    assert headings == [heading for heading in FORMS if heading in headings]
    assert all(stem in spellings(framework, kind) for framework, stem in expected for kind in ("bad", "good"))


def test_counts(judgement: Judgement) -> None:
    """More than forty mistakes, each caught before production; at least 32 by every type checker alone."""
    caught, typed = of_antiphon(judgement)

    assert {int(stem[1:3]) for stem in SPELLINGS} == caught
    assert len(caught) >= 40
    assert len(typed) >= 32


def test_table_is_up_to_date(judgement: Judgement) -> None:
    """docs/mistakes.md says what is found; `tests/mistakes/table.py --markdown docs/mistakes.md` rewrites it."""
    assert table(judgement) == PAGE.read_text()

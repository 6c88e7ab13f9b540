"""The pages that people read: records have a status, links lead somewhere, and docstrings are plain."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.support.paths import ROOT

RECORDS = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
PAGES = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]

_LINK = re.compile(r"\]\((?!https?:|mailto:|#)(?P<target>[^)#\s]+)")


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.stem)
def test_a_record_has_a_number_a_status_and_a_date(record: Path) -> None:
    """`# 0031: Title`, then `Status: accepted. Date: 2026-11-28`."""
    title, _, status, *_ = record.read_text().splitlines()

    assert title.startswith(f"# {record.name[:4]}: ")
    assert re.match(r"Status: (accepted|superseded)\b.*\. Date: \d{4}-\d\d-\d\d\b", status)


def test_no_two_records_have_one_number() -> None:
    """A number names one record."""
    numbers = [record.name[:4] for record in RECORDS]

    assert sorted(set(numbers)) == numbers


def test_each_how_to_page_is_in_one_group_of_the_index() -> None:
    """Whoever adds a page says where it belongs."""
    folder = ROOT / "docs" / "how-to"
    named = re.findall(r"^[a-z][a-z0-9-]*$", (folder / "index.md").read_text(), re.MULTILINE)
    pages = [page.stem for page in folder.glob("*.md") if page.stem != "index"]

    assert [] == [page for page in pages if page not in named], "name these in a group of docs/how-to/index.md"
    assert sorted(set(named)) == sorted(named)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    """Each relative link names a file of the repository."""
    targets = [
        match["target"] for match in _LINK.finditer(re.sub(r"```.*?```|`[^`]*`", "", page.read_text(), flags=re.DOTALL))
    ]

    assert [] == [target for target in targets if not (page.parent / target).exists()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_a_note_to_contributors_is_not_shown_to_readers(page: Path) -> None:
    """That a page is generated is a comment of its source."""
    shown = re.sub(r"<!--.*?-->", "", page.read_text(), flags=re.DOTALL)

    assert "do not edit" not in shown


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_table_is_cut_in_two(page: Path) -> None:
    """A blank line ends a table: rows after it would be shown as text."""
    lines = re.sub(r"^ *```.*?^ *```", "", page.read_text(), flags=re.MULTILINE | re.DOTALL).splitlines()
    begins = [at for at, line in enumerate(lines) if line.startswith("|") and not lines[at - 1].startswith("|")]

    assert [] == [lines[at] for at in begins if not re.match(r"\|[ :-]+-", (lines[at + 1 : at + 2] or [""])[0])]

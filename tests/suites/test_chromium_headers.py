"""The judge against Chromium 156: what it did with 1,260 responses, field by field.

The judge differs from the browser in two ways: it says nothing of what breaks, or it calls an error what works. Each
difference has its row, with the reason, in docs/decisions/0056-where-chromium-copes.md.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.check import check
from antiphon.spec import HeaderSpec, ResponseSpec, SiteSpec
from antiphon.spec.bodies import BytesBody, EmptyBody
from tests.support.chromium_verdicts import VERDICTS, Row, fields
from tests.support.paths import ROOT
from tests.support.suites import recorded

RECORD = ROOT / "docs" / "decisions" / "0056-where-chromium-copes.md"
#: Areas where the request decides too: a declaration works if any request does.
BY_REQUEST = frozenset({"cors", "preflight"})
#: Codes of faults of the recording server, which added or left out fields that no author meant.
NOT_MEANT = frozenset({"CT009", "HD008", "HD013", "ST011", "ST013", "ST014", "ST015"})


def described(row: Row) -> ResponseSpec:
    """The response of a row, as far as it is known."""
    group, content = row["group"], row.get("body")
    status = int(re.sub(r"[^0-9].*", "", str(row["status"])) or "0")
    body: Any = BytesBody(media_type="")
    if group == "framing" and content:
        body = BytesBody(media_type="", content=content.encode("latin-1"))
    elif status in (204, 205, 304) or status < 200 or group in ("framing", "location", "redirect-method"):
        body = EmptyBody()
    site = None
    if "base" in row:
        site = SiteSpec(scheme=row["scheme"], host=re.sub(r"https?://|:[0-9]+\Z", "", row["base"]))
    method = "OPTIONS" if group.startswith("preflight") else row.get("request_method")
    return ResponseSpec(
        status=status,
        headers=tuple(HeaderSpec(name=name, value=value) for name, value in fields(row)),
        body=body,
        site=site,
        method=None if method == "HEAD" else method,
    )


def judged(row: Row) -> list[Diagnostic]:
    """The findings about a row."""
    return [found for found in check(described(row)) if found.code not in NOT_MEANT]


@pytest.fixture(scope="module")
def rows() -> list[tuple[Row, bool]]:
    """The rows that have a verdict, with it."""
    found = [(row, VERDICTS[row["group"]](row)) for row in recorded("chromium_headers") if "group" in row]
    works = {(row["group"], *row["header_lines"]) for row, verdict in found if verdict and row["group"] in BY_REQUEST}
    return [
        (row, bool(verdict) or (row["group"], *row["header_lines"]) in works)
        for row, verdict in found
        if verdict is not None
    ]


def told(heading: str) -> dict[str, int]:
    """The counts of one table of the record, by the text of its first column."""
    section = RECORD.read_text().partition(f"## {heading}\n")[2].partition("\n## ")[0]
    return {key: int(count) for key, count in re.findall(r"^\| `([^`]+)` \| ([0-9]+) \|", section, re.MULTILINE)}


def test_what_breaks_in_silence_is_told_with_its_reason(rows: list[tuple[Row, bool]]) -> None:
    """Of the rows that break, those of which nothing is said, by group."""
    silent = Counter(row["group"] for row, works in rows if not works and not judged(row))
    print(f"{sum(not works for _, works in rows)} rows break, {sum(silent.values())} of them in silence")
    assert told("Breaks, and nothing is said") == dict(silent)


def test_what_works_and_is_an_error_is_told_with_its_reason(rows: list[tuple[Row, bool]]) -> None:
    """Of the rows that work, those that are called errors, by code."""
    refused: Counter[str] = Counter()
    for row, works in rows:
        if works:
            refused.update({found.code for found in judged(row) if found.level == "error"})
    print(f"{sum(works for _, works in rows)} rows work, {sum(refused.values())} errors among them")
    assert told("Works, and is an error") == dict(refused)

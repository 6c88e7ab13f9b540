"""Each code that a user can meet has a page, and one function says where it is on the site."""

from __future__ import annotations

import pytest

from antiphon.diagnostics.faults import FAULTS
from antiphon.diagnostics.pages import DOCS, page_url
from antiphon.diagnostics.refusals import REFUSALS
from antiphon.rules.registry import rules
from tests.support.paths import ROOT

CODES = sorted([*(rule.code for rule in rules()), *(one.code for one in (*REFUSALS, *FAULTS))])


@pytest.mark.parametrize("code", CODES)
def test_a_code_leads_to_its_page(code: str) -> None:
    """The address is that of a page which the site builds from `docs/`."""
    page = page_url(code).removeprefix(DOCS).replace(".html", ".md")

    assert (ROOT / "docs" / page).read_text().startswith(f"# {code} ")

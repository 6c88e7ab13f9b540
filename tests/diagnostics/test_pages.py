"""Each code that a user can meet has a page, and one function says where it is on the site."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from antiphon import ParamError
from antiphon.builder.absent import AbsentStepError
from antiphon.captures.error import WireError
from antiphon.diagnostics.faults import FAULTS
from antiphon.diagnostics.pages import DOCS, error_url, field_url, page_url
from antiphon.diagnostics.refusals import REFUSALS
from antiphon.headers.field import FieldError
from antiphon.headers.registry import FIELDS, field_class
from antiphon.integrations.fastapi import UndeclaredError
from antiphon.rules.registry import rules
from tests.support.paths import ROOT

CODES = sorted([*(rule.code for rule in rules()), *(one.code for one in (*REFUSALS, *FAULTS))])


@pytest.mark.parametrize("code", CODES)
def test_a_code_leads_to_its_page(code: str) -> None:
    """The address is that of a page which the site builds from `docs/`."""
    page = page_url(code).removeprefix(DOCS).replace(".html", ".md")

    assert (ROOT / "docs" / page).read_text().startswith(f"# {code} ")


#: An error of each class that has no code.
MADE = (
    ParamError("content", "is wrong", help="mend it", cite="a test"),
    WireError("is wrong", help="mend it"),
    AbsentStepError("BodilessDraft", "json", ""),
    FieldError("Location: is wrong"),
    UndeclaredError("show", "returned something else"),
)


@pytest.mark.parametrize("error", MADE, ids=lambda error: type(error).__name__)
def test_an_error_of_a_call_leads_to_its_page(error: Exception) -> None:
    """The note that a traceback shows names an anchor of a page; the text does not, as it may be sent to a client."""
    page, _, anchor = error.__notes__[-1].removeprefix(f"  page: {DOCS}").partition(".html#")
    assert f"# {anchor}\n" in (ROOT / "docs" / f"{page}.md").read_text().lower()
    assert DOCS not in str(error)


@pytest.mark.parametrize("field", [one for name in FIELDS if (one := field_class(name))])
def test_a_field_has_its_part_of_the_page(field: Any) -> None:
    """A FieldError leads to the field, by the anchor that the site makes of its name."""
    error = FieldError(f"{field.field_name}: is wrong")

    assert field_url(field.field_name) == error.page
    assert f"## {field.field_name}\n" in (ROOT / "docs" / "reference" / "fields.md").read_text()
    assert error_url("FieldError") == FieldError("a part is wrong").page


def test_the_note_outlives_another_process() -> None:
    """An error that comes back from a worker has it once."""
    error = ParamError("a", "is wrong", help="mend it", cite="a test")

    assert error.__notes__ == pickle.loads(pickle.dumps(error)).__notes__ == [f"  page: {error.page}"]

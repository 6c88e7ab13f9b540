"""The demands of a status are written once, and all code reads them there."""

from __future__ import annotations

from typing import Any, cast

import pytest

from antiphon import builder, respond
from antiphon.builder.absent import AbsentStepError
from antiphon.http.status import STATUSES, UNCOUNTED, WITHOUT_LENGTH, may_carry_content, statuses_that_oblige
from antiphon.rules.check import check
from antiphon.spec import HeaderSpec, ResponseSpec

#: A valid value of each demanded field.
VALUES = {
    "Allow": "GET",
    "Content-Range": "bytes 0-1/2",
    "Location": "/a",
    "Proxy-Authenticate": 'Basic realm="a"',
    "Upgrade": "websocket",
    "WWW-Authenticate": "Bearer",
}
DEMANDS = [(code, name) for code, row in STATUSES.items() for name in row.obliged]


@pytest.mark.parametrize(("code", "name"), DEMANDS)
def test_a_rule_asks_for_what_a_status_demands(code: int, name: str) -> None:
    """Without the field an error names it; with the field none does."""

    def missing(*headers: HeaderSpec) -> list[str]:
        found = check(ResponseSpec(status=code, headers=headers))
        return [one.message for one in found if one.level == "error" and name in one.message]

    assert missing()
    held = missing(HeaderSpec(name=name, value=VALUES[name]))
    assert [] == [message for message in held if not message.startswith(name)]


@pytest.mark.parametrize("code", [code for code, row in STATUSES.items() if not row.obliged])
def test_no_other_status_demands_a_field(code: int) -> None:
    """A registered status that demands nothing is no error without fields."""
    found = check(ResponseSpec(status=code))
    assert [] == [one.message for one in found if one.level == "error"]


@pytest.mark.parametrize(("code", "name"), [(code, name) for code, name in DEMANDS if code not in (101, 407, 426)])
def test_a_draft_that_lacks_the_field_cannot_be_compiled(code: int, name: str) -> None:
    """The state of a draft is named after the field, and says which step is missing."""
    begin = cast("Any", respond)
    draft = begin(code)
    state = f"DraftMissing{name.replace('-', '')}"
    assert isinstance(draft, getattr(builder, state))
    with pytest.raises(AbsentStepError, match=name.replace("-", "_").lower()):
        draft.compile()


def test_statuses_without_a_length() -> None:
    """Content-Length is never sent with 1xx and 204, and that of a 304 counts other content."""
    assert frozenset((*range(100, 200), 204)) == WITHOUT_LENGTH
    assert {304} == UNCOUNTED - WITHOUT_LENGTH
    assert not any(map(may_carry_content, UNCOUNTED))
    assert frozenset({301, 302, 303, 307, 308}) == statuses_that_oblige("Location")

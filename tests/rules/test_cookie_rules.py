"""Rules about several attributes or several cookies, case by case."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from typing import Any

import pytest

from antiphon.captures.check import check_wire
from antiphon.rules.check import check
from antiphon.spec import CookieSpec, ResponseSpec

PAST = "Thu, 01 Jan 1970 00:00:00 GMT"
FUTURE = "Fri, 31 Dec 9999 23:59:59 GMT"


def cookie(**attributes: Any) -> CookieSpec:
    """A cookie with a Path and a SameSite."""
    given: dict[str, Any] = {"name": "sid", "value": "t", "path": "/", "same_site": "lax", **attributes}
    return CookieSpec(**given)


def levels(code: str, *cookies: CookieSpec) -> list[str]:
    """The levels at which a rule speaks of these cookies."""
    return [one.level for one in check(ResponseSpec(status=200, cookies=cookies)) if one.code == code]


@pytest.mark.parametrize(
    ("max_age", "expires", "contradicts"),
    [
        (3600, PAST, True),
        (0, FUTURE, True),
        (-1, FUTURE, True),
        ("3600", "Thursday, 01-Jan-70 00:00:00 GMT", True),
        (3600, datetime.now(UTC) + timedelta(hours=1), False),
        (3600, FUTURE, False),
        (0, PAST, False),
        (None, PAST, False),
        (3600, None, False),
        (3600, "0", False),
        ("abc", PAST, False),
        ("", PAST, False),
    ],
)
def test_max_age_and_expires_agree(max_age: Any, expires: Any, contradicts: bool) -> None:
    """CK086: one must not keep what the other deletes; what browsers do not read contradicts nothing."""
    assert (["warning"] if contradicts else []) == levels("CK086", cookie(max_age=max_age, expires=expires))


@pytest.mark.parametrize(
    ("date", "contradicts"),
    [(None, False), ("Thu, 01 Jan 2015 00:00:00 GMT", False), ("Tue, 01 Jan 2019 00:00:00 GMT", True)],
)
def test_a_capture_is_as_old_as_its_date(date: str | None, contradicts: bool) -> None:
    """CK086: an Expires that has passed since the capture was made did not delete anything then."""
    lines = [("Set-Cookie", "sid=t; Path=/; Max-Age=3600; Expires=Sun, 01 Jan 2017 00:00:00 GMT")]
    found = check_wire(200, lines + ([("Date", date)] if date else []))
    assert contradicts == ("CK086" in {one.code for one in found})


@pytest.mark.parametrize(("second", "contradicts"), [(0, False), (1, False), (59, False), (61, True)])
def test_a_cookie_that_is_deleted_now(second: int, contradicts: bool) -> None:
    """CK086: uvicorn's Date is up to a second before the present moment, which Starlette's delete_cookie writes."""
    sent = datetime(2026, 11, 30, 16, 1, tzinfo=UTC)
    expires = format_datetime(sent + timedelta(seconds=second), usegmt=True)
    lines = [("Date", format_datetime(sent, usegmt=True)), ("Set-Cookie", f"a=; Path=/; Max-Age=0; Expires={expires}")]

    assert contradicts == ("CK086" in {one.code for one in check_wire(200, lines)})


def test_a_deletion_in_another_scope_is_advice() -> None:
    """CK081: of two living cookies both are sent back; where one is a deletion, only one of them remains."""
    deletion = cookie(path="/app", value="", max_age=0)
    assert ["warning"] == levels("CK081", cookie(), cookie(path="/app"))
    assert ["info"] == levels("CK081", cookie(), deletion)
    assert ["info"] == levels("CK081", deletion, cookie())
    assert ["info", "info"] == levels("CK081", deletion, cookie(path="/b", value="", max_age=0), cookie())
    assert [] == levels("CK081", cookie(), cookie())


@pytest.mark.parametrize(
    ("date", "expires", "is_long"),
    [
        ("Thu, 01 Jan 2015 00:00:00 GMT", "Fri, 01 Apr 2016 00:00:00 GMT", True),
        ("Thu, 01 Jan 2015 00:00:00 GMT", "Fri, 01 Jan 2016 00:00:00 GMT", False),
        (None, "Fri, 01 Apr 2016 00:00:00 GMT", False),
        (None, FUTURE, True),
    ],
)
def test_a_lifetime_counts_from_the_date_of_the_response(date: str | None, expires: str, is_long: bool) -> None:
    """CK021: a capture of long ago is judged as it was then, where it says when that was."""
    lines = [("Set-Cookie", f"sid=t; Path=/; SameSite=Lax; Expires={expires}")]
    lines += [("Date", date)] if date else []
    assert is_long is ("CK021" in [one.code for one in check_wire(200, lines)])

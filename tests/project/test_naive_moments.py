"""A datetime that names no moment is refused at every door: without a time zone, or of one that says nothing."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta, tzinfo
from typing import Any

import pytest

from antiphon import CookieSpec, CookieValue, LastModified, ParamError, SpecError, check, precondition_outcome, respond
from antiphon.http.dates import format_http_date, names_moment
from antiphon.responses import Response


class NoOffset(tzinfo):
    """A zone that does not know how far it is from GMT, as `datetime` lets a zone say."""

    def utcoffset(self, _moment: datetime | None) -> timedelta | None:
        return None

    def dst(self, _moment: datetime | None) -> timedelta | None:
        return None

    def tzname(self, _moment: datetime | None) -> str | None:
        return None


NAIVE = {
    "without a zone": datetime(2030, 1, 1),  # noqa: DTZ001 - that is what is refused
    "of a zone without an offset": datetime(2030, 1, 1, tzinfo=NoOffset()),
}


def _set_by_call(moment: datetime) -> Any:
    session = respond(204).cookie_param("sid", CookieValue[str]).compile()
    return session(sid=CookieValue("t", expires=moment))


REFUSED: dict[str, tuple[Callable[[datetime], object], type[Exception]]] = {
    "format_http_date": (format_http_date, ValueError),
    "LastModified": (LastModified, ParamError),
    ".cookie": (lambda moment: respond(204).cookie("a", "b", expires=moment), SpecError),
    "set_cookie": (lambda moment: Response().set_cookie("a", "b", expires=moment), ParamError),
    "CookieValue": (_set_by_call, ParamError),
    "last_modified": (lambda moment: precondition_outcome({}, method="GET", last_modified=moment), ValueError),
    "now": (lambda moment: precondition_outcome({}, method="GET", now=moment), ValueError),
}


@pytest.mark.parametrize("door", REFUSED)
@pytest.mark.parametrize("naive", NAIVE)
def test_refused(door: str, naive: str) -> None:
    """No zone is made up for it, and no error comes from inside."""
    call, error = REFUSED[door]
    with pytest.raises(error):
        call(NAIVE[naive])


@pytest.mark.parametrize("naive", NAIVE)
def test_judged(naive: str) -> None:
    """In a spec it stays as it was given, and is a finding; no rule compares it."""
    assert not names_moment(NAIVE[naive])
    cookie = CookieSpec(name="a", value="b", path="/", same_site="lax", max_age=60, expires=NAIVE[naive])
    assert [("CK022", "error")] == [(found.code, found.level) for found in check(cookie)]

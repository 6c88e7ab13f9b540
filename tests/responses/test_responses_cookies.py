"""`set_cookie` and `delete_cookie` of the concrete responses, octet for octet."""

from __future__ import annotations

import re
import time
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from http.cookies import SimpleCookie
from typing import Any
from uuid import UUID

import pytest
import starlette.responses

from antiphon.errors import ParamError
from antiphon.responses import Response
from tests.support.suites import recorded


def _cookies(response: starlette.responses.Response) -> list[bytes]:
    return [value for name, value in response.raw_headers if name == b"set-cookie"]


@pytest.mark.parametrize(
    "keywords",
    [
        {},
        {"value": "abc"},
        {"value": "abc", "max_age": 10, "path": None, "samesite": None},
        {"value": "a", "domain": "example.com", "secure": True, "httponly": True, "samesite": "None", "max_age": 0},
        {"value": "a", "samesite": "Strict", "path": "/app"},
        {"value": "a", "expires": datetime(2037, 1, 22, tzinfo=UTC), "domain": "example.com"},
        {"value": "a", "expires": "Thu, 22 Jan 2037 12:00:10 GMT", "max_age": 5},
        {"value": "a", "expires": 10, "max_age": 5},
        {"value": "a", "expires": -10},
    ],
)
def test_a_cookie_is_spelt_as_starlette_spells_it(keywords: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    """Where both accept it, with the same octets; but an empty value is not quoted."""
    monkeypatch.setattr(time, "time", lambda: 2e9)
    ours, theirs = Response(), starlette.responses.Response()
    ours.set_cookie("n", **keywords)
    theirs.set_cookie("n", **keywords)
    assert [line.replace(b'n="";', b"n=;") for line in _cookies(theirs)] == _cookies(ours)


def test_a_value_is_sent_as_it_is() -> None:
    """Starlette puts quotes around `=` and `/`, which browsers then send back; here the value is what was given."""
    response = Response()
    for value in ("YWI/Yw==", '"quoted"', ""):
        response.set_cookie("n", value, path=None, samesite=None)
    assert _cookies(response) == [b"n=YWI/Yw==", b'n="quoted"', b"n="]


def test_a_date_in_another_zone_is_sent_in_gmt() -> None:
    """Starlette refuses it."""
    response = Response()
    response.set_cookie("n", "a", expires=datetime(2037, 1, 1, 1, tzinfo=timezone(timedelta(hours=1))), path=None)
    assert _cookies(response) == [b"n=a; expires=Thu, 01 Jan 2037 00:00:00 GMT; SameSite=lax"]


def test_partitioned_works_on_every_python() -> None:
    """http.cookies knows it from 3.14 on; this writer always does."""
    response = Response()
    response.set_cookie("n", "a", secure=True, samesite="none", partitioned=True)
    assert _cookies(response) == [b"n=a; Partitioned; Path=/; SameSite=none; Secure"]


def test_a_deletion_is_a_cookie_that_is_over(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the attributes that it was set with."""
    monkeypatch.setattr(time, "time", lambda: 0.0)
    response = Response()
    response.delete_cookie("__Host-n", secure=True, httponly=True, samesite="strict")
    assert _cookies(response) == [
        b"__Host-n=; expires=Thu, 01 Jan 1970 00:00:00 GMT; HttpOnly; Max-Age=0; Path=/; SameSite=strict; Secure"
    ]


def test_the_standard_library_reads_what_is_written() -> None:
    """An independent reader finds every attribute."""
    response = Response()
    response.set_cookie("n", "v", 5, 60, "/a", "example.com", secure=True, httponly=True, samesite="strict")
    morsel = SimpleCookie(_cookies(response)[0].decode())["n"]
    assert (morsel.value, morsel["max-age"], morsel["path"], morsel["domain"]) == ("v", "5", "/a", "example.com")
    assert (morsel["secure"], morsel["httponly"], morsel["samesite"]) == (True, True, "strict")


class Seconds(int):
    """A number of another class."""


def test_a_number_of_another_class_is_a_number() -> None:
    """As an IntEnum in settings is."""
    response = Response()
    response.set_cookie("n", "v", Seconds(5), Seconds(5), samesite=None)
    assert _cookies(response)[0].startswith(b"n=v; expires=")
    assert b"; Max-Age=5; Path=/" in _cookies(response)[0]


@pytest.mark.parametrize(
    ("keywords", "attributes"),
    [
        ({"domain": ".example.com"}, b"Domain=.example.com"),
        ({"domain": ".127.0.0.1"}, b"Domain=.127.0.0.1"),
        ({"domain": ""}, b""),
        ({"path": ""}, b""),
        ({"expires": ""}, b""),
        ({"max_age": -1}, b"Max-Age=-1"),
        ({"max_age": 172800.0}, b"Max-Age=172800"),
        ({"max_age": timedelta(days=2).total_seconds()}, b"Max-Age=172800"),
        ({"max_age": Decimal(60)}, b"Max-Age=60"),
        ({"max_age": "3600"}, b"Max-Age=3600"),
        ({"expires": "Wed, 21-Oct-2026 07:28:00 GMT"}, b"expires=Wed, 21-Oct-2026 07:28:00 GMT"),
        ({"expires": "Wednesday, 21-Oct-26 07:28:00 GMT"}, b"expires=Wednesday, 21-Oct-26 07:28:00 GMT"),
        ({"expires": "Wed Oct 21 07:28:00 2026"}, b"expires=Wed Oct 21 07:28:00 2026"),
        ({"expires": "Fri, 21 Oct 2026 07:28:00 +0000"}, b"expires=Fri, 21 Oct 2026 07:28:00 +0000"),
        ({"expires": 3600.0}, b"expires=Wed, 18 May 2033 04:33:20 GMT"),
        ({"expires": 10**12}, b"expires=Fri, 31 Dec 9999 23:59:59 GMT"),
        ({"expires": -(10**12)}, b"expires=Thu, 01 Jan 1970 00:00:00 GMT"),
        ({"expires": datetime(1, 1, 1, tzinfo=UTC)}, b"expires=Mon, 01 Jan 0001 00:00:00 GMT"),
    ],
)
def test_what_browsers_read_as_it_is_meant_is_sent(
    keywords: dict[str, Any], attributes: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whatever the standard would have a sender write; docs/decisions/0010 has the evidence."""
    monkeypatch.setattr(time, "time", lambda: 2e9)
    for _ in range(2):
        response = Response()
        given: dict[str, Any] = {"path": None, **keywords}
        response.set_cookie("n", "v", samesite=None, **given)
        assert [b"n=v" + (b"; " if attributes else b"") + attributes] == _cookies(response)


@pytest.mark.parametrize("value", [5, 1.5, Decimal("1.50"), UUID(int=5)])
def test_a_number_as_value_is_sent_in_its_text(value: Any) -> None:
    """As http.cookies does it."""
    response = Response()
    response.set_cookie("n", value, path=None, samesite=None)
    assert [f"n={value}".encode()] == _cookies(response)


_KEYWORDS = {
    "domain": "domain",
    "path": "path",
    "max-age": "max_age",
    "expires": "expires",
    "samesite": "samesite",
    "secure": "secure",
    "httponly": "httponly",
    "partitioned": "partitioned",
}


def _sayable(attributes: list[tuple[str, str | None]]) -> dict[str, Any] | None:
    """The keywords of `set_cookie` for declared attributes.

    None where keywords cannot say them: an unknown attribute, one that is there twice, a flag with a value, an
    attribute without one, or a Max-Age that is no int.
    """
    keywords: dict[str, Any] = {"path": None, "samesite": None}
    seen: set[str] = set()
    for attribute, value in attributes:
        name = _KEYWORDS.get(attribute.lower(), "")
        flag = name in {"secure", "httponly", "partitioned"}
        number = name == "max_age"
        unsayable = number and not re.fullmatch(r"0|-?[1-9][0-9]{0,98}", value or "")
        if not name or name in seen or flag is not (value is None) or unsayable:
            return None
        seen.add(name)
        keywords[name] = True if flag else int(value or "") if number else value
    return keywords


#: Faults of an attribute by the grammar, although all browsers read it as it is meant (docs/decisions/0010).
_READ_ALL_THE_SAME = re.compile(
    r"grammar: (?:Domain not a subdomain|Expires not IMF-fixdate|Max-Age not 1\*DIGIT)|"
    r"(?:chromium|firefox): (?:leading dot ignored|Expires not IMF-fixdate|Max-Age negative: not 1\*DIGIT)"
)


def _arrives(row: dict[str, Any], keywords: dict[str, Any]) -> bool:
    """Whether both browsers did with a cookie what its attributes say."""
    if row["verdict"] == "accept" or " 69 " in str(keywords.get("expires")):  # 2069 to browsers, 1969 to the table
        return True
    against = {reason for reason in row["why"] if not _READ_ALL_THE_SAME.fullmatch(reason)}
    bare = keywords.get("domain", "").strip(" .")
    if bare and f".{row['host']}".endswith(f".{bare}") and "[" not in bare:  # kept, for an address as without Domain
        against -= {"chromium: domain differs", "firefox: domain differs"}
    if "expires" in keywords and "max_age" not in keywords:
        gone = {"chromium: not stored", "firefox: not stored"} <= against
        return not against - {"chromium: not stored", "firefox: not stored"} and (gone or row["lifetime_s"] is not None)
    return not against


def test_set_cookie_accepts_what_browsers_keep_and_nothing_else() -> None:
    """Over the recorded cookies that keywords can say: none is accepted and lost or altered, none refused though good.

    Rows that a judge can only refuse with knowledge of the host are left out.
    """
    said = 0
    wrong = []
    for row in recorded("cookie_truth"):
        declared = row["declared"]
        keywords = _sayable(declared["attrs"])
        if keywords is None or row["context_needed"] or "" in keywords.values():  # "" is left out
            continue
        said += 1
        response = Response()
        try:
            response.set_cookie(declared["name"], declared["value"], **keywords)
        except ParamError:
            verdict = "refuse"
        else:
            verdict = "accept"
            ours, theirs = (
                {part.strip().lower() for part in line.split(";")}
                for line in (_cookies(response)[0].decode("latin-1"), row["raw_set_cookie"])
            )
            if ours != theirs:
                wrong.append((row["id"], "other octets"))
        if (verdict == "accept") is not _arrives(row, keywords):
            wrong.append((row["id"], verdict))
    assert wrong == []
    assert said > 2490

"""The judge against two browsers: what Chromium 156 and Firefox 153 did with 3,309 declared cookies.

A judge is wrong in three ways: it accepts a cookie that a browser drops or alters, it accepts one that the server
grammar forbids, or it refuses one that is legal and kept. Each count is 0.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pytest

from antiphon.rules.check import check
from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec, SiteSpec
from tests.support.suites import recorded

Row = dict[str, Any]

FLAGS = {"secure": "secure", "httponly": "http_only", "partitioned": "partitioned"}
VALUES = {"domain": "domain", "path": "path", "max-age": "max_age", "expires": "expires", "samesite": "same_site"}
#: Attributes that the keywords of a cookie API cannot say, and how many rows need it.
LEFT_OUT = {"an attribute that is none of the eight": 284, "a flag with a value": 9, "an attribute given twice": 4}


class Score(NamedTuple):
    """How often the judge is wrong."""

    accepted_but_dropped_or_altered: int
    accepted_but_ungrammatical: int
    refused_though_good: int


PERFECT = Score(0, 0, 0)


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    """The table's rows."""
    return recorded("cookie_truth")


def by_keywords(row: Row) -> CookieSpec | str:
    """The cookie as keywords say it, or why they cannot."""
    declared = row["declared"]
    given: dict[str, Any] = {"name": declared["name"], "value": declared["value"]}
    for attribute, value in declared["attrs"]:
        key = attribute.lower()
        if key not in FLAGS and key not in VALUES:
            return "an attribute that is none of the eight"
        if key in FLAGS and value is not None:
            return "a flag with a value"
        keyword = FLAGS.get(key) or VALUES[key]
        if keyword in given:
            return "an attribute given twice"
        given[keyword] = True if key in FLAGS else value
    return CookieSpec(**given)


def by_extensions(row: Row) -> CookieSpec:
    """The cookie with all its attributes as extensions, which can say every row."""
    declared = row["declared"]
    extensions = tuple((attribute, value) for attribute, value in declared["attrs"])
    return CookieSpec(name=declared["name"], value=declared["value"], extensions=extensions)


def errors(example: CookieSpec | ResponseSpec) -> list[str]:
    """The codes of the errors that the judge finds."""
    return [diagnostic.code for diagnostic in check(example) if diagnostic.level == "error"]


def score(rows: Iterable[Row], accepts: Callable[[Row], bool], *, with_context: bool = False) -> Score:
    """The three counts. Without context, accepting a row that needs some is right, and so is refusing it."""
    wrong: Counter[str] = Counter()
    for row in rows:
        accepted = accepts(row)
        if row["verdict"] == "accept":
            wrong["refused"] += not accepted
        elif accepted and (with_context or not row["context_needed"]):
            dropped = any(not why.startswith("grammar: ") for why in row["why"])
            wrong["dropped" if dropped else "ungrammatical"] += 1
    return Score(wrong["dropped"], wrong["ungrammatical"], wrong["refused"])


def test_cookies_by_keywords(rows: list[Row], capsys: pytest.CaptureFixture[str]) -> None:
    """Over every row that keywords can say, nothing wrong is accepted and nothing good refused."""
    cookies = {row["id"]: by_keywords(row) for row in rows}
    left_out = Counter(cookie for cookie in cookies.values() if isinstance(cookie, str))
    said = [row for row in rows if not isinstance(cookies[row["id"]], str)]
    counts = score(said, lambda row: not errors(_cookie(cookies[row["id"]])))
    with capsys.disabled():
        print(f"\n{len(said)} of {len(rows)} rows can be said by keywords; left out: {dict(left_out)}\n{counts}")
    assert LEFT_OUT == left_out
    assert PERFECT == counts


def _cookie(cookie: CookieSpec | str) -> CookieSpec:
    assert isinstance(cookie, CookieSpec)
    return cookie


def split_by_a_semicolon(row: Row) -> bool:
    """Whether an attribute's name holds a semicolon: the line is legal, with two attributes in place of the one."""
    return any(";" in attribute for attribute, _ in row["declared"]["attrs"])


def test_cookies_by_extensions(rows: list[Row]) -> None:
    """Extension attributes can say all rows, the left-out ones among them, and are judged no less strictly.

    The one row with a semicolon in an attribute's name is refused, though browsers keep the cookie: it is injection.
    """
    split = [row["id"] for row in rows if split_by_a_semicolon(row)]
    assert ["octet-ext-name-0060"] == split
    told = [row for row in rows if row["id"] not in split]
    assert PERFECT == score(told, lambda row: not errors(by_extensions(row)))


def test_cookies_as_field_lines(rows: list[Row]) -> None:
    """A Set-Cookie line is judged like the cookie, but for five lines that do not tell what their author meant.

    `n=;ab` is a cookie with an attribute `ab`, `a=b=v` one with the value `b=v`, and `Max-Age=1;1` one that lasts a
    second: the lines are legal, and say something else than the declaration did.
    """

    def accepts(row: Row) -> bool:
        line = HeaderSpec(name="Set-Cookie", value=row["raw_set_cookie"])
        return not errors(ResponseSpec(status=200, headers=(line,)))

    told = [row for row in rows if row["id"] not in LEGAL_LINES]
    assert len(LEGAL_LINES) == len(rows) - len(told)
    assert PERFECT == score(told, accepts)


LEGAL_LINES = {
    "octet-value-lead-0060",  # n=;ab
    "octet-name-mid-0062",  # a=b=v
    "path-0053",  # Path=/dir;x
    "max-age-expires-future-0053",  # Max-Age=1;1
    "max-age-expires-past-0053",  # Max-Age=1;1
}


def test_cookies_of_a_declared_site(rows: list[Row], capsys: pytest.CaptureFixture[str]) -> None:
    """With the scheme, the host and the public suffix list, the rows that need them are judged right as well."""
    pytest.importorskip("publicsuffixlist")

    def accepts(row: Row) -> bool:
        site = SiteSpec(scheme=row["scheme"], host=row["host"])
        return not errors(ResponseSpec(status=200, cookies=(by_extensions(row),), site=site))

    told = [row for row in rows if not split_by_a_semicolon(row)]
    counts = score(told, accepts, with_context=True)
    with capsys.disabled():
        print(f"\n{len(told)} rows on their own sites\n{counts}")
    assert PERFECT == counts


def test_no_message_holds_a_value(rows: list[Row]) -> None:
    """Whatever is wrong with a cookie, its value is in no finding: sessions do not belong in logs."""
    marker = "s3cr3t-m4rk3r"
    for row in rows:
        cookie = by_extensions(row)
        value = f"{marker}{cookie.value}{marker}"
        for example in (
            CookieSpec(name=cookie.name, value=value, extensions=cookie.extensions),
            HeaderSpec(name="Set-Cookie", value=f"n={marker}, b={marker}; Path=x"),
        ):
            for diagnostic in check(example):
                assert marker not in f"{diagnostic.message}{diagnostic.help}{diagnostic.path}"
            assert marker not in repr(example) or isinstance(example, HeaderSpec)

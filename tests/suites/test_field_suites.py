"""Other projects' suites and the browser's record, as far as they map to what a sender may send; each prints its score.

`tests/support/suites.py` says where they lie; nothing of them is committed. The README there says how parser
suites become verdicts: what a recipient reads otherwise than it was written must be refused, what is right accepted.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

import pytest

from antiphon.rules.check import check
from antiphon.rules.fields.connection_field_set_by_application import FIELDS as CONNECTION_FIELDS
from antiphon.rules.fields.misplaced_field import REQUEST_ONLY
from antiphon.spec import HeaderSpec, ResponseSpec, SiteSpec
from antiphon.spec.bodies import BodySpec, BytesBody, EmptyBody
from tests.support.suites import cases, recorded


def records(*groups: str) -> list[dict[str, Any]]:
    """Chromium's records of some groups."""
    return [record for record in recorded("chromium_headers") if record.get("group") in groups]


def refused(
    *lines: tuple[str, str], status: int = 200, site: SiteSpec | None = None, body: BodySpec | None = None
) -> bool:
    """Whether the judge has an error against a response with these field lines."""
    headers = tuple(HeaderSpec(name=name, value=value) for name, value in lines)
    spec = ResponseSpec(status=status, headers=headers, site=site, body=body or BytesBody(media_type=""))
    # AN014 is about declarations: it wants no length where the content varies.
    return any(diagnostic.level == "error" and diagnostic.code != "AN014" for diagnostic in check(spec))


def score(suite: str, wrong: Iterable[object], total: int, exceptions: int = 0) -> None:
    """Print the score, and fail for every case that goes another way than the suite says, without a reason here."""
    left = list(wrong)
    print(
        f"{suite}: {total - len(left) - exceptions} of {total} as the suite says, {exceptions} otherwise for a reason"
    )
    assert [] == left


#: BAD notes of httplint that no rule follows, and why.
NOT_REFUSED = {
    "CL_AND_TE_PRESENT": "this case has no Transfer-Encoding line; with one, ST021 fires",
    "CORS_PREFLIGHT_ONLY": "a spec does not say that it answers no preflight",
    "CORS_MAX_AGE_INVALID": "1*DIGIT of any length is legal; browsers cap it",
    "AGE_NOT_INT": "the same",
    "HSTS_BAD_MAX_AGE": "the same",
    "HSTS_OVER_HTTP": "only where the site says that it is http, and then a warning",
    "HSTS_PRELOAD_NOT_SUITABLE": "a warning: the field works, and only the list refuses it",
    "DATE_INCORRECT": "compared with the clock of a recipient",
    "LM_FUTURE": "compared with the clock of a recipient",
    "BAD_REPORTING_ENDPOINT_URL": "a group of Report-To that another response may define",
}
#: Good or harmless to httplint, and refused here, by field: why.
REFUSED_ANYWAY = {
    "content-range": "a part of more octets than 63 bits count, or `*/200` on a 206, which httplint does not compare",
    "content-security-policy": "a directive that no browser knows",
    "content-type": 'charset="" is no charset',
    "link": "whitespace around `=` (RFC 9110 section 5.6.3, MUST NOT), or a preload without `as`",
    "set-cookie": "the cookie rules' own, from what browsers keep",
}


def test_httplint_bad_fields_are_refused() -> None:
    """Every field value that httplint calls BAD is an error here, or the reason why not is written down."""
    suite = [case for case in cases("httplint_fields") if not case["input"]["request"]]
    bad = [case for case in suite if any("BAD" in note[1] for note in case["expected"]["notes"])]
    passed = [case for case in bad if not _httplint_refused(case)]
    unexplained = [
        (case["input"]["field"], case["input"]["values"])
        for case in passed
        if not any(note[0] in NOT_REFUSED for note in case["expected"]["notes"])
    ]
    score("httplint, BAD", unexplained, len(bad), len(passed) - len(unexplained))


def test_httplint_fields_without_complaint_are_accepted() -> None:
    """A field value that httplint has nothing against draws no error, unless a response must not have the field."""
    suite = [case for case in cases("httplint_fields") if not case["input"]["request"]]
    elsewhere = REQUEST_ONLY | {name.lower() for name in CONNECTION_FIELDS}
    fine = [
        case
        for case in suite
        if not any(note[1] in ("levels.BAD", "levels.WARN") for note in case["expected"]["notes"])
        and case["input"]["field"].lower() not in elsewhere
        and all(value == value.strip() for value in case["input"]["values"])
    ]
    wrong = [case["input"] for case in fine if _httplint_refused(case)]
    unexplained = [case for case in wrong if not REFUSED_ANYWAY.get(case["field"].lower())]
    score("httplint, no complaint", unexplained, len(fine), len(wrong) - len(unexplained))


def _httplint_refused(case: dict[str, Any]) -> bool:
    field, lines = case["input"]["field"], case["input"]["values"]
    status = 206 if field == "Content-Range" else 200
    return refused(*((field, value) for value in lines), status=status)


def test_what_content_disposition_writes_is_accepted() -> None:
    """The output of jshttp's writer is right, but for paths, Latin-1 and other charsets that it writes when told to."""
    texts = [
        case["expected"]
        for name in ("create", "format")
        for case in cases(f"jshttp_content_disposition_{name}")
        if isinstance(case["expected"], str)
    ]
    told = re.compile(r"[/\\]|[^\x00-\x7f]|filename\*=(?!UTF-8\'\')")
    wrong = [text for text in texts if refused(("Content-Disposition", text))]
    unexplained = [text for text in wrong if not told.search(text)]
    score("content-disposition, written", unexplained, len(texts), len(wrong) - len(unexplained))


#: Of the values that the parser reads: what the grammar of RFC 6266 with RFC 8187 admits, written out once more.
_PLAIN = r"[A-Za-z\-]+=(?:[A-Za-z0-9.'\-]+|\"(?:[ !#-.0-\[\]-~]|\\.)*\")"
_EXTENDED = r"filename\*=(?i:utf-8)'(?:en)?'(?:[A-Za-z0-9.\-]|%(?:2[0-9]|3[0-9]|(?i:cc%88|c3%a4|e2%82%ac)))+"
RIGHT = re.compile(rf"[A-Za-z\-]+(?:[ \t]*;[ \t]*(?:{_PLAIN}|{_EXTENDED}))*")
_TWICE = re.compile(r"(?:^|;)[ \t]*(filename\*?)[ \t]*=.*;[ \t]*\1[ \t]*=")


def test_content_disposition_is_refused_or_accepted_by_its_grammar() -> None:
    """Of the values that jshttp's lenient parser reads, those of the grammar are accepted and all others refused."""
    suite = [case["input"] for case in cases("jshttp_content_disposition_parse") if isinstance(case["input"], str)]
    wrong = []
    for value in suite:
        right = RIGHT.fullmatch(value) is not None and not _TWICE.search(value)
        path = re.search(r'filename="?[^";]*[/\\]{2}|total/', value)
        if refused(("Content-Disposition", value)) == (right and not path):
            wrong.append(value)
    score("content-disposition, read", wrong, len(suite))


def test_what_content_type_writes_is_accepted() -> None:
    """The output of jshttp's writer is right, but for a parameter that it is told to write twice."""
    texts = [case["expected"] for case in cases("jshttp_content_type_format") if isinstance(case["expected"], str)]
    wrong = [text for text in texts if refused(("Content-Type", text))]
    unexplained = [text for text in wrong if "Charset" not in text]
    score("content-type, written", unexplained, len(texts), len(wrong) - len(unexplained))


@pytest.mark.parametrize("name", ["mimesniff_mime_types", "mimesniff_generated_mime_types"])
def test_media_types_read_as_they_are_written_or_are_refused(name: str) -> None:
    """Types that browsers cannot read are refused; those that they keep are accepted, but for a charset in quotes."""
    suite = [case for case in cases(name) if case["expected"] in (None, case["input"])]
    wrong = [
        (case["input"], case["expected"])
        for case in suite
        if refused(("Content-Type", case["input"])) != (case["expected"] is None)
    ]
    unknown = [case for case in wrong if case[1] is not None and re.search("charset=.*'", case[0])]
    score(name, [case for case in wrong if case not in unknown], len(suite), len(unknown))


def test_a_target_that_no_browser_takes_is_refused() -> None:
    """An absolute URL that the URL Standard fails to parse draws an error."""
    suite = [
        case["input"]["url"]
        for case in cases("whatwg_url")
        if case["expected"] is None and re.match(r"\s*https?:", case["input"]["url"])
    ]
    wrong = [url for url in suite if not refused(("Location", url), status=303)]
    score("WHATWG URL, failures", wrong, len(suite))


def test_a_relative_target_that_leaves_its_origin_is_refused() -> None:
    """A relative reference that a browser resolves to another origin draws an error."""
    suite = []
    for case in cases("whatwg_url"):
        url, base, expected = case["input"]["url"], case["input"]["base"], case["expected"]
        relative = not re.match(r"[A-Za-z][A-Za-z0-9+.\-]*:", re.sub(r"[\t\r\n]", "", url).strip())
        if base and expected and relative and base.startswith("http"):
            left = urlsplit(expected).netloc != urlsplit(base).netloc
            if left and urlsplit(base).username is None:
                suite.append(url)
    wrong = [url for url in suite if not refused(("Location", url), status=303)]
    score("WHATWG URL, other origin", wrong, len(suite))


def test_links_that_read_as_they_are_written_are_accepted() -> None:
    """A Link that says what the parser makes of it is accepted; one that the parser makes do with is refused."""
    suite = [case["input"][0] for case in cases("link_header") if case["input"] and isinstance(case["input"][0], str)]
    # Two lines in one, whitespace around `=`, an empty or malformed rel, one parameter twice, an open quote,
    # and a charset that is not UTF-8: the parser makes do with them.
    odd = re.compile(r'[\r\n]|= |rel=(?:;|$)|rel="[^"]*[,;]|GB2312|media=\w+;.*media=|"example"; rel=|[^"\\]\\"$')
    wrong = [
        value for value in suite if refused(("Link", value)) != ("rel=" not in value or odd.search(value) is not None)
    ]
    score("node-http-link-header", wrong, len(suite))


@pytest.mark.parametrize(
    ("group", "is_bad"),
    [
        ("octet-name", lambda record: re.fullmatch(r"[!#$%&'*+\-.^_`|~0-9A-Za-z]+", _lines(record)[0][0]) is None),
        ("octet-value", lambda record: record["octet"] < 9 or 9 < record["octet"] < 32 or record["octet"] == 127),
        (
            "corp",
            lambda record: _value(record) not in ("", "same-origin", "same-site", "cross-origin", " same-origin "),
        ),
        ("accept-ch", lambda record: not record["observed"]["hint_sent"] and _value(record) != ""),
        ("link-preload", lambda record: not record["observed"]["preloaded"]),
        (
            "permissions-policy",
            lambda record: (
                record["observed"]["list"] == []
                and "()" not in _squeezed(record)
                and "src" not in _value(record)
                and not re.search(r"=(?:\(?none\)?|\?0)\Z", _value(record))  # nobody, as it was meant: a warning (0056)
            ),
        ),
        ("clear-site-data", lambda record: not record["observed"]["cookie_cleared"] and "cookies" in _value(record)),
        (
            "sse-type",
            lambda record: (
                not record["observed"]["opened"] and record["status"] != 204 and "event-stream" in _value(record)
            ),
        ),
        ("preflight", lambda record: "Invalid" in json.dumps(record["observed"])),
    ],
)
def test_what_chromium_ignores_is_refused(group: str, is_bad: Any) -> None:
    """Fields that Chromium 156 was seen to drop, void or take for something else draw an error."""
    suite = records(group)
    bad = [record for record in suite if is_bad(record)]
    score(f"Chromium, {group}", [record["header_lines"] for record in bad if not _refused(record)], len(bad))
    assert bad


@pytest.mark.parametrize("group", ["cors", "x-frame-options", "coop-coep", "csp", "referrer-policy", "cache"])
def test_what_chromium_obeys_is_accepted(group: str) -> None:
    """Fields that Chromium 156 was seen to obey as written draw no error, unless the standard forbids them."""
    obeyed: dict[str, Any] = {
        "cors": lambda record: (
            record["observed"]["ok"] and _lines(record)[1:] in ([], [("Access-Control-Allow-Credentials", "true")])
        ),
        "x-frame-options": lambda record: _value(record).lower() in ("deny", "sameorigin"),
        "coop-coep": lambda record: record["observed"]["crossOriginIsolated"],
        "csp": lambda record: not record["observed"]["inline_script_ran"] and "'none'" in _value(record),
        "referrer-policy": lambda record: record["observed"]["referer"] is None and _value(record),
        "cache": lambda record: (
            record["observed"]["reused"]
            and re.fullmatch(
                r"(?:(?:public|private|must-revalidate|s-maxage=0), )?max-age=\d+(?:, must-revalidate)?", _value(record)
            )
        ),
    }
    suite = [
        record for record in records(group) if obeyed[group](record) and len(_lines(record)) == len(set(_lines(record)))
    ]
    suite = [record for record in suite if all(value == value.strip() for _, value in _lines(record))]
    forbidden = [("Access-Control-Allow-Origin", "*"), ("Access-Control-Allow-Credentials", "true")]  # CR003
    suite = [
        record
        for record in suite
        if _lines(record) != forbidden and not any(name == "Age" for name, _ in _lines(record))
    ]
    score(f"Chromium, {group}", [record["header_lines"] for record in suite if _refused(record)], len(suite))
    assert suite


def _lines(record: dict[str, Any]) -> list[tuple[str, str]]:
    split = [line.partition(":") for line in record["header_lines"]]
    return [(name, value.removeprefix(" ")) for name, _, value in split]


def _value(record: dict[str, Any]) -> str:
    lines = _lines(record)
    return lines[0][1] if lines else ""


def _squeezed(record: dict[str, Any]) -> str:
    return _value(record).replace(" ", "")


def _refused(record: dict[str, Any]) -> bool:
    base = urlsplit(record["base"]) if "base" in record else None
    site = SiteSpec(scheme="http" if base.scheme == "http" else "https", host=base.hostname) if base else None
    body = EmptyBody() if record["status"] == 204 else None
    return refused(*_lines(record), status=int(str(record["status"])[:3]), site=site, body=body)

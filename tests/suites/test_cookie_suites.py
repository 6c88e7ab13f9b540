"""Other projects' cookie suites, as far as they map to what a sender may send; each prints its score.

`tests/support/suites.py` says where they lie; nothing of them is committed. Every line is judged as a declaration of
one's own is.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import pytest

from antiphon import CookieSpec, HeaderSpec, ResponseSpec, SiteSpec, WireError, check
from antiphon.captures.description import site_of
from tests.suites.test_field_suites import score
from tests.support.suites import cases

#: Refused though user agents make do with it: what the grammar or a MUST of 6265bis section 4.1 says of senders.
MUST_NOT = {
    "CK001": "a cookie has a name",
    "CK002": "a name is a token",
    "CK003": "a value is cookie-octets: no space, comma, quote within or non-ASCII character",
    "CK006": "an empty attribute, as after a last semicolon",
    "CK009": "an attribute twice",
    "CK020": "Max-Age in digits alone",
    "CK022": "Expires is an IMF-fixdate with its own day of the week",
    "CK030": "Domain without a leading dot, and not empty",
    "CK033": "one of two Domains does not take in the host",
    "CK040": "a path begins with a slash",
    "CK041": "no request path holds it, so that it is never sent back",
    "CK052": "today's browsers drop SameSite=None without Secure",
    "CK070": "today's browsers drop Partitioned without Secure",
    "CK082": "a comma and another cookie behind it",
}


def refused(line: str, url: str | None = None) -> set[str]:
    """The codes of the errors that a Set-Cookie line has where it is declared."""
    found = site_of(url) if url is not None else None
    site = SiteSpec(scheme=found.scheme, host=found.host) if found is not None else None
    declared = ResponseSpec(status=200, headers=(HeaderSpec(name="Set-Cookie", value=line),), site=site)
    return {one.code for one in check(declared) if one.level == "error" and one.code.startswith("CK")}


def unexplained(wrong: Iterable[tuple[object, set[str]]]) -> list[object]:
    """Lines that are refused for a reason outside MUST_NOT."""
    return [(line, codes) for line, codes in wrong if not codes or not codes <= MUST_NOT.keys()]


def test_http_state() -> None:
    """A cookie that comes back otherwise than it was written is refused; one that comes back is not, but for grammar.

    A cookie that does not come back at all because its Path, Domain or lifetime says so is right.
    """
    suite = [case for case in cases("http_state_parser") if len(case["input"]["set_cookie"]) == 1]
    altered, strict = [], []
    for case in suite:
        [line] = case["input"]["set_cookie"]
        sent = case["expected"]["cookies_sent"]
        name, _, value = line.partition(";")[0].partition("=")
        codes = refused(line, case["input"]["request_url"])
        if sent == [{"name": name, "value": value}]:
            strict += [(line, codes)] if codes else []
        elif not codes and (sent or not _ends_elsewhere(line, case["input"]["retrieve_url"])):
            altered.append(line)
    left = unexplained(strict)
    score("http-state, Set-Cookie", [*altered, *left], len(suite), len(strict) - len(left))


def _ends_elsewhere(line: str, url: str) -> bool:
    """Whether a cookie is right not to come back: another path, another host, or a deletion."""
    return any(word in line.lower() for word in ("path", "max-age=0", "expires=thu, 10 apr 1980")) or (
        "sibling" in url or "subdomain" in url
    )


@pytest.mark.parametrize("suite", ["http_state_dates", "tough_cookie"])
def test_cookie_dates(suite: str) -> None:
    """An Expires is accepted if it is what a parser writes back, and any other is refused."""
    if suite == "http_state_dates":
        dates = [(case["input"], case["expected"]) for case in cases(suite)]
    else:
        rows = [case["input"]["row"] for case in cases(suite) if case["kind"] == "tough-cookie-date"]
        dates = [(row[0], row[0] if row[0] in CANONICAL else row[1]) for row in rows if row]
    wrong = [
        date for date, read in dates if bool(refused(f"a=b; Path=/; SameSite=Lax; Expires={date}")) == (date == read)
    ]
    score(f"{suite}, dates", wrong, len(dates))


#: tough-cookie says of these only that they can be read.
CANONICAL = {"Wed, 09 Jun 2021 10:18:14 GMT", "Wed, 09 Jun 2021 22:18:14 GMT"}


def test_tough_cookie_domains() -> None:
    """A Domain is accepted where tough-cookie lets it match, and it is a host name that no suffix list refuses.

    Left out are hosts that no URL can have, and one in capitals: the function compares them as they are.
    """
    rows = [case["input"]["row"] for case in cases("tough_cookie") if case["kind"] == "tough-cookie-domainMatch"]
    rows = [row for row in rows if row and all(isinstance(text, str) for text in row[:2])]
    wrong, strict, judged = [], 0, 0
    for host, domain, matches in rows:
        if host != host.lower():
            continue
        try:
            codes = refused(f"a=b; Path=/; SameSite=Lax; Domain={domain}", f"https://{host}/")
        except WireError:
            continue
        judged += 1
        if (
            matches
            and codes
            and codes <= {"CK003", "CK030", "CK033", "CK034", "CK035"}
            and ("CK033" not in codes or not domain.isascii() or not host.isascii() or domain.startswith("."))
        ):
            strict += 1
        elif bool(codes) == matches:
            wrong.append((host, domain, matches, codes))
    score("tough-cookie, domainMatch", wrong, judged, strict)


def test_tough_cookie_lines() -> None:
    """A line that tough-cookie reads as it is written is accepted, and one that it cannot read is refused."""
    rows = [case["input"]["row"] for case in cases("tough_cookie") if case["kind"] == "tough-cookie-parse"]
    rows = [row for row in rows if row and isinstance(row["input"], str)]
    accepted_wrongly, strict = [], []
    for row in rows:
        codes = refused(row["input"])
        nothing = "$undefined" in row["output"] or row.get("assertValidateReturns") is False
        if nothing and not codes:
            accepted_wrongly.append(row["input"])
        elif codes and not nothing:
            strict.append((row["input"], codes - {"CK010", "CK026", "CK051"}))
    left = [line for line, codes in strict if not codes <= MUST_NOT.keys()]
    score("tough-cookie, Set-Cookie", [*accepted_wrongly, *left], len(rows), len(strict) - len(left))


def test_jshttp_cookies_written() -> None:
    """The output of jshttp's writer is accepted, but for its looser names, domains, values and paths."""
    lines = [case["expected"]["header"] for case in cases("jshttp_cookie_serialize") if "header" in case["expected"]]
    strict = [(line, codes) for line in lines if (codes := refused(line))]
    left = unexplained(strict)
    score("jshttp cookie, written", left, len(lines), len(strict) - len(left))


_KEYWORDS = {"maxAge": "max_age", "sameSite": "same_site", "domain": "domain", "path": "path"}


def test_jshttp_cookies_refused() -> None:
    """Input that jshttp's writer throws at is refused. An invalid date or priority has no form in a CookieSpec."""
    suite = [case for case in cases("jshttp_cookie_serialize") if "header" not in case["expected"]]
    told = [case["input"] for case in suite if not {"expires", "priority"} & case["input"].keys()]
    wrong = [one for one in told if not any(d.level == "error" for d in check(_cookie(one)))]
    score("jshttp cookie, thrown at", wrong, len(told))


def _cookie(given: dict[str, Any]) -> CookieSpec:
    values: dict[str, Any] = {keyword: given[name] for name, keyword in _KEYWORDS.items() if name in given}
    if "max_age" in values:
        values["max_age"] = str(values["max_age"])
    return CookieSpec(name=given["name"], value=given["value"], **values)


def test_jshttp_cookies_read() -> None:
    """A line that jshttp reads with all its attributes is accepted, but for grammar; what it leaves out is refused."""
    suite = [case for case in cases("jshttp_cookie_parse") if isinstance(case["input"], str)]
    strict, wrong = [], []
    for case in suite:
        codes = refused(case["input"])
        known = [piece.partition("=")[0].strip().lower() for piece in case["input"].split(";")[1:]]
        lost = len({key.lower() for key in case["expected"]} - {"name", "value"}) < len(
            [key for key in known if key and key not in ("unknownattr", "anotherone", "priority")]
        )
        if lost and not codes:
            wrong.append(case["input"])
        elif codes and not lost:
            strict.append((case["input"], codes - {"CK005", "CK010", "CK026"}))
    left = [line for line, codes in strict if not codes <= MUST_NOT.keys()]
    score("jshttp cookie, read", [*wrong, *left], len(suite), len(strict) - len(left))


def test_cookies_of_top_sites() -> None:
    """The cookies of top sites are accepted, but for leading dots, old dates, negative ages and JSON in values."""
    suite = [case["input"] for case in cases("jshttp_cookie_top_sites")]
    strict = [(line, codes) for line in suite if (codes := refused(line))]
    left = [line for line, codes in strict if not codes <= {"CK003", "CK022", "CK026", "CK030"}]
    score("top sites", left, len(suite), len(strict) - len(left))


def test_undici_validators() -> None:
    """Names, values and paths are judged octet by octet as undici does; antiphon wants a slash before every path."""
    suite = [case for case in cases("undici_cookie_validators") if case["producer_verdict"]]
    wrong, slash = [], 0
    for case in suite:
        part = case["kind"].rpartition("-")[2]
        cookie = CookieSpec.model_validate({"name": "n", "value": "v", "path": "/", part: case["input"][0]})
        codes = {one.code for one in check(cookie) if one.level == "error"}
        if bool(codes) != (case["producer_verdict"] == "refuse"):
            if part == "path" and codes == {"CK040"}:
                slash += 1
            else:
                wrong.append(case["input"])
    score("undici", wrong, len(suite), slash)


def test_public_suffixes() -> None:
    """A Domain that has no registrable domain is refused; a name in another script must be written in ASCII."""
    pytest.importorskip("publicsuffixlist")
    suite = [case for case in cases("public_suffix") if case["input"]]
    wrong, other = [], 0
    for case in suite:
        cookie = CookieSpec(name="a", value="b", path="/", domain=case["input"])
        codes = {one.code for one in check(cookie) if one.level == "error"}
        if bool(codes) != (case["expected"] is None):
            # An unlisted single label may be a host of the own network.
            if codes == {"CK030"} or case["input"] == "example":
                other += 1
            else:
                wrong.append(case["input"])
    score("public suffix list", wrong, len(suite), other)


def test_cookie_rs() -> None:
    """For information: no line that the grammar of 6265bis admits as one cookie makes the judge fail."""
    suite = [case["input"] for case in cases("rust_cookie_rs") if isinstance(case["input"], str)]
    strict = [(line, codes) for line in suite if (codes := refused(line))]
    left = [line for line, codes in strict if not codes - {"CK005", "CK010", "CK026", "CK051"} <= MUST_NOT.keys()]
    score("cookie-rs (a lenient reader, for information)", left, len(suite), len(strict) - len(left))

"""The levels of findings in captures: an error if clients drop, alter or reject the value, or if it is dangerous.

Each row: field lines of a response, and a rule with its level there; None says that the rule is silent.
"""

from __future__ import annotations

from typing import Any

import pytest

from antiphon import ResponseSpec, check, check_wire
from antiphon.diagnostics.diagnostic import Level
from antiphon.rules.registry import rules
from antiphon.rules.rule import LEVELS
from antiphon.spec import HeaderSpec

URL = "https://www.shop.example/a/b"
COOKIE = "Set-Cookie: k=v; Path=/; SameSite=Strict"


def found(lines: str, *, status: int = 200, method: str = "GET", body: bytes | None = b"hi") -> dict[str, Level]:
    """The gravest level of each rule."""
    pairs = [(name, value.removeprefix(" ")) for name, _, value in (line.partition(":") for line in lines.split("\n"))]
    told: dict[str, Level] = {}
    for one in check_wire(status, pairs, body, method, url=URL):
        told[one.code] = min(told.get(one.code, one.level), one.level, key=list(LEVELS).index)
    return told


COOKIES = [
    (f"{COOKIE}; Domain=.shop.example", "CK030", None),
    (f"{COOKIE}; Domain= .shop.example ; HttpOnly", "CK030", None),
    (f"{COOKIE}; Domain=", "CK030", "info"),
    (f"{COOKIE}; Domain=my_shop.example", "CK030", "info"),
    (f"{COOKIE}; Domain=sh\xc3\xb6p.example", "CK030", "warning"),
    (f"{COOKIE}; Domain=..shop.example", "CK030", "error"),
    (f"{COOKIE}; Domain=shop.example:80", "CK030", "error"),
    (f"{COOKIE}; Domain=.other.example", "CK033", "error"),
    (f"{COOKIE}; Expires=Sun, 03-Jan-2038 08:09:10 GMT", "CK022", "info"),
    (f"{COOKIE}; Expires=Mon, 03 Jan 2038 08:09:10 GMT", "CK022", "info"),
    (f"{COOKIE}; Expires=Sun Jan  3 08:09:10 2038", "CK022", "info"),
    (f"{COOKIE}; Expires=Sun, 03 Jan 2038 08:09:10 +0100", "CK022", "warning"),
    (f"{COOKIE}; Expires=Sun, 03 Jan 2038 08:09:10 CET", "CK022", "warning"),
    (f"{COOKIE}; Expires=2038-01-03T08:09:10Z", "CK022", "error"),
    (f"{COOKIE}; Expires=Tue, 31-Apr-2038 08:09:10 GMT", "CK022", "error"),
    (f"{COOKIE}; Expires=tomorrow; Max-Age=60", "CK022", "info"),
    (f"{COOKIE}; Expires=0", "CK026", "error"),
    (f"{COOKIE}; Max-Age=-5", "CK026", "info"),
    (f"{COOKIE}; Max-Age=60.5", "CK020", "error"),
    (f"{COOKIE}; Max-Age=+60", "CK020", "info"),
    (f"{COOKIE}; Max-Age=1h; Expires=Sun, 03 Jan 2038 08:09:10 GMT", "CK020", "warning"),
    (f"{COOKIE}; Max-Age=99999999", "CK021", "info"),
    (f"{COOKIE}; Expires=Sun, 03 Jan 2038 08:09:10 GMT", "CK024", None),
    ("Set-Cookie: k=v", "CK053", None),
    ("Set-Cookie: k=v; SameSite=Lax; Path=/a/", "CK042", None),
    ("Set-Cookie: k=v; SameSite=Lax; Path=/%c3", "CK042", "warning"),
    (f"{COOKIE}; Priority=low", "CK011", None),
    (f"{COOKIE}; Comment=x", "CK011", "info"),
    (f"{COOKIE}; Http-Only", "CK011", "warning"),
    (f"{COOKIE};;", "CK006", None),
    (f"{COOKIE}; =x", "CK006", "info"),
    (f"{COOKIE}; Secure; secure", "CK009", "info"),
    (f"{COOKIE}; Path=/b", "CK009", "warning"),
    (f"{COOKIE}; HttpOnly=", "CK010", "info"),
    (f"{COOKIE}; HttpOnly=false", "CK010", "error"),
    ("Set-Cookie: k=a%20b; Path=/", "CK012", None),
    ('Set-Cookie: k="v"; Path=/', "CK012", None),
    ("Set-Cookie: k(1)=v; Path=/", "CK002", "warning"),
    ("Set-Cookie: k=a b; Path=/", "CK003", "warning"),
    ('Set-Cookie: k="a;b"; Path=/', "CK003", "error"),
    ("Set-Cookie: k=\xc3\xa4; Path=/", "CK003", "warning"),
    ("Set-Cookie: k=\xe4; Path=/", "CK003", "error"),
    ("Set-Cookie: k=a\x02; Path=/", "CK005", "error"),
    ("Set-Cookie:", "CK001", "error"),
    ("Set-Cookie:", "CK003", None),
    ("Set-Cookie: k=v; Path=", "CK040", "info"),
    ("Set-Cookie: k=v; Path=b", "CK040", "error"),
    (f"{COOKIE}\n{COOKIE}", "CK080", "info"),
    (f"{COOKIE}; Max-Age=0\n{COOKIE}", "CK080", None),
    (f"{COOKIE}\n{COOKIE}; Max-Age=60", "CK080", "warning"),
    (f"{COOKIE}; Max-Age=0\n{COOKIE}; Domain=shop.example", "CK081", None),
    (f"{COOKIE}\n{COOKIE}; Domain=shop.example", "CK081", "warning"),
    ("Set-Cookie: k=v; Path=/, l=w; Path=/", "CK082", "error"),
]  # fmt: skip
CACHING = [
    ("Via: 1.1 edge", "CC021", None),
    ("Age: 12", "CC021", None),
    ("Age: old", "CC021", "warning"),
    ("Pragma: No-Cache", "CC021", None),
    ("Pragma: private", "CC021", "info"),
    ("Cache-Control: max-age=9\nExpires: Sun, 03 Jan 2038 08:09:10 GMT", "CC017", None),
    ("Expires: Tue, 02 Jan 1990 00:00:00 GMT", "CC017", None),
    ("Expires: Sat, 2-Jan-1990 00:00:00 GMT", "CC017", None),
    ("Expires: Sat, 02 Jan 2038 08:09:10 GMT", "CC017", None),
    ("Expires: Mon, 02 Jan 2038 08:09:10 GMT", "CC017", "info"),
    ("Expires: 0", "CC017", "info"),
    ("Expires: never", "CC017", "warning"),
    ("Last-Modified: Tue, 02 Jan 1990 00:00:00 GMT", "CC019", "info"),
    ("Last-Modified: Tue, 02 Jan 1990 00:00:00 GMT\nPragma: no-cache", "CC019", None),
    ("ETag: 0x8abc", "CC015", "warning"),
    ("ETag: W/abc", "CC015", "warning"),
    ('ETag: "a b"', "CC015", "info"),
    ("Cache-Control: max-age=-1", "CC001", "info"),
    ("Cache-Control: max-age='9'", "CC001", "error"),
    ("Cache-Control: private; max-age=9", "CC002", "error"),
    ("Cache-Control: no-store max-age=9", "CC002", "error"),
    ("Cache-Control: x-cdn: public", "CC002", "warning"),
    ("Cache-Control: max-age=9, max-age=9", "CC003", "info"),
    ("Cache-Control: max-age=9, max-age=8", "CC003", "warning"),
    ('Cache-Control: no-cache, no-cache="Set-Cookie"', "CC003", None),
    ("Cache-Control: private, s-maxage=0", "CC005", None),
    ("Cache-Control: private, s-maxage=9", "CC005", "info"),
    ("Cache-Control: no-store, max-age=9", "CC005", "warning"),
    ("Cache-Control: no-cache, max-age=9", "CC005", "info"),
    ("Cache-Control: nostore", "CC009", "error"),
    ("Cache-Control: max-age=9, s-max-age=9", "CC009", "warning"),
    ("Cache-Control: max-stale=9", "CC010", "info"),
    ("Cache-Control: no-cache=Set-Cookie", "CC010", "info"),
    ("Cache-Control: private, no-cache=Set-Cookie", "CC010", None),
    ("Cache-Control: public, private", "CC004", "warning"),
    ("Cache-Control: public, private, no-store", "CC004", "info"),
    ("Vary: *", "CC013", "info"),
    ("Vary: Accept Language", "CC013", "error"),
    ("Cahce-Control: no-store", "AN004", "warning"),
    ("xetag: 1", "AN004", None),
]  # fmt: skip
OTHERS = [
    ("Content-Type: application/json; charset=UTF-8", "CT006", None),
    ("Content-Type: application/json; charset=latin1", "CT006", "warning"),
    ("Content-Type: text/html", "CT005", None),
    ("Content-Type: html", "CT001", "error"),
    ("Content-Type: a/b\nContent-Type: a/b", "CT002", "info"),
    ("Content-Type: a/b\nContent-Type: c/d", "CT002", "error"),
    ("Content-Length: 2\nContent-Length: 2", "ST021", None),
    ("Content-Length: 2, 2", "ST021", None),
    ("Content-Length: 2, 3", "ST021", "error"),
    ("Content-Length: +2", "ST021", "warning"),
    ("Content-Length: 3", "ST021", "error"),
    ("Content-Range: bytes 0-1/4, x", "ST008", "info"),
    ("Access-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: true", "CR003", "warning"),
    ("Access-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: false", "CR004", None),
    ("Access-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: 1", "CR004", "error"),
    ("Access-Control-Allow-Origin: shop.example", "CR001", "error"),
    ("Strict-Transport-Security: max-age=0", "SC004", "info"),
    ("Strict-Transport-Security: max-age=x", "SC004", "error"),
    ("Content-Security-Policy: script-src 'nonce-YWJjZGVm' 'unsafe-inline'", "SC007", None),
    ("X-Frame-Options: ALLOWALL", "SC002", "error"),
    ("Host: shop.example", "HD013", "warning"),
    ("X-A: a\x01", "HD002", "warning"),
    ("X-A: a\0", "HD002", "error"),
    ("Vary: Accept,, Origin", "HD010", "info"),
    ("Age: 1\nAge: 1", "HD009", "info"),
    ("Age: 1\nAge: 2", "HD009", "warning"),
    ("Last-Modified: Tue, 2 Jan 1990 00:00:00 GMT", "HD014", "info"),
    ("Last-Modified: 02.01.1990", "HD014", "warning"),
    ("Date: Tue, 02 Jan 1990 00:00:00 GMT\nLast-Modified: Tue, 02 Jan 1990 00:00:02 GMT", "HD014", None),
    ("Date: Tue, 02 Jan 1990 00:00:00 GMT\nLast-Modified: Tue, 02 Jan 1990 00:01:00 GMT", "HD014", "info"),
    ("Content-Disposition: attachment; filename=a b.txt", "FL002", "warning"),
    ("Content-Disposition: attachment; filename=a,b.txt", "FL002", "error"),
    ("Content-Disposition: attachment; filename=a(1).txt", "FL002", "info"),
    ("Content-Disposition: attachment; filename=a;", "FL001", "info"),
    ('Content-Disposition: filename="a"', "FL001", "error"),
    ("Content-Disposition: attachment; filename*=UTF-8''a b", "FL004", "warning"),
    ("Content-Disposition: attachment; filename*=a", "FL004", "error"),
    ('Content-Disposition: attachment; filename="\xc3\xa4"', "FL003", "warning"),
    ('Content-Disposition: attachment; filename="\xe4"', "FL003", "error"),
    ('Accept-Ranges: bytes\nETag: W/"a"', "FL009", None),
    ('Alt-Svc: h3-Q050=":443"', "SF003", None),
    ("Link: </a>; rel=preload; as=image; media=(min-width: 9px)", "SF010", "warning"),
    ("Link: /a; rel=next", "SF010", "error"),
]  # fmt: skip
REDIRECTS = [
    ("Location: //cdn.example/a", "RD002", None),
    ("Location: /\\cdn.example/a", "RD002", "error"),
    ("Location: ///cdn.example/a", "RD002", "error"),
    ("Location: https:///cdn.example/a", "RD002", "error"),
    ("Location: /a?b[c]={d}", "RD001", "info"),
    ("Location: /100%", "RD001", "info"),
    ("Location: /a b", "RD001", "warning"),
    ("Location: /\xc3\xa4", "RD001", "warning"),
    ("Location: /a?<USER_NAME>", "RD001", None),
    ("Location: vbscript:a", "RD003", "error"),
    ("Location: mailto:a@shop.example", "RD003", None),
    ("Location: localhost:8000/a", "RD003", "error"),
    ("Location: http://127.0.0.1:9000/back", "RD009", None),
    ("Location: http://shop.example/", "RD009", "warning"),
]  # fmt: skip
STATUSES: list[tuple[int, str, str, str | None]] = [
    (204, "Content-Length: 0", "ST002", "info"),
    (204, "Content-Length: 3", "ST002", "warning"),
    (204, "Transfer-Encoding: chunked", "ST002", "error"),
    (304, "Cache-Control: no-cache", "ST005", None),
    (304, 'ETag: "a"\nContent-Type: text/css', "ST005", "info"),
    (401, "Cache-Control: no-cache", "ST011", "warning"),
    (405, "Cache-Control: no-cache", "ST013", "warning"),
    (426, "Cache-Control: no-cache", "ST014", "warning"),
    (302, "Cache-Control: no-cache", "ST015", "error"),
    (200, "Location: /a", "ST016", "info"),
    (300, "Location: /a", "ST016", "info"),
    (416, "Cache-Control: no-cache", "ST008", "info"),
    (206, "Cache-Control: no-cache", "ST008", "error"),
    (301, "Location: /a", "RD009", "info"),
]  # fmt: skip


@pytest.mark.parametrize(("lines", "code", "level"), [*COOKIES, *CACHING, *OTHERS])
def test_levels(lines: str, code: str, level: str | None) -> None:
    """The rule's finding weighs what its row says."""
    told = found(lines, body=None if lines.startswith("Content-Type: text") else b"{}")
    assert level == told.get(code)


@pytest.mark.parametrize(("lines", "code", "level"), REDIRECTS)
def test_levels_of_redirects(lines: str, code: str, level: str | None) -> None:
    """The same of the targets of a 302."""
    assert level == found(lines, status=302, body=b"").get(code)


@pytest.mark.parametrize(("status", "lines", "code", "level"), STATUSES)
def test_levels_by_status(status: int, lines: str, code: str, level: str | None) -> None:
    """The same where the status decides."""
    assert level == found(lines, status=status, body=b"").get(code)


def test_post_redirects() -> None:
    """Advice, since it depends on what was meant."""
    assert "info" == found("Location: /a", status=302, method="POST", body=b"").get("RD007", "info")


def test_content_decides_about_its_charset() -> None:
    """Letters beyond ASCII need one; what is no text at all has another fault."""
    line = "Content-Type: text/plain"
    assert "warning" == found(line, body="é".encode()).get("CT005")
    assert None is found(line, body=b"wOFF\0\xff").get("CT005")
    assert None is found("Content-Type: image/gif; charset=utf-8", body=b"\xff").get("CT006")


def test_a_dropped_cookie_draws_no_advice() -> None:
    """One fault, one finding: of a cookie that browsers drop, nothing else is of interest."""
    line = "Set-Cookie: k=v; SameSite=None; Domain=.other.example; Comment=x; Max-Age=99999999"
    assert {"CK033": "error", "CK052": "error"} == {code: level for code, level in found(line).items() if "CK" in code}


def test_no_finding_is_graver_in_a_capture() -> None:
    """A declaration is held to more than a capture, by every rule over its own bad example."""
    for rule in rules():
        declared = [one.level for one in check(rule.bad) if one.code == rule.code]
        captured = [one.level for one in check(rule.bad, captured=True) if one.code == rule.code]
        assert len(captured) <= len(declared), rule.code
        assert all(LEVELS.index(b) >= min(map(LEVELS.index, declared)) for b in captured), rule.code


def test_declarations_are_as_strict_as_ever() -> None:
    """A fault that captures tolerate is an error in a response that antiphon writes."""
    for lines in ("a=b; Path=/; Expires=Sun, 03-Jan-2038 08:09:10 GMT", "k(1)=v; Path=/"):
        declared: Any = ResponseSpec(status=200, headers=(HeaderSpec(name="Set-Cookie", value=lines),))
        assert "error" in [one.level for one in check(declared)]

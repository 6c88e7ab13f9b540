"""Arguments that the rules call errors never become a response."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from antiphon.errors import ParamError
from antiphon.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response, StreamingResponse
from antiphon.rules.registry import rule_of
from tests.support.exchange import sent_by


class Opaque:
    """Nothing that anybody can render."""


def _set_cookie(*arguments: Any, **keywords: Any) -> Callable[[], object]:
    return lambda: Response().set_cookie(*arguments, **keywords)


def _delete_cookie(*arguments: Any, **keywords: Any) -> Callable[[], object]:
    return lambda: Response().delete_cookie(*arguments, **keywords)


def _set_header(name: Any, value: Any) -> Callable[[], object]:
    return lambda: Response().headers.__setitem__(name, value)


class Mode(Response):
    """A subclass with a charset that Python does not know."""

    charset = "no-such-charset"


class Injecting(HTMLResponse):
    """A subclass whose charset would begin another line."""

    charset = "utf-8 \n"


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    # ST001-ST004, ST007: status
    "status of 600": (lambda: Response(status_code=600), "status_code: is 600"),
    "status of 99": (lambda: JSONResponse({}, 99), "status_code: is 99"),
    "status as text": (lambda: Response(status_code="200"), "status_code: is str"),  # type: ignore[type-var]
    "status as float": (lambda: HTMLResponse("", 200.0), "status_code: is float"),  # type: ignore[type-var]
    "status as bool": (lambda: Response(status_code=True), "status_code: is bool"),
    "status of a stream": (lambda: StreamingResponse([b""], 1000), "status_code: is 1000"),
    "status of a file": (lambda: FileResponse(".", 0), "status_code: is 0"),
    "content with 204": (lambda: Response("x", 204), "content: is 1 octets long, and a response with status 204"),
    "content with 205": (lambda: HTMLResponse("x", 205), "status 205 has no content"),
    "content with 304": (lambda: JSONResponse({}, 304), "status 304 has no content"),
    "content with 103": (lambda: JSONResponse([], 103), "status 103 has no content"),
    # ST002, ST021, HD008: framing
    "false length": (lambda: Response("abc", headers={"Content-Length": "999"}), "content, which is 3 octets"),
    "endless length": (lambda: Response("abc", headers={"Content-Length": "9" * 5000}), "content, which is 3 octets"),
    "two lengths": (
        lambda: Response("abc", headers={"content-length": "3", "Content-Length": "4"}),
        "content-length']: is given a second time",
    ),
    "two casings of one type": (
        lambda: Response("", headers={"content-type": "text/css", "Content-Type": "text/html"}),
        "content-type']: is given a second time, and it is not a list (HD009)",
    ),
    "two casings of one tag": (
        lambda: JSONResponse({}, headers={"ETag": '"a"', "etag": '"a"'}),
        "given a second time",
    ),
    "two lines of Location": (
        lambda: Response("", 302, headers=[("location", "/a"), ("location", "/b")]),
        "location']: is given a second time",
    ),
    "appended type": (
        lambda: HTMLResponse("").headers.append("Content-Type", "text/css"),
        "content-type']: is given a",
    ),
    "joined cookies": (lambda: Response(headers={"set-cookie": "a=1; Path=/, b=2; Path=/"}), "joined with commas"),
    "joined cookies set later": (_set_header("Set-Cookie", "a=1, b=2"), "joined with commas"),
    "length with 205": (
        lambda: Response(status_code=205, headers={"content-length": "5"}),
        "status 205 has no content",
    ),
    "length that is no number": (lambda: Response("abc", headers={"content-length": "+3"}), "not a number of octets"),
    "length with 204": (lambda: Response(status_code=204, headers={"content-length": "0"}), "status 204 has none"),
    "transfer coding": (lambda: Response(headers={"Transfer-Encoding": "chunked"}), "the server's"),
    "transfer coding of a length": (
        lambda: StreamingResponse([b"x"], headers={"Transfer-Encoding": "chunked", "content-length": "1"}),
        "the framing of the message",
    ),
    "another transfer coding": (
        lambda: StreamingResponse([b"x"], headers={"Transfer-Encoding": "gzip, chunked"}),
        "the framing of the message",
    ),
    "two transfer codings": (
        lambda: StreamingResponse([b"x"], headers=[("transfer-encoding", "chunked")] * 2),
        "the framing of the message",
    ),
    "transfer coding of a file": (
        lambda: FileResponse(".", headers={"Transfer-Encoding": "chunked"}),
        "the framing of the message",
    ),
    "length set beside a transfer coding": (
        lambda: StreamingResponse([b"x"], headers={"Transfer-Encoding": "chunked"}).headers.update(
            {"Content-Length": "1"}
        ),
        "the framing of the message",
    ),
    "transfer coding set later": (_set_header("transfer-encoding", "gzip"), "the framing of the message"),
    # HD001, HD002, HD004: field lines
    "space in a name": (lambda: Response(headers={"x a": "b"}), "'x a' is not a field name"),
    "empty name": (lambda: Response(headers={"": "b"}), "'' is not a field name"),
    "line end in a name": (lambda: Response(headers={"x\r\ny": "b"}), "is not a field name"),
    "umlaut in a name": (lambda: Response(headers={"ü": "b"}), "is not a field name"),
    "Kelvin sign in a name": (lambda: Response(headers={"\u212aey": "b"}), "is not a field name"),
    "name that is no text": (lambda: Response(headers={b"x": "b"}), "the name is bytes"),  # type: ignore[arg-type]
    "unhashable name": (_set_header([], "a"), "the name is list"),
    "value that is no text": (lambda: Response(headers={"x": 1}), "the value is int"),  # type: ignore[arg-type]
    "CR LF": (lambda: Response(headers={"x": "a\r\nSet-Cookie: b=c"}), "U+000D at position 1"),
    "bare LF": (lambda: Response(headers={"x": "a\n"}), "U+000A"),
    "NUL": (lambda: HTMLResponse("", headers={"x": "a\0"}), "U+0000"),
    "DEL beside an umlaut": (lambda: Response(headers={"x": "ü\x7f"}), "U+007F"),
    "beyond Latin-1": (lambda: Response(headers={"x": "♥"}), "above U+00FF"),
    "lone surrogate": (lambda: Response(headers={"x": "\ud800"}), "above U+00FF"),
    "space before a value": (lambda: Response(headers={"x": " a"}), "white space"),
    "tab after a value": (lambda: Response(headers={"x": "ü\t"}), "white space"),
    "headers as names": (lambda: Response(headers=["abc"]), "headers: is list"),  # type: ignore[list-item]
    "headers as text": (lambda: Response(headers="a: b"), "headers: is str"),  # type: ignore[arg-type]
    "headers as a number": (lambda: Response(headers=5), "headers: is int"),  # type: ignore[arg-type]
    "set": (_set_header("x", "a\r\n"), "U+000D"),
    "append": (lambda: Response().headers.append("x", "a\n"), "U+000A"),
    "setdefault": (lambda: Response().headers.setdefault("x", "a\n"), "U+000A"),
    "update": (lambda: Response().headers.update({"x": "a\n"}), "U+000A"),
    "or-assignment": (lambda: Response().headers.__ior__({"x": "a\n"}), "U+000A"),
    "or": (lambda: Response().headers | {"x": "a\n"}, "U+000A"),
    "copy": (lambda: Response().headers.mutablecopy().append("x", "a\n"), "U+000A"),
    "vary": (lambda: Response().headers.add_vary_header("a\n"), "U+000A"),
    # CT001: media types
    "media type of one word": (lambda: Response(media_type="json"), "media_type: 'json' is not"),
    "media range": (lambda: Response(media_type="text/*"), "'text/*' is not"),
    "two charsets": (
        lambda: Response(media_type="text/plain; charset=a; charset=b"),
        "has the parameter 'charset' twice",
    ),
    "blanks in a media type": (lambda: Response(media_type="text/plain; charset = utf-8"), "whitespace around the '='"),
    "line end in a media type": (lambda: Response(media_type="text/html\r\nx: y"), "is not a media type"),
    "media type that is no text": (lambda: Response(media_type=5), "media_type: is int"),  # type: ignore[arg-type]
    "content type in the headers": (lambda: Response(headers={"content-type": "html"}), "'html' is not"),
    "charset that injects": (lambda: Injecting(""), "U+000A"),
    # content
    "content that is no text": (lambda: Response({"a": 1}), "content: is dict where str"),
    "lone surrogate in content": (lambda: HTMLResponse("\ud800"), "cannot be said in utf-8"),
    "unknown charset": (lambda: Mode("a"), "cannot be said in no-such-charset"),
    "NaN": (lambda: JSONResponse(float("nan")), "holds NaN"),
    "no JSON form": (lambda: JSONResponse(Opaque()), "Opaque has no JSON form"),
    "text as a stream": (lambda: StreamingResponse("abc"), "content: is str where an iterable"),
    "octets as a stream": (lambda: StreamingResponse(b"abc"), "content: is bytes"),  # type: ignore[arg-type]
    "generator function as a stream": (lambda: StreamingResponse(sent_by), "is function"),  # type: ignore[arg-type]
    # redirects
    "redirect to None": (lambda: RedirectResponse(None), "url: is NoneType, which is not a URL"),  # type: ignore[arg-type]  # wrong on purpose
    "redirect to octets": (lambda: RedirectResponse(b"/a"), "url: is bytes, which is not a URL"),  # type: ignore[arg-type]  # likewise
    "redirect to a number": (lambda: RedirectResponse(5), "url: is int, which is not a URL"),  # type: ignore[arg-type]  # likewise
    "redirect with 200": (lambda: RedirectResponse("/", 200), "status_code: is 200, whose Location"),
    "redirect with 304": (lambda: RedirectResponse("/", 304), "is 304"),
    "redirect with 600": (lambda: RedirectResponse("/", 600), "is 600"),
    "empty target": (lambda: RedirectResponse(""), "url: is empty"),
    "line end in a target": (lambda: RedirectResponse("/a\r\nx: y"), "U+000D at position 2"),
    "tab in a target": (lambda: RedirectResponse("/\t/evil.example"), "U+0009"),
    "script as a target": (lambda: RedirectResponse("JavaScript:alert(1)"), "has the scheme 'javascript'"),
    "data as a target": (lambda: RedirectResponse("data:text/html,x"), "no browser follows"),
    "user information": (lambda: RedirectResponse("https://example.com@evil.example/"), "user information"),
    "user information, no scheme": (lambda: RedirectResponse("//a@evil.example"), "user information"),
    "lone surrogate in a target": (lambda: RedirectResponse("/\ud800"), "lone surrogate"),
    "line end in a Location": (_set_header("Location", "/\r\nx: y"), "U+000D"),
    # files
    "file name that is no text": (lambda: FileResponse(".", filename=b"a"), "filename: is bytes"),  # type: ignore[arg-type]
    "disposition": (lambda: FileResponse(".", content_disposition_type="a; b"), "content_disposition_type: 'a; b'"),
    "file with 204": (lambda: FileResponse(".", 204), "is 204, and a response with that status has no content"),
    "file with 304": (lambda: FileResponse(".", status_code=304), "is 304, and"),
    "file with 205": (lambda: FileResponse(".", 205), "is 205, and"),
    "file with 103": (lambda: FileResponse(".", 103), "is 103, and"),
    "stream with 204": (lambda: StreamingResponse([b"x"], 204), "is 204, and"),
    "stream with 205": (lambda: StreamingResponse([b"x"], 205), "is 205, and"),
    "stream with 304": (lambda: StreamingResponse(iter([b"x"]), status_code=304), "is 304, and"),
    "stream with 101": (lambda: StreamingResponse(iter(()), 101), "is 101, and"),
    "stream that becomes a 304": (lambda: setattr(StreamingResponse([b"x"]), "status_code", 304), "is 304, and"),
    "file that becomes a 204": (lambda: setattr(FileResponse("."), "status_code", 204), "is 204, and"),
    "file that becomes a 1000": (lambda: setattr(FileResponse("."), "status_code", 1000), "is 1000"),
    "false length of a file": (
        lambda: FileResponse(__file__, headers={"content-length": "1"}),
        "is 1, and the file",
    ),
    "false length of a file's stat": (
        lambda: FileResponse(__file__, headers={"content-length": "1"}, stat_result=Path(__file__).stat()),
        "is not the length of the content",
    ),
    "length of a file that is no number": (
        lambda: FileResponse(__file__, headers={"content-length": "x"}),
        "is not a number of octets",
    ),
    "false length of pieces": (
        lambda: StreamingResponse([b"ab", "é", memoryview(b"c")], headers={"content-length": "4"}),
        "is 4, and the pieces are 5 octets",
    ),
    # cookies
    "SameSite=None without Secure": (_set_cookie("a", "b", samesite="none"), "(CK052)"),
    "Partitioned without Secure": (_set_cookie("a", "b", partitioned=True), "(CK070)"),
    "__Host- without Secure": (_set_cookie("__Host-a", "b"), "(CK061)"),
    "__Secure- without Secure": (_set_cookie("__Secure-a", "b"), "(CK060)"),
    "cookie without a name": (_set_cookie("", "b"), "(CK001)"),
    "cookie name": (_set_cookie("a b", "b"), "(CK002)"),
    "cookie value": (_set_cookie("a", "b; Domain=evil.example"), "(CK003)"),
    "control in a cookie value": (_set_cookie("a", "b\r\n"), "(CK005)"),
    "surrogate in a cookie value": (_set_cookie("a", "\ud800"), "(CK003)"),
    "cookie size": (_set_cookie("a", "b" * 4096), "(CK007)"),
    "path that injects": (_set_cookie("a", "b", path="/; Domain=evil.example"), "(CK041)"),
    "relative path": (_set_cookie("a", "b", path="app"), "(CK040)"),
    "domain that injects": (_set_cookie("a", "b", domain="a; Secure"), "(CK030)"),
    "unknown SameSite": (_set_cookie("a", "b", samesite="loose"), "(CK051)"),
    "fraction as Max-Age": (_set_cookie("a", "b", max_age=1.5), "max_age is float"),
    "bool as Max-Age": (_set_cookie("a", "b", max_age=True), "max_age is bool"),
    "naive date": (_set_cookie("a", "b", expires=datetime(2030, 1, 1)), "(CK022)"),  # noqa: DTZ001
    "infinite Max-Age": (_set_cookie("a", "b", max_age=float("inf")), "max_age is float"),
    "span as Max-Age": (_set_cookie("a", "b", max_age=timedelta(1)), "max_age is timedelta"),
    "words as Max-Age": (_set_cookie("a", "b", max_age="1 day"), "max_age is str"),
    "domain of a dot": (_set_cookie("a", "b", domain="."), "(CK030)"),
    "domain with two dots": (_set_cookie("a", "b", domain="..example.com"), "(CK030)"),
    "domain with a dot behind": (_set_cookie("a", "b", domain=".example.com."), "(CK030)"),
    "domain that is a URL": (_set_cookie("a", "b", domain="https://example.com"), "(CK030)"),
    "date in another zone": (_set_cookie("a", "b", expires="Wed, 21 Oct 2026 07:28:00 +0200"), "its zone, +0200"),
    "date in a named zone": (_set_cookie("a", "b", expires="Wed, 21-Oct-2026 07:28:00 PST"), "its zone, PST"),
    "date that injects": (_set_cookie("a", "b", expires="Wed, 21 Oct 2026 07:28:00 GMT; Secure"), "(CK022)"),
    "date that is none": (_set_cookie("a", "b", expires="never"), "(CK022)"),
    "nought as a date": (_set_cookie("a", "b", expires="0"), "(CK026)"),
    "date that cannot be said": (
        _set_cookie("a", "b", expires=datetime.max.replace(tzinfo=timezone(timedelta(hours=-1)))),
        "outside the years 1 to 9999",
    ),
    "ISO date": (_set_cookie("a", "b", expires="2030-01-01"), "(CK022)"),
    "float as date": (_set_cookie("a", "b", expires=1.5), "expires is float"),
    "value that is no str": (_set_cookie("a", b"5"), "value is bytes where str"),
    "value that is a bool": (_set_cookie("a", True), "value is bool where str"),
    "value that is None": (_set_cookie("a", None), "value is NoneType where str"),
    "key that is no str": (_set_cookie(None, "b"), "key is NoneType"),
    "unhashable key": (_set_cookie([], "b"), "key is list"),
    "deletion of __Host- without Secure": (_delete_cookie("__Host-a"), "(CK061)"),
    "deletion of SameSite=None without Secure": (_delete_cookie("a", samesite="none"), "(CK052)"),
}


@pytest.mark.parametrize(("call", "what"), REFUSED.values(), ids=REFUSED)
def test_what_the_rules_call_errors_is_refused(call: Callable[[], object], what: str) -> None:
    """With a ParamError that says what, help and cite, the first time and the next."""
    for _ in range(2):
        with pytest.raises(ParamError, match=re.escape(what)) as caught:
            call()
        assert caught.value.help
        assert caught.value.cite
        for code in re.findall(r"\((CK\d+)\)", str(caught.value)):
            rule = rule_of(code)
            assert rule
            assert rule.help in caught.value.help
            assert rule.citation in caught.value.cite


def test_all_reasons_come_at_once() -> None:
    """Nobody has to run a program five times to learn of five mistakes."""
    with pytest.raises(ParamError) as caught:
        Response().set_cookie("__Host-a", "b c", expires="0", path="x", samesite="none")
    for code in ("CK003", "CK026", "CK040", "CK052", "CK061"):
        assert f"({code})" in caught.value.what


@pytest.mark.parametrize("value", ["hush;", "hush\n", "hush" * 2000, "hüsh"])
def test_a_cookies_value_is_never_repeated(value: str) -> None:
    """Not in the text of the error, nor in what it carries."""
    with pytest.raises(ParamError) as caught:
        Response().set_cookie("a", value)
    assert "sh" not in str(caught.value).replace("cookie", "").replace("should", "")[:40]
    assert value not in str(caught.value) + repr(vars(caught.value))


@pytest.mark.parametrize(
    "call",
    [
        lambda: Response(headers={"Set-Cookie": "sid=hush\r"}),
        lambda: Response(headers={"Set-Cookie ": "sid=hush"}),
        lambda: Response(headers={"Set-Cookie: sid=hush": ""}),
        lambda: Response(headers=[("Set-Cookie", "sid=hush, a=hush")]),
        lambda: Response(headers=[("Set-Cookie", "sid=hush\u2665")]),
        lambda: Response(headers=[("Set-Cookie: sid=hush",)]),  # type: ignore[list-item]
        lambda: Response(headers=["Set-Cookie: sid=hush"]),  # type: ignore[list-item]
        lambda: Response(headers="Set-Cookie: sid=hush"),  # type: ignore[arg-type]
        lambda: Response().headers.append("Set-Cookie", " sid=hush"),
        lambda: Response().headers.update([("Set-Cookie", "sid=hush\n")]),
        _set_cookie("sid=hush", "hush"),
        _set_cookie("sid", b"hush"),
        _set_cookie("sid", ["hush"]),
        _set_cookie("sid", "hush;", path="hu", domain=".", samesite="x", expires="never"),
    ],
)
def test_no_door_tells_a_cookies_value(call: Callable[[], object]) -> None:
    """Whichever part of it is wrong."""
    with pytest.raises(ParamError) as caught:
        call()
    assert "hush" not in str(caught.value) + repr(vars(caught.value))


def test_nothing_is_added_where_something_is_refused() -> None:
    """The response is what it was."""
    response = Response(headers={"x": "1"})
    before = list(response.raw_headers)
    calls: list[Callable[[], object]] = [
        lambda: response.set_cookie("a", "b;"),
        lambda: response.headers.append("x", "\n"),
        lambda: response.headers.__setitem__("x", "\n"),
    ]
    for call in calls:
        with pytest.raises(ParamError):
            call()
    assert before == response.raw_headers

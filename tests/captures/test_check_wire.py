"""`check_wire`: the same judge for responses that antiphon did not build."""

from __future__ import annotations

import email.message
from collections.abc import Mapping
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon import WireError, check_wire
from antiphon.captures.description import cookie_of
from antiphon.http.set_cookie import PlainCookie
from antiphon.rules.registry import rules
from tests.support.asked import examples

COOKIE = "sid=t; Path=/; SameSite=Lax; HttpOnly"
TEXT = ("Content-Type", "text/plain; charset=utf-8")


def found(*lines: tuple[str, str], status: int = 200, body: bytes | None = None, **rest: Any) -> list[tuple[str, str]]:
    """Code and path of each finding."""
    return [(one.code, one.path) for one in check_wire(status, lines, body, **rest)]


def test_an_ordinary_response_draws_nothing() -> None:
    """A usual server's response, its own fields included, draws no finding."""
    server = [("Date", "Sun, 22 Nov 2026 12:00:00 GMT"), ("Server", "nginx"), ("Connection", "keep-alive")]
    length = [("Content-Length", "5"), ("Cache-Control", "no-store"), ("Set-Cookie", COOKIE)]
    assert [] == found(*server, *length, TEXT, body=b"hello")
    chunked = [("Transfer-Encoding", "chunked"), ("Cache-Control", "no-store")]
    assert [] == found(*server, *chunked, TEXT, body=b"hello")


def test_a_path_names_the_line() -> None:
    """Cookies are counted, attributes have the standard's names, and a field that occurs once has no number."""
    assert [("CK020", "Set-Cookie[1].Max-Age"), ("CK052", "Set-Cookie[0].SameSite")] == found(
        ("Set-Cookie", "a=t; Path=/; SameSite=None"), ("Set-Cookie", "b=t; Path=/; SameSite=Lax; Max-Age=1.5")
    )
    assert [("RD001", "location")] == found(("location", "/a b"), ("Cache-Control", "no-store"), status=302)
    assert ("HD009", "ETag[1]") in found(("ETag", '"a"'), TEXT, ("ETag", '"b"'))
    assert ("ST001", "status") in found(status=600)


def test_a_name_in_a_path_can_be_printed() -> None:
    """Whatever a field is called, its path is one line of text."""
    [path] = {path for code, path in found(("a\r\nb", "v")) if code in ("HD001", "HD002")}
    assert path.isprintable()


def test_octets_are_read_as_latin_1() -> None:
    """Bytes and text are the same lines."""
    as_text = check_wire(200, [("Set-Cookie", "a=\xff; Path=/; SameSite=Lax")])
    assert as_text == check_wire(200, [(b"Set-Cookie", b"a=\xff; Path=/; SameSite=Lax")])
    assert ["CK003"] == [one.code for one in as_text]


@pytest.mark.parametrize(
    ("line", "cookie"),
    [
        ("a=b", PlainCookie(name="a", value="b")),
        ("a", PlainCookie(name="", value="a")),
        ("=a", PlainCookie(name="", value="a")),
        ("a=b=c", PlainCookie(name="a", value="b=c")),
        ("a=", PlainCookie(name="a", value="")),
        ("a=b; SECURE; httponly; samesite=laX", PlainCookie(
            name="a", value="b", secure=True, http_only=True, same_site="laX"
        )),
        ("a=b; Max-Age=1.5; Expires=soon", PlainCookie(name="a", value="b", max_age="1.5", expires="soon")),
        ("a=b; Priority=High; x", PlainCookie(name="a", value="b", extensions=(("Priority", "High"), ("x", None)))),
        ("a=b; Path=/; Path=/b", PlainCookie(name="a", value="b", path="/", extensions=(("Path", "/b"),))),
        ("a=b; Secure=false", PlainCookie(name="a", value="b", extensions=(("Secure", "false"),))),
        ("a=b;; ;", PlainCookie(name="a", value="b")),
        (" a = b c ; Path = / ", PlainCookie(name="a", value="b c", path="/")),
        ("a=b; =x", PlainCookie(name="a", value="b", extensions=(("", "x"),))),
    ],
)  # fmt: skip
def test_a_cookie_is_read_as_it_was_written(line: str, cookie: PlainCookie) -> None:
    """Nothing of a Set-Cookie line is lost but blanks and empty attributes: what browsers ignore is an extension."""
    assert cookie == cookie_of(line)


def test_joined_cookies_stay_one_line() -> None:
    """Several cookies in one line are what they are: one wrong line."""
    assert [("CK082", "Set-Cookie[0]")] == found(("Set-Cookie", "a=1; Path=/, b=2; Path=/"))


class Joining(Mapping[str, str]):
    """As httpx's Headers: a mapping that joins lines of one name, and gives them apart when asked."""

    def __getitem__(self, name: str) -> str:
        return ", ".join(value for _, value in self.multi_items())

    def __iter__(self) -> Any:
        return iter(["set-cookie"])

    def __len__(self) -> int:
        return 1

    def multi_items(self) -> list[tuple[str, str]]:
        return [("set-cookie", COOKIE), ("set-cookie", COOKIE.replace("sid", "b"))]


def test_headers_of_any_library() -> None:
    """Pairs, mappings and the headers of clients are taken as they are, with every line of a name."""
    wrong = "a=t; Path=x; SameSite=Lax"
    message = email.message.Message()
    message["Set-Cookie"] = wrong
    message["Set-Cookie"] = COOKIE
    for headers in ({"Set-Cookie": wrong}, {b"Set-Cookie": wrong.encode()}, [("Set-Cookie", wrong)]):
        assert ["CK040"] == [one.code for one in check_wire(200, headers)]
    assert ["CK040"] == [one.code for one in check_wire(200, message)]
    assert () == check_wire(200, Joining())


def test_content_type_is_said_once() -> None:
    """The Content-Type line is the content's own; only a second one is a second one."""
    assert [] == found(TEXT, ("Cache-Control", "no-store"), body=b"hello")
    assert ("CT002", "Content-Type[1]") in found(TEXT, TEXT, ("Cache-Control", "no-store"), body=b"hello")
    assert ("CT009", "body") in found(body=b"hello")


@pytest.mark.parametrize(
    ("status", "method", "lines", "body", "codes"),
    [
        (200, "GET", [("Content-Length", "4")], b"hello", ["ST021"]),
        (200, "HEAD", [("Content-Length", "4")], b"", []),
        (200, "HEAD", [("Content-Length", "4")], None, []),
        (200, "HEAD", [], b"hello", ["ST023"]),
        (200, "GET", [("Content-Length", "4")], None, []),
        (200, "GET", [("Content-Length", "0")], None, []),
        (204, "GET", [], b"hello", ["ST002"]),
        (304, "GET", [("ETag", '"a"'), ("Content-Length", "4")], None, []),
        (200, "GET", [("Content-Encoding", "gzip")], b"hello", ["ST026"]),
        (200, "GET", [("Content-Encoding", "gzip")], None, []),
    ],
)
def test_content_and_method(status: int, method: str, lines: Any, body: bytes | None, codes: list[str]) -> None:
    """Content is judged where it is known, and what is not known is not held against anybody."""
    fields = [TEXT, ("Cache-Control", "no-store"), ("Vary", "Accept-Encoding"), *lines]
    given_codes = [one.code for one in check_wire(status, fields, body, method) if one.level == "error"]
    assert codes == given_codes


def test_a_url_lets_the_rules_of_a_site_judge() -> None:
    """Scheme and host are known with a URL, and without one nothing is said."""
    line = ("Set-Cookie", "a=t; Path=/; SameSite=Lax; Secure; Domain=other.example")
    assert [] == found(line)
    assert ["CK033", "CK050"] == [code for code, _ in found(line, url="http://shop.example/x")]
    assert ["CK033"] == [code for code, _ in found(line, url="https://shop.example:8443/x")]
    assert [] == found(("Set-Cookie", "a=t; Path=/; SameSite=Lax; Secure"), url="http://[::1]:8000/")


def test_profiles() -> None:
    """The profile strict makes an error of what default warns of."""
    line = ("Cache-Control", "public, private")
    for profile, level in (("default", "warning"), ("strict", "error")):
        [one] = check_wire(200, [line], profile=profile)  # type: ignore[arg-type]  # mypy widens the tuple's text
        assert ("CC004", level) == (one.code, one.level)


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("200", []), "the status is of type str"),
        ((True, []), "the status is of type bool"),
        ((10**5000, []), "the status has more digits"),
        ((200, 3), "the headers are of type int"),
        ((200, ["a: b"]), "line 0 of the headers is not a pair"),
        ((200, [("a", "b"), ("c",)]), "line 1 of the headers is not a pair"),
        ((200, [("a", 3)]), "a field value is of type int"),
        ((200, [(None, "a")]), "a field name is of type NoneType"),
        ((200, [("a", "\ud800")]), "a field value holds a lone surrogate"),
        ((200, [], "text"), "the body is of type str"),
        ((200, [], b"", 3), "the method is of type int"),
    ],
)
def test_what_is_no_response(arguments: Any, what: str) -> None:
    """Input that cannot be a response is a WireError, which is a ValueError, with help."""
    with pytest.raises(ValueError, match=what) as caught:
        check_wire(*arguments)
    assert isinstance(caught.value, WireError)
    assert caught.value.help


@pytest.mark.parametrize("url", ["", "/x", "http://[::1", "mailto:a@b", "http://"])
def test_a_url_that_is_none(url: str) -> None:
    """A URL that names no host is refused."""
    with pytest.raises(WireError):
        check_wire(200, [], url=url)
    with pytest.raises(WireError, match="no profile"):
        check_wire(200, [], profile="lax")  # type: ignore[arg-type]  # refused at run time as well


OCTETS = st.binary(max_size=24)
NAMES = st.sampled_from([b"Set-Cookie", b"Content-Type", b"Cache-Control", b"Link", b"Location", b"Vary"])


@settings(max_examples=examples(150), deadline=None)
@given(
    st.integers(-1, 1000),
    st.lists(st.tuples(OCTETS | NAMES, OCTETS), max_size=4),
    st.none() | OCTETS,
    st.sampled_from(["GET", "HEAD", "POST", "OPTIONS", ""]),
)
def test_nothing_crashes(status: int, lines: list[tuple[bytes, bytes]], body: bytes | None, method: str) -> None:
    """Whatever octets came over a wire, the judge has an opinion."""
    for one in check_wire(status, lines, body, method):
        assert one.path.isprintable()


def test_rules_about_declarations_are_silent() -> None:
    """A rule of the family `declaration` judges no foreign response; only a misspelt field name is one everywhere."""
    family = {rule.code for rule in rules() if rule.check.__module__.split(".")[2] == "declaration"}
    assert family - {"AN004"} == {rule.code for rule in rules() if not rule.applies_to_captures} & family
    assert {"HD008", "HD018", "SF003"} == {rule.code for rule in rules() if not rule.applies_to_captures} - family


@pytest.mark.parametrize(
    ("name", "value", "status", "code"),
    [
        ("WWW-Authenticate", 'Bas0, charset="UTF-8"', 401, "SC018"),
        ("WWW-Authenticate", 'Negotiate YQ==, realm="a"', 401, "SC018"),
        ("Content-Range", "items a-b/c", 206, "ST008"),
        ("Referrer-Policy", "no-refe<rrer, origin", 200, "SC009"),
        ("Location", "https://[::250.250.00.250]/", 303, "RD001"),
    ],
)
def test_what_other_judges_found(name: str, value: str, status: int, code: str) -> None:
    """Values that httplint and the RFCs' ABNF refused and antiphon once did not are errors (docs/decisions/0030)."""
    assert code in {one.code for one in check_wire(status, [(name, value)]) if one.level == "error"}


def test_a_capture_is_judged_by_its_own_date() -> None:
    """A cookie that has expired since was none that deletes, and one that outlives browsers' limit did so then."""
    line = ("Set-Cookie", "a=b; Path=/; Secure; Partitioned; Expires=Fri, 01 Apr 2016 00:00:00 GMT")
    then = check_wire(200, [line, ("Date", "Thu, 01 Jan 2015 00:00:00 GMT")])
    assert {"CK021", "CK071"} == {one.code for one in then}
    later = check_wire(200, [line, ("Date", "Sun, 01 Jan 2017 00:00:00 GMT")])
    assert set() == {one.code for one in later}

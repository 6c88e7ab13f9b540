"""The writer of Set-Cookie: what it refuses, what it writes, and that a browser reads back what was declared."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from typing import Any, NamedTuple

import pytest
from abnf.grammars import rfc6265
from abnf.parser import ParseError
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from antiphon.http.cookie_checks import reasons
from antiphon.http.set_cookie import Cookie, PlainCookie, folded, is_deletion, is_joined, read, write
from antiphon.spec import CookieSpec
from tests.support.asked import examples

EVERY_OCTET = [chr(octet) for octet in range(256)]
DEEP = settings(max_examples=examples(400), deadline=None)


def codes(**parts: Any) -> list[str]:
    """Why a cookie with these parts is refused."""
    whole: dict[str, Any] = {"name": "n", "value": "v", **parts}
    return [reason.code for reason in reasons(PlainCookie(**whole))]


def grammatical(rule: str, text: str) -> bool:
    """Whether RFC 6265's own grammar has the text, as the `abnf` package reads it."""
    try:
        rfc6265.Rule(rule).parse_all(text)
    except ParseError:
        return False
    return True


# Cookies as they are written


def test_attributes_are_written_in_alphabetical_order() -> None:
    """Every attribute has its standard spelling, and the order does not depend on the caller."""
    cookie = PlainCookie(
        name="sid",
        value="t",
        secure=True,
        same_site="LAX",
        path="/",
        partitioned=True,
        max_age=3600,
        http_only=True,
        expires=datetime(2027, 1, 1, tzinfo=UTC),
        domain="shop.example",
        extensions=(("Priority", "High"), ("Flag", None)),
    )
    expected = (
        "sid=t; Domain=shop.example; Expires=Fri, 01 Jan 2027 00:00:00 GMT; HttpOnly; Max-Age=3600; Partitioned; "
        "Path=/; SameSite=Lax; Secure; Priority=High; Flag"
    )
    assert expected == write(cookie)


def test_nothing_is_written_for_what_is_not_given() -> None:
    """A cookie without attributes is a name and a value; an empty value is written as nothing."""
    assert "sid=t" == write(PlainCookie(name="sid", value="t"))
    assert "sid=" == write(PlainCookie(name="sid", value=""))


def test_the_model_and_the_plain_cookie_write_the_same() -> None:
    """`CookieSpec.wire()` is the writer's text."""
    moment = datetime(2027, 1, 1, 12, 30, tzinfo=timezone(timedelta(hours=5, minutes=30)))
    parts: dict[str, Any] = {"name": "sid", "value": "t", "path": "/", "expires": moment, "same_site": "strict"}
    assert CookieSpec(**parts).wire() == write(PlainCookie(**parts))
    assert "Expires=Fri, 01 Jan 2027 07:00:00 GMT" in CookieSpec(**parts).wire()


def test_an_enormous_max_age_is_refused_and_does_not_crash() -> None:
    """Python refuses to write an int of 5000 digits; the writer says that the attribute is too long."""
    assert ["CK008"] == codes(max_age=10**5000)
    assert [] == codes(max_age=10**1000)


# Legal cookies that naive validators refuse


@pytest.mark.parametrize(
    "parts",
    [
        {"value": ""},
        {"value": "a=b=="},
        {"name": "!#$%&'*+-.^_`|~0", "value": "1"},
        {"value": "!#$%&'()*+-./0123456789:<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]^_`abcdefghijklmnopqrstuvwxyz{|}~"},
        {"value": '"quoted"'},
        {"value": '""'},
        {"value": "v" * 4095},
        {"name": "n" * 4096, "value": ""},
        {"path": "/" + "p" * 1023},
        {"path": "/!$&'()*+,-.:=@[]_~%"},
        {"path": "//"},
        {"path": "/..."},
        {"path": "/a%20b/%C3%A9"},
        {"max_age": 0},
        {"max_age": "007"},
        {"max_age": 99_999_999_999_999_999_999},
        {"max_age": "9" * 1024},
        {"domain": "xn--bcher-kva.example"},
        {"domain": "1.example"},
        {"domain": "a" * 63 + ".example"},
        {"domain": "SHOP.Example"},
        {"same_site": "lax"},
        {"same_site": "STRICT"},
        {"same_site": "None", "secure": True},
        {"secure": True},
        {"name": "__Host-n", "path": "/", "secure": True},
        {"name": "__Secure-n", "domain": "shop.example", "path": "/app", "secure": True},
        {"name": "__Hostn"},
        {"name": "__Host"},
        {"name": "a__Host-"},
        {"expires": datetime(1970, 1, 1, tzinfo=UTC)},
        {"expires": "Thu, 01 Jan 1970 00:00:00 GMT"},
        {"expires": datetime(1601, 1, 1, tzinfo=UTC)},
        {"expires": datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)},
        {"extensions": (("Priority", "High"),)},
        {"extensions": (("X", "y" * 5000),)},
        {"extensions": (("a b, c", "d/e=f"),)},
    ],
    ids=lambda parts: repr(parts)[:60],
)
def test_legal_cookies_are_not_refused(parts: dict[str, Any]) -> None:
    """A cookie that the standard allows and browsers keep is written without complaint."""
    assert [] == codes(**parts)


# Cookies that are refused


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({"name": ""}, ["CK001"]),
        ({"name": "a b"}, ["CK002"]),
        ({"name": "a\n"}, ["CK005"]),
        ({"name": "a\x80"}, ["CK002"]),
        ({"name": "\ud800"}, ["CK002"]),
        ({"value": "a b"}, ["CK003"]),
        ({"value": " a"}, ["CK003"]),
        ({"value": '"a'}, ["CK003"]),
        ({"value": '"'}, ["CK003"]),
        ({"value": "v; Domain=evil.example"}, ["CK003"]),
        ({"value": "v\r\nSet-Cookie: a=b"}, ["CK005"]),
        ({"value": "v\n"}, ["CK005"]),
        ({"value": "\ud83d"}, ["CK003"]),
        ({"value": "v" * 4096}, ["CK007"]),
        ({"name": "n" * 2049, "value": "v" * 2048}, ["CK007"]),
        ({"value": "é" * 2048}, ["CK003", "CK007"]),
        ({"path": "/" + "p" * 1024}, ["CK008"]),
        ({"path": ""}, ["CK040"]),
        ({"path": "app"}, ["CK040"]),
        ({"path": '"/"'}, ["CK040"]),
        ({"path": " /"}, ["CK040"]),
        ({"path": "/ "}, ["CK041"]),
        ({"path": "/a;b"}, ["CK041"]),
        ({"path": "/a/../b"}, ["CK041"]),
        ({"path": "/a/."}, ["CK041"]),
        ({"path": "/%2E%2e/b"}, ["CK041"]),
        ({"path": "/\x7f"}, ["CK005"]),
        ({"path": "/; Domain=evil.example"}, ["CK041"]),
        ({"domain": ""}, ["CK030"]),
        ({"domain": ".shop.example"}, ["CK030"]),
        ({"domain": "shop.example."}, ["CK030"]),
        ({"domain": "shop..example"}, ["CK030"]),
        ({"domain": "shop.example:443"}, ["CK030"]),
        ({"domain": "*.shop.example"}, ["CK030"]),
        ({"domain": "-a.example"}, ["CK030"]),
        ({"domain": "a" * 64 + ".example"}, ["CK030"]),
        ({"domain": ".".join(["a" * 49] * 6)}, ["CK030"]),
        ({"domain": "bücher.example"}, ["CK030"]),
        ({"domain": "a_b.example"}, ["CK030"]),
        ({"domain": "[::1]"}, ["CK030"]),
        ({"domain": "shop.example\n"}, ["CK005"]),
        ({"max_age": "1.5"}, ["CK020"]),
        ({"max_age": "+5"}, ["CK020"]),
        ({"max_age": ""}, ["CK020"]),
        ({"max_age": " 5"}, ["CK020"]),
        ({"max_age": "٣"}, ["CK020"]),
        ({"max_age": "--1"}, ["CK020"]),
        ({"max_age": -1}, ["CK026"]),
        ({"max_age": "-0"}, ["CK026"]),
        ({"expires": "0"}, ["CK026"]),
        ({"expires": "-1"}, ["CK026"]),
        ({"expires": "2027-01-01T00:00:00Z"}, ["CK022"]),
        ({"expires": "Thu, 01 Jan 2027 00:00:00 GMT"}, ["CK022"]),
        ({"expires": "Wed, 30 Feb 2028 00:00:00 GMT"}, ["CK022"]),
        ({"expires": "Fri, 01 Jan 2027 00:00:00 +0500"}, ["CK022"]),
        ({"expires": "Fri, 01-Jan-2027 00:00:00 GMT"}, ["CK022"]),
        ({"expires": "fri, 01 jan 2027 00:00:00 gmt"}, ["CK022"]),
        ({"expires": "Sat, 31 Dec 2016 23:59:60 GMT"}, ["CK022"]),
        ({"expires": datetime(2027, 1, 1)}, ["CK022"]),  # noqa: DTZ001 - naive on purpose
        ({"expires": datetime(1600, 12, 31, tzinfo=UTC)}, ["CK022"]),
        ({"expires": datetime.min.replace(tzinfo=timezone(timedelta(hours=1)))}, ["CK022"]),
        ({"expires": datetime.max.replace(tzinfo=timezone(timedelta(hours=-1)))}, ["CK022"]),
        ({"same_site": ""}, ["CK051"]),
        ({"same_site": "Lax "}, ["CK051"]),
        ({"same_site": "None"}, ["CK052"]),
        ({"name": "__secure-n"}, ["CK060"]),
        ({"name": "__Host-n", "secure": True}, ["CK061"]),
        ({"name": "__HOST-n", "path": "/"}, ["CK061"]),
        ({"name": "__Host-n", "path": "//", "secure": True}, ["CK061"]),
        ({"name": "__Host-n", "path": "/", "secure": True, "domain": "shop.example"}, ["CK061"]),
        ({"name": "__Http-n", "secure": True}, ["CK062"]),
        ({"name": "__Http-n", "http_only": True}, ["CK062"]),
        ({"name": "__Host-Http-n", "secure": True, "path": "/"}, ["CK063"]),
        ({"name": "__Host-Http-n", "secure": True, "http_only": True}, ["CK061"]),
        ({"partitioned": True}, ["CK070"]),
        ({"path": "/", "extensions": (("path", "/a"),)}, ["CK009"]),
        ({"extensions": (("X", "1"), (" x", None))}, ["CK009"]),
        ({"extensions": (("Secure", ""),)}, ["CK010"]),
        ({"extensions": (("HttpOnly=0", None),)}, ["CK010"]),
        ({"extensions": (("X", "a;b"),)}, ["CK006"]),
        ({"extensions": (("", "a"),)}, ["CK006"]),
        ({"extensions": ((" ", None),)}, ["CK006"]),
        ({"extensions": (("X\t", None),)}, ["CK005"]),
    ],
    ids=lambda case: repr(case)[:60],
)
def test_wrong_cookies_are_refused_under_their_code(parts: dict[str, Any], expected: list[str]) -> None:
    """Each mistake has its code, and no other code besides."""
    assert expected == codes(**parts)


def test_all_reasons_come_at_once() -> None:
    """A cookie that is wrong in several ways is told all of them, in the order of the codes."""
    found = codes(name="a b", value="c;d", path="x", same_site="none", partitioned=True, max_age="soon")
    assert ["CK002", "CK003", "CK020", "CK040", "CK052", "CK070"] == found


# Every octet, against grammars that antiphon did not write


@pytest.mark.parametrize("frame", ["{}", "{}b", "a{}b", "a{}"])
def test_every_octet_in_a_name(frame: str) -> None:
    """A name is refused exactly where RFC 6265's grammar has no such cookie-name."""
    for octet in EVERY_OCTET:
        name = frame.format(octet)
        assert grammatical("cookie-name", name) == (not codes(name=name)), repr(name)


@pytest.mark.parametrize("frame", ["{}", "{}b", "a{}b", "a{}", '"{}"', '"a{}b"'])
def test_every_octet_in_a_value(frame: str) -> None:
    """A value is refused exactly where RFC 6265's grammar has no such cookie-value."""
    for octet in EVERY_OCTET:
        value = frame.format(octet)
        assert grammatical("cookie-value", value) == (not codes(value=value)), repr(value)


#: Left as they are by a browser's address bar, in a path: URL Standard section 1.3, path percent-encode set.
LEFT_IN_PATHS = set(range(0x21, 0x7F)) - set(b'"#<>?\\^`{|};')


@pytest.mark.parametrize("frame", ["/{}", "/a{}b", "/a{}"])
def test_every_octet_in_a_path(frame: str) -> None:
    """A path is refused exactly where a request's path never holds that octet, or where it would be a dot segment."""
    for octet in EVERY_OCTET:
        legal = ord(octet) in LEFT_IN_PATHS and frame.format(octet) != "/."
        assert legal == (not codes(path=frame.format(octet))), repr(octet)
        if legal:
            assert grammatical("path-value", frame.format(octet))


@pytest.mark.parametrize("frame", ["{}.example", "a{}b.example", "{}b.example", "a{}.example"])
def test_every_octet_in_a_domain(frame: str) -> None:
    """A domain is refused exactly where its labels are not of letters and digits, with hyphens inside."""
    label = re.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?", re.IGNORECASE | re.ASCII)
    for octet in EVERY_OCTET:
        domain = frame.format(octet)
        legal = all(label.fullmatch(part) for part in domain.split("."))
        assert legal == (not codes(domain=domain)), repr(domain)
        if legal:
            assert grammatical("domain-value", domain)


# The browser's side: draft-ietf-httpbis-rfc6265bis-22, to the letter


class Received(NamedTuple):
    """A cookie as section 5.6 parses it."""

    name: str
    value: str
    attributes: dict[str, Any]


def receive(line: str) -> Received | None:
    """Section 5.6, step by step; the attributes as sections 5.6.1 to 5.6.7 leave them. None where it is ignored."""
    if re.search(r"[\x00-\x08\x0a-\x1f\x7f]", line):
        return None
    pair, separator, rest = line.partition(";")
    unparsed = separator + rest
    name, equals, value = pair.partition("=")
    if not equals:
        name, value = "", pair
    name, value = name.strip(" \t"), value.strip(" \t")
    if len(name.encode()) + len(value.encode()) > 4096 or not name + value:
        return None
    attributes: dict[str, Any] = {}
    while unparsed:
        unparsed = unparsed[1:]
        end = unparsed.find(";")
        piece, unparsed = (unparsed, "") if end < 0 else (unparsed[:end], unparsed[end:])
        key, _, given = piece.partition("=")
        key, given = key.strip(" \t").lower(), given.strip(" \t")
        if len(given.encode()) <= 1024:
            _receive_attribute(attributes, key, given)
    return Received(name, value, attributes)


def _receive_attribute(attributes: dict[str, Any], key: str, given: str) -> None:
    if key == "expires":
        moment = cookie_date(given)
        if moment is not None:
            attributes[key] = moment
    elif key == "max-age":
        if re.fullmatch("-?[0-9]+", given):
            attributes[key] = int(given)
    elif key == "domain":
        attributes[key] = given.removeprefix(".").lower()
    elif key == "path":
        attributes[key] = given if given.startswith("/") else None
    elif key in ("secure", "httponly", "partitioned"):
        attributes[key] = True
    elif key == "samesite":
        attributes[key] = given.lower() if given.lower() in ("strict", "lax", "none") else "default"


MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


def cookie_date(text: str) -> datetime | None:
    """Section 5.1.1, step by step."""
    time: list[int] = []
    day = month = year = None
    for token in re.split(r"[\x09\x20-\x2f\x3b-\x40\x5b-\x60\x7b-\x7e]+", text):
        if not time and (match := re.match(r"([0-9]{1,2}):([0-9]{1,2}):([0-9]{1,2})(?:[^0-9]|$)", token)):
            time = [int(part) for part in match.groups()]
        elif day is None and (match := re.match(r"([0-9]{1,2})(?:[^0-9]|$)", token)):
            day = int(match[1])
        elif month is None and token[:3].lower() in MONTHS:
            month = MONTHS.index(token[:3].lower()) + 1
        elif year is None and (match := re.match(r"([0-9]{2,4})(?:[^0-9]|$)", token)):
            year = int(match[1])
            year += 1900 if 70 <= year <= 99 else 2000 if year <= 69 else 0
    if not time or day is None or month is None or year is None or year < 1601:
        return None
    try:
        return datetime(year, month, day, time[0], time[1], time[2], tzinfo=UTC)
    except ValueError:
        return None


ANYTHING = st.text(max_size=12) | st.text('aB0;, ="\\\t\r\n\0\x7fé/.%:', max_size=12)
TOKENS = st.text("abcXYZ019!#$%&'*+-.^_`|~", min_size=1, max_size=12)
OCTETS = st.text("abcXYZ019!#$%&'()*+-./:<=>?@[]^_`{|}~", max_size=20)
#: Not `st.timezones()`: a bare machine has no time zone database.
ZONES = st.integers(-1439, 1439).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1602, 1, 1), timezones=ZONES)  # noqa: DTZ001 - zones follow
FLAG = st.booleans()

GOOD: dict[str, st.SearchStrategy[Any]] = {
    "name": TOKENS | st.sampled_from(["__Host-a", "__Secure-a", "__http-a", "__Host-Http-a"]),
    "value": OCTETS | OCTETS.map('"{}"'.format),
    "domain": st.none() | st.sampled_from(["shop.example", "A.B", "xn--bcher-kva.example"]),
    "path": st.none() | st.just("/") | st.text("abc/%20~:", max_size=12).map("/{}".format),
    "max_age": st.none() | st.integers(0) | st.integers(0).map(str),
    "expires": st.none() | MOMENTS,
    "secure": st.just(value=True),
    "http_only": st.just(value=True),
    "same_site": st.none() | st.sampled_from(["lax", "Strict", "NONE"]),
    "partitioned": FLAG,
    "extensions": st.just(()),
}
WILD: dict[str, st.SearchStrategy[Any]] = {
    **dict.fromkeys(("name", "value", "domain", "path", "max_age", "expires", "same_site"), ANYTHING),
    "max_age": ANYTHING | st.integers() | st.integers().map(str),
    "expires": ANYTHING | st.datetimes(timezones=st.none() | ZONES),
    **dict.fromkeys(("secure", "http_only", "partitioned"), FLAG),
    "extensions": st.lists(
        st.tuples(
            st.sampled_from(["Priority", "Secure", "path", " Max-Age", "Domain", "X=y", "sameSITE"]) | ANYTHING,
            st.none() | st.sampled_from(["None", "/", "5", "shop.example"]) | ANYTHING,
        ),
        max_size=3,
    ).map(tuple),
}


@st.composite
def cookies(draw: st.DrawFn) -> PlainCookie:
    """A cookie whose parts are good by themselves, but for at most two that may be anything."""
    wild = draw(st.sets(st.sampled_from(sorted(WILD)), max_size=2))
    return PlainCookie(**{name: draw(WILD[name] if name in wild else GOOD[name]) for name in GOOD})


COOKIES = cookies()


def expected_attributes(cookie: Cookie) -> dict[str, Any]:
    """The cookie that a browser should have understood."""
    read_as = folded(cookie)
    expires = cookie_date(read_as.expires) if isinstance(read_as.expires, str) else read_as.expires
    meant = {
        "domain": read_as.domain.lower() if read_as.domain is not None else None,
        "expires": expires.astimezone(UTC).replace(microsecond=0) if expires is not None else None,
        "httponly": read_as.http_only or None,
        "max-age": int(read_as.max_age) if read_as.max_age is not None else None,
        "partitioned": read_as.partitioned or None,
        "path": read_as.path,
        "samesite": read_as.same_site.lower() if read_as.same_site is not None else None,
        "secure": read_as.secure or None,
    }
    return {key: value for key, value in meant.items() if value is not None}


@pytest.mark.newest
@DEEP
@given(COOKIES)
@example(PlainCookie(name="n", value="v", extensions=(("SameSite", "None"), ("Secure", None))))
@example(PlainCookie(name="n", value="v", max_age=0, extensions=(("max-age", "7"),)))
@example(PlainCookie(name="n", value="v", expires=datetime(2016, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)))
def test_a_browser_reads_an_accepted_cookie_as_it_was_declared(cookie: PlainCookie) -> None:
    """Section 5.6 gives back name, value and every attribute of a cookie that is not refused."""
    assume(not reasons(cookie))
    received = receive(write(cookie))
    assert Received(cookie.name, cookie.value or "", expected_attributes(cookie)) == received


@pytest.mark.newest
@DEEP
@given(COOKIES)
def test_no_accepted_cookie_leaves_its_line_or_its_place(cookie: PlainCookie) -> None:
    """An accepted cookie has no CR, LF or NUL, is ASCII, and has semicolons between its attributes alone."""
    assume(not reasons(cookie))
    line = write(cookie)
    assert line.isascii()
    assert line.isprintable()
    attributes = len(expected_attributes(cookie._replace(extensions=())))
    assert attributes + len(cookie.extensions) == line.count(";")


@pytest.mark.newest
@DEEP
@given(COOKIES)
def test_an_accepted_cookie_is_read_back_by_our_own_reader(cookie: PlainCookie) -> None:
    """`read` finds in the written line what a browser finds, and nothing wrong."""
    assume(not reasons(cookie))
    back = read(write(cookie))
    assert () == reasons(back)
    assert (cookie.name, cookie.value or "") == (back.name, back.value)
    assert expected_attributes(cookie) == expected_attributes(back)
    assert is_deletion(folded(cookie)) == is_deletion(back)


@pytest.mark.newest
@DEEP
@given(st.text() | st.text('a=;, \t"P/th:Secu'))
def test_any_line_can_be_read_and_judged(line: str) -> None:
    """No text is so wrong that reading or judging it raises."""
    cookie = read(line)
    reasons(cookie)
    is_deletion(cookie)
    is_joined(line)


@pytest.mark.newest
@DEEP
@given(COOKIES)
def test_no_reason_holds_the_value(cookie: PlainCookie) -> None:
    """Whatever is wrong, the cookie's value is not in the message."""
    marked = cookie._replace(value=f"m4rk{cookie.value}m4rk")
    assert not any("m4rk" in reason.message for reason in reasons(marked))


# Deletions


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ({}, False),
        ({"max_age": 0}, True),
        ({"max_age": "000"}, True),
        ({"max_age": -1}, True),
        ({"max_age": 1}, False),
        ({"max_age": "soon"}, False),
        ({"max_age": 1, "expires": datetime(1970, 1, 1, tzinfo=UTC)}, False),
        ({"expires": datetime(1970, 1, 1, tzinfo=UTC)}, True),
        ({"expires": "Sun, 06 Nov 1994 08:49:37 GMT"}, True),
        ({"expires": datetime(9999, 1, 1, tzinfo=UTC)}, False),
        ({"expires": "0"}, True),
        ({"expires": "-1"}, True),
        ({"expires": "tomorrow"}, False),
        ({"expires": datetime(1970, 1, 1)}, False),  # noqa: DTZ001 - naive on purpose
    ],
)
def test_a_deletion_is_known_by_its_lifetime(parts: dict[str, Any], expected: bool) -> None:
    """A lifetime that is over on arrival deletes; Max-Age is asked first, as browsers do."""
    assert expected is is_deletion(PlainCookie(name="n", value="", **parts))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("a=1, b=2", True),
        ("a=1,b=2", True),
        ("a=1; Path=/, b=2", True),
        ("a=1; Secure,b=2", True),
        ("a=1; Expires=Fri, 01 Jan 2027 00:00:00 GMT, b=2; Path=/", True),
        ("a=1; Max-Age=1,b=2", True),
        ("a=1; Expires=Fri, 01 Jan 2027 00:00:00 GMT", False),
        ("a=1; Path=/x,b=2", False),
        ('a="x, b=2"', False),
        ('a={"x":1,"y":2}', False),
        ("a=1; Note=x,b=c", False),
        ("a,b=1", False),
    ],
)
def test_joined_lines_are_told_from_commas(line: str, expected: bool) -> None:
    """A comma joins cookies where a name and an equals sign follow, and no date, path or quoted value holds it."""
    assert expected is is_joined(line)


# The model


def test_a_leap_second_is_not_corrected_in_silence() -> None:
    """HTTP dates may end in :60, cookie dates may not: the text stays as it is, and is refused."""
    cookie = CookieSpec(name="n", value="v", expires="Sat, 31 Dec 2016 23:59:60 GMT")
    assert "Sat, 31 Dec 2016 23:59:60 GMT" == cookie.expires
    assert ["CK022"] == [reason.code for reason in reasons(cookie)]


def test_a_moment_beyond_the_calendar_is_kept_and_refused() -> None:
    """An aware datetime that has no date in GMT becomes text, which is refused, and survives JSON."""
    cookie = CookieSpec(name="n", value="v", expires=datetime.max.replace(tzinfo=timezone(timedelta(hours=-5))))
    assert ["CK022"] == [reason.code for reason in reasons(cookie)]
    assert cookie == CookieSpec.model_validate_json(cookie.model_dump_json())

"""No output of `lint`, and no finding of `check_wire`, holds the value of a cookie, however the line is damaged."""

from __future__ import annotations

import importlib
import json
import pkgutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from antiphon import check_wire
from antiphon.cli import formats
from antiphon.cli.collecting.settings import Settings
from antiphon.cli.inputs.captures import judged_inputs
from antiphon.http.secrets import covered, disguised, holds_cookies
from tests.support.asked import examples

SECRET = "s3cr3t"
NAMES = st.sampled_from(
    ["Set-Cookie", "set-cookie", "SET-COOKIE ", "Set-Cookie\t", "Set Cookie", "Set_Cookie", "Set-Cookie2", "Cookie"]
)
#: The text around a value: S is the secret.
SHAPES = [
    *("sid=S", "S", "=S", " sid = S ", "sid=S;", "sid=S; Path=x", "sid=S; Path=/, b=S", "a=1, sid=S", "a=S,b=S"),
    *('sid="S"', 'sid="a;S"', 'sid="a; S; b"; Path=x', 'sid="S', "sid=a b S", "sid=S\x01", "sid=\rS"),
    *("sid=S\x7f; Path=x", "sid=S; token=S; Secure", "sid=a; ; S", "sid=a; S; S", "sid=S; Expires=never"),
    *("sid=S; Max-Age=1.5; SameSite=None", "sid=a; \xe9=S"),
    *("__Host-sid=S; Path=/a", "sid=S; Domain=.b.example", "a[b]=S", "sid=\xe9S", "sid=S%41", 'sid={"a": "S"}'),
    *("sid=S; Expires=Wed, 21 Oct 2026 07:28:00 GMT, b=S", "sid=S; Path=/;b=S", 'sid=\\"S;S\\"', "sid=S\t;HttpOnly"),
]  # fmt: skip
NOISE = st.text(st.sampled_from('ab=;, "\\\t\x01é%[]'), max_size=6)
LINES = st.one_of(
    st.sampled_from(SHAPES).map(lambda shape: shape.replace("S", SECRET).replace(f"{SECRET}ecure", "Secure")),
    st.builds(lambda name, before, behind: f"a{name}={before}{SECRET}{behind}", st.just(""), NOISE, NOISE),
)
FORMS = sorted(module.name for module in pkgutil.iter_modules(formats.__path__))


def captures(name: str, line: str) -> dict[str, bytes]:
    """The same line in every format that is read, as tools write them."""
    plain = line.replace("\n", " ").replace("\r", " ")
    head = f"HTTP/1.1 200 OK\nVary: a b\n{name}: {plain}\n\n".encode("latin-1", errors="replace")
    folded = f"HTTP/1.1 200 OK\n{name}: a=b\n  {plain}\n\n".encode("latin-1", errors="replace")
    # Behind a Path the text of a folded line would be the path's.
    value = f"{line}\na={SECRET}\n {SECRET}; Path=x"
    headers = [{"name": "Vary", "value": "a b"}, {"name": name, "value": value}]
    request = {"method": "GET", "url": "https://a.example/", "cookies": [{"name": "sid", "value": SECRET}]}
    response = {"status": 200, "headers": headers, "cookies": [{"name": "sid", "value": SECRET}]}
    log = {"log": {"entries": [{"request": request, "response": response}]}}
    return {
        "curl": head,
        "folded": folded,
        "http": b"GET https://a.example/\nCookie: sid=" + SECRET.encode() + b"\n\n" + head,
        "flat.har": json.dumps(log).encode(),
        "wide.har": json.dumps(log, indent=1).encode(),
        "other.har": json.dumps(log, indent=1).replace("\\n", "\\u000a").encode(),
    }


@settings(max_examples=examples(150), deadline=None)
@given(NAMES, LINES)
@example("Set-Cookie ", f"sid={SECRET}")
@example("Set-Cookie", f"a=1, sid={SECRET}")
@example("Set-Cookie", f'sid="a; {SECRET}; b"; Path=x')
def test_no_output_of_lint_holds_a_value(name: str, line: str) -> None:
    """Text, grouped or not, and every other format, for every kind of input."""
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for file, octets in captures(name, line).items():
            path = Path(folder, file)
            path.write_bytes(octets)
            names.append(str(path))
        told = [
            judged_inputs(names, form=None, url=None, method=None, settings=Settings(), each=each)
            for each in (True, False)
        ]
    for report in told:
        for form in FORMS:
            text = importlib.import_module(f"{formats.__name__}.{form}").write(report, colour=False)
            assert SECRET not in text, form
        assert not any(SECRET in str(note) for note in report.notes)
        assert not any(SECRET in error.what + error.help for error in report.not_run)


@settings(max_examples=examples(300), deadline=None)
@given(NAMES, LINES)
def test_no_finding_of_check_wire_holds_a_value(name: str, line: str) -> None:
    """Neither its message nor its path."""
    for found in check_wire(200, [(name, line)], url="https://a.example/"):
        assert SECRET not in repr(found)


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("sid=abc; Path=/; Secure", "sid=***; Path=/; Secure"),
        ("sid", "***"),
        ("a=1; Path=/, b=23; Path=/", "a=*; Path=/, b=**; Path=/"),
        ("a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "a=*; Expires=Wed, 21 Oct 2026 07:28:00 GMT"),
        ('a="x; y"; Path=/', "a=******; Path=/"),
        ("a=1; priority=high; b=23; cd", "a=*; priority=high; b=**;***"),
    ],
)
def test_what_is_covered(line: str, shown: str) -> None:
    """Names and known attributes stay, and so does the length, so that a place in the line is the same place."""
    assert shown == covered(line)
    assert len(line) == len(shown)


def test_what_is_disguised() -> None:
    """Rules that show values see the structure of a line that is no cookie, and none of its words."""
    assert "xxx=xxx, xx=xx; Path=/, x=x; xxx" == disguised("sid=abc, ab=12; Path=/, b=c; xyz")


@pytest.mark.parametrize("name", ["Set-Cookie", "set-cookie ", "SET_COOKIE", "Cookie", "Set-Cookie2", "Set\tCookie"])
def test_names_of_cookie_fields(name: str) -> None:
    """A misspelling holds cookies all the same."""
    assert holds_cookies(name)
    assert not holds_cookies("X-Cookie-Consent")

"""The value of a cookie is never shown: not in a finding, an error, a repr or a report, wherever it was given."""

from __future__ import annotations

import json
import pickle
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon import (
    Bodiless,
    CookieSpec,
    HeaderSpec,
    Params,
    ResponseSpec,
    check,
    check_wire,
    cookie,
    fragment,
    host_cookie,
    insecure_cookie,
    respond,
)
from antiphon.diagnostics.diagnostic import render
from antiphon.responses import Response
from antiphon.spec import ParamSpec, SiteSpec
from antiphon.spec.default_text import DefaultText
from tests.support.project import Project

few = settings(deadline=None, max_examples=60)

#: No library makes up this word, and a covered value does not hold it.
SECRET = "s3cr3tmark"

#: Names of Set-Cookie, and what people write for it.
NAMES = st.sampled_from(
    (
        *("Set-Cookie", "set-cookie", "SET-COOKIE", "Set-Cookie ", "Set-Cookie\t", " Set-Cookie", "Set-Cookie:"),
        *("Set_Cookie", "Set-Cookie2", "Set-Cookie\r", "Set-Cookie\xa0", "SetCookie", "Cookie"),
    )
)
#: Text around a secret in the value of a cookie, valid and invalid.
AROUND = st.text(st.sampled_from('aZ9 \t\r\n\x00\x7f"\\\\,=<>{}%\x80\xe9\u20ac\U0001f36a\ud800'), max_size=6)
ATTRIBUTES = st.lists(
    st.sampled_from(["Path=/", "Domain=.x", "Max-Age=x", "Expires=y", "Secure", "SameSite=none", "=", "", "Foo=bar"]),
    max_size=3,
).map(lambda found: "".join(f"; {one}" for one in found))
COOKIE_NAMES = st.sampled_from(["a", "__Host-a", "__Secure-sid", "a b", "", "\x01", "\u20ac", "path"])


@st.composite
def values(draw: st.DrawFn) -> str:
    """The value of a cookie, with the secret in it."""
    return f"{draw(AROUND)}{SECRET}{draw(AROUND)}"


@st.composite
def lines(draw: st.DrawFn) -> str:
    """The value of a Set-Cookie line, right or wrong, with the secret in the cookie's value."""
    equals = draw(st.sampled_from(["=", " = ", '="', "== "]))
    return f"{draw(COOKIE_NAMES)}{equals}{draw(values())}{draw(ATTRIBUTES)}"


def told(made: Any, *arguments: Any, **keywords: Any) -> str:
    """All that a call says: its result with its repr, or its error with all that hangs on it."""
    try:
        found = made(*arguments, **keywords)
    except Exception as error:  # noqa: BLE001 - whatever is raised must not hold the secret
        return f"{error}{error!r}{error.args!r}{vars(error)!r}"
    if isinstance(found, tuple) and found and hasattr(found[0], "citation"):
        return f"{found!r}{render(found)}"
    return f"{found!r}{getattr(found, 'headers', '')!r}"


def hidden(text: str) -> bool:
    """Whether the secret is not in a text, in any casing or with escapes between."""
    return SECRET not in text.lower()


@few
@given(NAMES, lines())
def test_a_declared_line(name: str, line: str) -> None:
    """`.header("Set-Cookie", ...)`, however it is spelt, and the spec of it."""
    draft = respond(200).text("x").header(name, line)
    added = respond(200).text("x").add(fragment().header(name, line))

    assert hidden(told(draft.check) + told(added.check) + told(draft.compile))
    assert hidden(told(check, draft.spec()) + told(check, HeaderSpec(name=name, value=line)))


@few
@given(COOKIE_NAMES, values())
def test_a_declared_cookie(name: str, value: str) -> None:
    """The steps, and the specs."""
    for draft in (
        respond(200).text("x").cookie(name, value),
        respond(200).text("x").insecure_cookie(name, value).cookie(name, value),
        respond(200).text("x").host_cookie(name, value),
    ):
        site = SiteSpec(scheme="http", cookies=(CookieSpec(name=name, value=value),))
        assert hidden(told(draft.check) + told(draft.compile) + told(draft.site(site).check))
    spec = ResponseSpec(status=204, cookies=(CookieSpec(name=name, value=value),))
    assert hidden(told(check, spec) + repr(spec))


@few
@given(values())
def test_an_argument(value: str) -> None:
    """A call with a value that its cookie cannot carry, and the response that carries it."""
    for made in (params, Signed):
        wrong = (value, value * 400, [value], {"a": value}, value.encode(errors="replace"), CookieSpec(name=value))
        for one in wrong:
            assert hidden(told(made, session=one))


@few
@given(values())
def test_a_default(value: str) -> None:
    """The default of a param that fills a cookie."""

    def declared() -> object:
        class Seen(Params):
            session: str = host_cookie(default=value)
            plain: str = cookie(default=value)
            old: str = insecure_cookie(default=value)

        return respond(204).params(Seen).compile()

    assert hidden(told(declared))
    assert hidden(told(lambda: respond(204).cookie_param("session", default=value).compile()))
    assert hidden(repr(ParamSpec(name="session", fills="cookie", slot="session", default=DefaultText(value))))


@few
@given(NAMES, lines(), values())
def test_a_drop_in_class(name: str, line: str, value: str) -> None:
    """The constructor, the view of the header lines, and `set_cookie`."""
    assert hidden(told(Response, "x", headers={name: line}))
    response = Response("x")
    assert hidden(told(response.headers.append, name, line) + told(response.headers.__setitem__, name, line))
    assert hidden(told(response.set_cookie, "a", value) + told(response.set_cookie, "a b", value, path="x;y"))
    assert hidden(repr(response) + repr(response.headers))


@few
@given(NAMES, lines(), st.binary(max_size=3))
def test_a_response_that_was_seen(name: str, line: str, body: bytes) -> None:
    """`check_wire`, with text and with octets."""
    octets = (name.encode("latin-1"), line.encode("latin-1", "replace"))

    assert hidden(told(check_wire, 200, [(name, line)], body) + told(check_wire, 200, [octets], body))


class Session(Params):
    """The params of each test's call."""

    session: str = host_cookie()


class Signed(Bodiless):
    """The same as a class."""

    session: str = host_cookie()


params = respond(204).params(Session).compile()


def _har(name: str, line: str, *, indent: int | None) -> str:
    cookies = [{"name": "a", "value": SECRET}]
    sizes = {"httpVersion": "HTTP/1.1", "headersSize": -1, "bodySize": 0}
    response = {
        **sizes,
        "status": 200,
        "statusText": "OK",
        "redirectURL": "",
        "content": {"size": 0, "mimeType": "text/plain"},
        "headers": [{"name": name, "value": line}, {"name": "X Y", "value": "z"}],
        "cookies": cookies,
    }
    request = {
        **sizes,
        "method": "GET",
        "url": "https://shop.example/",
        "queryString": [],
        "headers": [{"name": "Cookie", "value": f"a={SECRET}"}],
        "cookies": cookies,
    }
    entry = {"startedDateTime": "2026-01-01T00:00:00Z", "time": 1, "request": request, "response": response}
    log = {"version": "1.2", "creator": {"name": "t", "version": "1"}, "entries": [entry]}
    return json.dumps({"log": log}, indent=indent)


@pytest.mark.parametrize("format", ["text", "concise", "json", "sarif", "github"])
@pytest.mark.parametrize("name", ["Set-Cookie", "set-cookie ", "Set_Cookie", "Set-Cookie2"])
@pytest.mark.parametrize(
    "line", [f"a={SECRET}", f"a={SECRET}\x01", f'a="{SECRET}; Path=/', f"a={SECRET},b={SECRET}", f"{SECRET}"]
)
def test_a_report_of_a_capture(project: Project, format: str, name: str, line: str) -> None:
    """`antiphon lint` of a HAR file of one line, of one of many, and of the text of a response, in every format."""
    project.write({
        "short.har": _har(name, line, indent=None),
        "long.har": _har(name, line, indent=2),
        "response.http": f"HTTP/1.1 200 OK\r\n{name}: {line}\r\nX Y: z\r\n\r\n",
    })  # fmt: skip

    project.run("lint", "--format", format, "short.har", "long.har", "response.http")

    assert hidden(project.out + project.err)


@pytest.mark.parametrize("format", ["text", "concise", "json", "sarif", "github"])
def test_a_report_of_a_module(project: Project, format: str) -> None:
    """`antiphon check`, in every format, also where it shows the user's own lines."""
    project.write({
        "shop.py": f"""\
            from antiphon import respond

            a = respond(200).text("x").header("Set-Cookie ", "a={SECRET}\\r").compile()
            b = respond(200).text("x").cookie("a b", "{SECRET};").compile()
            c = respond(200).text("x").cookie("a", ["{SECRET}"]).compile()
        """
    })  # fmt: skip

    project.run("check", "--format", format, "shop")

    assert hidden(project.out + project.err)
    assert project.out


def test_a_secret_that_is_shown_would_be_seen(tmp_path: Path) -> None:
    """The secret is found where nothing hides it."""
    assert not hidden(told(lambda: Response("x", headers={"X-A": f"{SECRET}"}).raw_headers))
    assert SECRET.encode() in pickle.dumps(CookieSpec(name="a", value=SECRET))

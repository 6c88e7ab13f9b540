"""The quick ways of the response classes say what the careful ways say, and keep nothing."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any

import pytest

from antiphon import ParamError
from antiphon.responses import JSONResponse, RedirectResponse, Response, cookie, headers, redirect


def outcome(call: Callable[..., Any], *arguments: Any) -> object:
    """The result of a call, or its error."""
    try:
        return call(*arguments)
    except ParamError as error:
        return str(error)


@pytest.mark.parametrize("before", ["/", "/a", ""])
def test_a_quick_redirect_goes_where_the_careful_one_goes(before: str) -> None:
    """Over the code points below U+0300, a surrogate and a sample of the rest, at the beginning and in a path."""
    characters = map(chr, range(sys.maxunicode + 1))

    wrong = [
        c
        for c in characters
        if (c < "\u0300" or c == "\ud800" or ord(c) % 97 == 0)
        and outcome(redirect.redirect_target, before + c) != outcome(redirect._checked, before + c)
    ]

    assert wrong == []


@pytest.mark.parametrize("target", ["//evil.example", "/\\evil.example", "https://a:b@c", "javascript:x", ""])
def test_what_is_no_plain_path_is_read_checked(target: str) -> None:
    """The quick way takes nothing that could lead elsewhere than it looks."""
    assert outcome(redirect.redirect_target, target) == outcome(redirect._checked, target)


def test_a_quick_field_line_is_the_careful_one() -> None:
    """Over the code points around Latin-1, at the beginning, inside and at the end of a value."""
    values = [f"{before}{chr(c)}{after}" for c in range(0x180) for before, after in (("", ""), ("a", "b"), ("a", ""))]
    Response(headers={"X-Known": "from now on"})

    def quick(value: str) -> object:
        return outcome(lambda: headers.raw_headers({"X-Known": value})[0])

    assert [outcome(headers.raw_header, "X-Known", value) for value in values] == [quick(value) for value in values]


def test_a_field_that_frames_the_message_is_always_read_checked() -> None:
    """Content-Length and Content-Type are judged however often they were met."""
    for _ in range(2):
        with pytest.raises(ParamError, match="not a number of octets"):
            Response(headers={"Content-Length": "1a"})
        with pytest.raises(ParamError, match="not a media type"):
            Response(headers={"Content-Type": "text"})


def test_values_are_not_kept() -> None:
    """After a response is gone, nothing holds a value that it was given; names alone are remembered."""
    value, target = "secret " * 3 + "x", "/reset/" + "token" * 3
    before = sys.getrefcount(value), sys.getrefcount(target)

    JSONResponse({}, headers={"X-Secret": value}).set_cookie("session", value.replace(" ", ""))
    RedirectResponse(target)

    assert before == (sys.getrefcount(value), sys.getrefcount(target))
    assert headers.PLAIN_NAMES["X-Secret"] == b"x-secret"
    assert value.encode() not in headers.PLAIN_NAMES.values()


def test_a_redirect_keeps_one_location() -> None:
    """A Location among the headers gives way to the target, as with Starlette."""
    response = RedirectResponse("/b", headers={"Location": "/a", "X-A": "1"})

    assert [b"/b"] == [value for name, value in response.raw_headers if name == b"location"]


@pytest.mark.parametrize("expires", [None, "", 0, 3600, "Wed, 01 Jan 2031 00:00:00 GMT"])
def test_ordinary_cookies_take_the_quick_way(expires: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Deletions among them, whose `expires` is 0: judging a cookie costs fifty times as much as writing it."""
    monkeypatch.setattr(cookie, "_checked", None)

    response = Response()
    response.set_cookie("a", "b", expires=expires)
    response.delete_cookie("a")

    assert [b"set-cookie"] * 2 == [name for name, _ in response.raw_headers[-2:]]

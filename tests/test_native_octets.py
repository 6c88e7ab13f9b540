"""What the extension takes for certain, at every one of the 1,112,064 code points, and the surrogates besides."""

from __future__ import annotations

import re
import sys
import types
from collections.abc import Callable
from typing import Any, NoReturn

import pytest

from antiphon import Location, Params, cookie, header, respond
from antiphon.headers import location
from tests.native_twins import by_object, by_send, needs_extension

pytestmark = needs_extension


class TextParams(Params):
    value: str


class CookieParams(Params):
    value: str = cookie("value", max_age=60)


class TargetParams(Params):
    value: str = header("Location")


class LeftToPythonError(Exception):
    """The constructor in Python was asked."""


by_text: Any = respond(200).params(TextParams).compile()
by_cookie: Any = respond(200).params(CookieParams).compile()
by_target: Any = respond(303).params(TargetParams).compile()


def taken(respond: Any) -> Callable[[str], bool]:
    """Whether the extension takes a value by itself; the generated function would give a coroutine of Python."""
    send, python = respond.send, types.CoroutineType

    def takes(value: str) -> bool:
        sending = send(None, value=value)
        sending.close()
        return not isinstance(sending, python)

    return takes


def taken_by_constructor(value: str) -> bool:
    try:
        return type(Location(value)) is Location
    except LeftToPythonError:
        return False


def left_to_python(*_arguments: object) -> NoReturn:
    raise LeftToPythonError


#: How each of them is asked, what stands before the octet that is looked at, and the grammar of the whole.
#: RFC 6265 section 4.1.1, RFC 9110 section 5.5, and RFC 3986 section 3.3 for a path that stays on its origin.
ASKED: dict[str, tuple[Callable[[str], bool], str, str]] = {
    "cookie": (taken(by_cookie), "", r"[\x21\x23-\x2B\x2D-\x3A\x3C-\x5B\x5D-\x7E]*"),
    "text": (taken(by_text), "", r"(?:[\x21-\x7E](?:[\t\x20-\x7E]*[\x21-\x7E])?)?"),
    "target": (taken(by_target), "/", r"/(?!/)[A-Za-z0-9\-._~!$&'()*+,;=:@/?]+"),
    "Location": (taken_by_constructor, "/", r"/(?!/)[A-Za-z0-9\-._~!$&'()*+,;=:@/?]+"),
}


@pytest.fixture(autouse=True)
def in_python(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever reaches the constructor in Python is told at once."""
    monkeypatch.setattr(location, "_new", left_to_python)
    monkeypatch.setattr(location, "check_reference", left_to_python)


@pytest.mark.parametrize("asked", ASKED)
def test_an_octet_is_taken_where_the_grammar_has_it(asked: str) -> None:
    """Over all code points, inside a value."""
    takes, start, grammar = ASKED[asked]
    admits = re.compile(grammar).fullmatch

    wrong = [
        code_point
        for code_point in range(sys.maxunicode + 1)
        if takes(value := f"{start}a{chr(code_point)}b") != (admits(value) is not None)
    ]

    assert [] == wrong


@pytest.mark.parametrize("asked", ASKED)
def test_its_place_in_the_value_counts(asked: str) -> None:
    """Alone, first, last and beside another, over the first code points and every 97th of the others."""
    takes, start, grammar = ASKED[asked]
    admits = re.compile(grammar).fullmatch
    characters = [chr(c) for c in range(0x10000) if c < 0x300 or c % 97 == 0]
    values = ["", start, start + start]
    values += [
        f"{start}{before}{c}{after}" for c in characters for before in ("", "a") for after in ("", "b", "/", " ")
    ]

    assert [] == [value for value in values if takes(value) != (admits(value) is not None)]


@pytest.mark.parametrize("length", range(4080, 4100))
def test_a_cookie_is_taken_up_to_its_length(length: int) -> None:
    """4096 octets of name and value together (draft-ietf-httpbis-rfc6265bis-22 section 5.6)."""
    assert taken(by_cookie)("v" * length) == (len("value") + length <= 4096)


@pytest.mark.parametrize("respond", [by_text, by_cookie, by_target], ids=["text", "cookie", "target"])
def test_what_is_taken_stands_as_it_is(respond: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Octet for octet where Python has it; and each that is not taken is refused, or sent, by Python."""
    monkeypatch.undo()
    for c in range(0x120):
        for value in (chr(c), f"/{chr(c)}", f"/a{chr(c)}b", f"a{chr(c)}"):
            python, native = by_object(respond, value=value)
            assert python == native
            python, native = by_send(respond, value=value)
            assert python == native

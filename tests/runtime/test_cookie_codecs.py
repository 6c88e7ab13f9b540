"""Cookies of any value: what is written is what is read."""

from __future__ import annotations

import dataclasses
import http.cookies
import re
import sys
from datetime import timedelta
from typing import Any, TypedDict
from urllib.parse import unquote

import msgspec
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import (
    Bodiless,
    CookieCodec,
    CookieSpec,
    JSONCookie,
    ParamError,
    ResponseSpec,
    SignedCookie,
    SpecError,
    base64url,
    check,
    cookie,
    header,
    host_cookie,
    insecure_cookie,
    percent,
    respond,
)

TEXT = st.text(st.characters(exclude_categories=["Cs"]))
CHOICES = st.sampled_from([percent, base64url])


class Prefs(msgspec.Struct):
    theme: str
    size: int = 1
    tags: list[str] = []


@dataclasses.dataclass
class Point:
    x: int
    y: float


class Cart(TypedDict):
    items: dict[str, int]


class Person(pydantic.BaseModel):
    name: str
    born: int | None = None


def structs(type_: Any) -> st.SearchStrategy[Any]:
    """Values of a type."""
    return st.from_type(type_)


PREFS = st.builds(Prefs, TEXT, st.integers(-(2**53), 2**53), st.lists(TEXT))
VALUES: dict[str, tuple[Any, st.SearchStrategy[Any]]] = {
    "str": (str, TEXT),
    "int": (int, st.integers(-(2**63), 2**63 - 1)),
    "list": (list[str], st.lists(TEXT)),
    "dict": (dict[str, int], st.dictionaries(TEXT, st.integers(-(2**53), 2**53))),
    "Struct": (Prefs, PREFS),
    "dataclass": (Point, st.builds(Point, st.integers(0, 9), st.floats(allow_nan=False, allow_infinity=False))),
    "TypedDict": (Cart, st.fixed_dictionaries({"items": st.dictionaries(TEXT, st.integers(0, 99))})),
    "pydantic": (Person, st.builds(Person, name=TEXT, born=st.none() | st.integers(0, 3000))),
    "list of pydantic": (list[Person], st.lists(st.builds(Person, name=TEXT), max_size=3)),
    "None": (int | None, st.none() | st.integers(0, 9)),
}
KEY = "a key of more than sixteen octets"


def signed(type_: Any = str, **arguments: Any) -> SignedCookie[Any]:
    """A codec that signs."""
    given: dict[str, Any] = {"key": KEY, "purpose": "test", "max_age": timedelta(hours=1)}
    made: SignedCookie[Any] = SignedCookie(type_, **(given | arguments))
    return made


def is_kept(text: str) -> bool:
    """Whether browsers keep the text as the value of a cookie, and servers may read it."""
    spec = ResponseSpec(status=200, cookies=(CookieSpec(name="a", value=text, path="/"),))
    return not [found for found in check(spec) if found.code in ("CK003", "CK005", "CK081")]


@given(TEXT, CHOICES)
def test_any_text_comes_back(text: str, codec: CookieCodec[str]) -> None:
    """By octets that browsers keep, also through the parser of Python's library."""
    written = codec(text)
    assert is_kept(written)
    assert text == codec.decode(written) == codec.read({"a": written}, "a")
    jar: http.cookies.SimpleCookie = http.cookies.SimpleCookie()
    jar.load(f"b=1; a={written}; c=2")
    assert written == jar["a"].coded_value
    jar["b"] = written
    assert not written or f"b={written}" == jar["b"].OutputString()
    assert text == codec.read({name: morsel.value for name, morsel in jar.items()}, "a")


@given(TEXT)
def test_scripts_read_it(text: str) -> None:
    """`decodeURIComponent` undoes `percent`: no `+` for a space."""
    assert text == unquote(percent(text), errors="strict")
    assert "+" not in percent(text)


@given(st.data(), st.sampled_from(sorted(VALUES)), st.sampled_from(["percent", "base64url"]))
def test_any_value_comes_back(data: st.DataObject, kind: str, encode: Any) -> None:
    """As JSON, in either form, and signed."""
    type_, values = VALUES[kind]
    value = data.draw(values)
    for codec in (JSONCookie(type_, encode=encode), signed(type_)):
        written = codec(value)
        assert is_kept(written)
        assert value == codec.read({"a": written}, "a")


@given(st.text() | TEXT.map(percent) | TEXT.map(base64url))
def test_foreign_text_is_none(text: str) -> None:
    """A client may send anything: what the codec did not write is not there."""
    assert signed().read({"a": text}, "a") is None
    codecs: tuple[CookieCodec[Any], ...] = (percent, base64url, JSONCookie(Prefs), JSONCookie(int, encode="percent"))
    for codec in codecs:
        value = codec.read({"a": text}, "a")
        if value is not None:
            assert value == codec.decode(codec(value))


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        (percent, "100%"),
        (percent, "%zz"),
        (percent, "%ff"),
        (percent, "a b"),
        (percent, "ä"),
        (base64url, "a"),
        (base64url, "YQ=="),
        (base64url, "Y+Q"),
        (base64url, "_w"),
        (JSONCookie(Prefs), base64url("{}")),
        (JSONCookie(Prefs), base64url('{"theme":1}')),
        (JSONCookie(Person), base64url('{"name":1}')),
        (JSONCookie(int, encode="percent"), "1x"),
    ],
)
def test_text_that_was_not_written(codec: CookieCodec[Any], text: str) -> None:
    """Nothing for `read`; `decode` says why, without the text."""
    assert codec.read({"a": text}, "a") is None
    with pytest.raises(ValueError, match=r"^(is not|has|was)") as raised:
        codec.decode(text)
    assert len(text) < 2 or text not in str(raised.value)


def test_a_cookie_that_is_not_there() -> None:
    """Nor is one of another name: the prefix belongs to it."""
    assert percent.read({}, "a") is None
    assert percent.read({"a": "x"}, "__Host-a") is None


prefs = JSONCookie(Prefs)
session = SignedCookie(Prefs, key=KEY, purpose="session", max_age=3600)


class Kept(Bodiless):
    name: str = cookie(encode="percent")
    note: str = cookie(encode=base64url)
    count: int = cookie(encode="percent", default=3)
    prefs: Prefs = insecure_cookie(encode=prefs)
    session: Prefs | None = host_cookie(encode=session, default=None)


def cookies(response: Any) -> dict[str, str]:
    """The cookies that a client sends back."""
    lines = [value.decode() for name, value in response.raw_headers if name == b"set-cookie"]
    return dict(line.partition(";")[0].split("=", 1) for line in lines)


@given(TEXT.filter(lambda text: len(text) < 300), TEXT.filter(lambda text: len(text) < 300), PREFS)
def test_declared_cookies(name: str, note: str, value: Prefs) -> None:
    """Each is read by the codec that is declared, under the name on the wire."""
    if len(prefs(value)) > 2000:
        return
    sent = cookies(Kept(name=name, note=note, prefs=value, session=value))
    assert (name, note) == (percent.read(sent, "name"), base64url.read(sent, "note"))
    assert "3" == percent.read(sent, "count")
    assert value == prefs.read(sent, "prefs") == session.read(sent, "__Host-session")
    assert "__Host-session" not in cookies(Kept(name=name, note=note, prefs=value))


def test_the_param_steps() -> None:
    """The builder takes the same."""
    made = respond(204).cookie_param("who", encode="percent").host_cookie_param("at", Prefs, encode=prefs).compile()
    sent = cookies(made(who="é; x", at=Prefs("dark")))
    assert ("é; x", Prefs("dark")) == (percent.read(sent, "who"), prefs.read(sent, "__Host-at"))
    assert "antiphon.runtime.cookie_codecs.text:percent" == made.spec.params[0].encode
    assert f"{__name__}:prefs" == made.spec.params[1].encode


def test_a_spec_from_json() -> None:
    """Codecs are found by their names."""
    again = ResponseSpec.model_validate_json(Kept.spec.model_dump_json())
    assert [percent, base64url, percent, prefs, session] == [
        param.encode.resolve() for param in again.params if param.encode is not None
    ]


def test_only_what_the_type_declares_is_written() -> None:
    """A subclass with more members is written as the declared type."""

    class Secret(Prefs):
        password: str = "x"

    assert prefs(Prefs("a")) == prefs(Secret("a"))


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"name": "a\ud800"}, "name: holds a lone surrogate"),
        ({"name": 1}, "name: is int where str is declared"),
        ({"name": "é" * 700}, "name: name and value of cookie 'name' are 4204 octets long"),
        ({"prefs": {"theme": 1}}, "prefs: is dict, and what it holds is not of the declared type"),
        ({"prefs": "hunter2"}, "prefs: is str, and what it holds is not of the declared type"),
        ({"session": object()}, "session: is object, and what it holds is not of the declared type"),
    ],
)
def test_refused_at_the_call(given: dict[str, Any], message: str) -> None:
    """Each names the param and never its value; the size is that of the encoded octets."""
    arguments: dict[str, Any] = {"name": "a", "note": "b", "prefs": Prefs("c")} | given
    with pytest.raises(ParamError) as raised:
        Kept(**arguments)
    assert str(raised.value).startswith(message)
    assert "hunter2" not in str(raised.value)


def test_refused_at_the_declaration() -> None:
    """A name of no codec, and one where there is no cookie."""
    with pytest.raises(SpecError, match="the `encode` of 'a' is 'base64'"):

        class A(Bodiless):
            a: str = cookie(encode="base64")  # type: ignore[arg-type]  # the mistake that is meant

    with pytest.raises(SpecError, match="the `encode` of 'b' is str, and not a function"):

        class B(Bodiless):
            b: str = header(encode="percent")  # type: ignore[arg-type]  # the mistake that is meant

    with pytest.raises(TypeError, match="not supported"):
        JSONCookie(Prefs | Point)  # JSON does not tell the two apart


def test_signatures() -> None:
    """Any change of a character, another purpose and another key are found out."""
    codec, written = signed(), signed()("ada")
    assert "ada" == codec.read({"a": written}, "a")
    for at in range(len(written) - 1):  # the last character has two bits that say nothing
        other = "A" if written[at] != "A" else "B"
        assert codec.read({"a": written[:at] + other + written[at + 1 :]}, "a") is None
    assert signed(purpose="other").read({"a": written}, "a") is None
    assert signed(key="another key of enough octets").read({"a": written}, "a") is None
    assert KEY not in repr(codec)
    with pytest.raises(ValueError, match="has no signature by any of the keys"):
        codec.decode("ada")


def test_a_key_is_replaced() -> None:
    """A text that the old key signed is good until the key is taken away; the new key signs."""
    new = "the key that came after the first"
    rotated, after = signed(key=new, old_keys=[KEY]), signed(key=new)
    assert "ada" == rotated.read({"a": signed()("ada")}, "a")
    assert after.read({"a": signed()("ada")}, "a") is None
    assert "ada" == after.read({"a": rotated("ada")}, "a")


def test_a_signature_ends(monkeypatch: pytest.MonkeyPatch) -> None:
    """After `max_age`, whatever the browser keeps; one of the future is none."""
    import itsdangerous

    codec = signed(max_age=60)
    now = codec._signer.get_timestamp()
    for then, value in ((now - 59, "ada"), (now - 62, None), (now + 5, None)):
        monkeypatch.setattr(itsdangerous.TimestampSigner, "get_timestamp", lambda _self, then=then: then)
        written = codec("ada")
        monkeypatch.undo()
        assert value == codec.read({"a": written}, "a")
    monkeypatch.setattr(itsdangerous.TimestampSigner, "get_timestamp", lambda _self: now - 62)
    written = codec("ada")
    monkeypatch.undo()
    with pytest.raises(ValueError, match="was signed too long ago"):
        codec.decode(written)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"key": ""}, "a key has 0 octets"),
        ({"key": "hunter2"}, "a key has 7 octets"),
        ({"old_keys": ["short"]}, "a key has 5 octets"),
        ({"purpose": ""}, "has a purpose"),
        ({"max_age": 0}, "a max_age of more than 0 seconds"),
        ({"max_age": timedelta(seconds=0.5)}, "a max_age of more than 0 seconds"),
    ],
)
def test_refused_when_it_is_made(arguments: dict[str, Any], message: str) -> None:
    """A key that can be guessed; its octets are in no message."""
    with pytest.raises(ValueError, match=message) as raised:
        signed(**arguments)
    assert "hunter2" not in str(raised.value)
    assert raised.value.__notes__[0].endswith("/how-to/sign-users-in-with-signed-cookies.html")
    with pytest.raises(TypeError, match="old_keys is one key"):
        signed(old_keys=KEY)


def test_without_itsdangerous(monkeypatch: pytest.MonkeyPatch) -> None:
    """The error says what to install."""
    monkeypatch.setitem(sys.modules, "itsdangerous", None)
    with pytest.raises(ModuleNotFoundError, match=r"pip install 'antiphon\[signed\]'"):
        signed()


def test_what_is_signed_can_be_read() -> None:
    """It is no secret: the docstring says so."""
    payload = signed()("ada").partition(".")[0]
    assert '"ada"' == base64url.decode(payload)
    assert re.fullmatch(r"[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+){2}", signed()("ada"))

"""CookieValue: a cookie whose lifetime and Secure are known to the call alone."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import (
    Bodiless,
    CookieValue,
    JSONCookie,
    ParamError,
    Params,
    SpecError,
    cookie,
    host_cookie,
    insecure_cookie,
    percent,
    respond,
)
from antiphon.compiler.compiler import compile_spec
from antiphon.http import set_cookie
from antiphon.spec import ResponseSpec


class SignedIn(Bodiless):
    session: CookieValue[str] = host_cookie()


class Kept(Params):
    kept: CookieValue[str] = host_cookie(max_age=3600)
    counted: CookieValue[int] | None = insecure_cookie(default=None)
    plain: str | CookieValue[str] = cookie(default="d", max_age=5)


#: For calls that type checkers refuse.
untyped: Any = CookieValue

kept = respond(204).params(Kept).compile()


def cookies(response: Any) -> dict[str, set_cookie.Cookie]:
    """The cookies that a browser reads, by name."""
    read = [set_cookie.read(value.decode()) for name, value in response.raw_headers if name == b"set-cookie"]
    return {one.name: one for one in read}


@pytest.mark.parametrize(
    ("max_age", "sent"), [(None, None), (0, "0"), (3600, "3600"), (timedelta(days=30), "2592000"), (timedelta(0), "0")]
)
def test_the_lifetime_of_the_call_is_sent(max_age: int | timedelta | None, sent: str | None) -> None:
    """As Max-Age in seconds; without one it is a cookie of the browser's session."""
    sid = cookies(SignedIn(session=CookieValue("t", max_age=max_age)))["__Host-session"]

    assert ("t", sent) == (sid.value, sid.max_age)
    assert (True, True, "/", "Lax") == (sid.secure, sid.http_only, sid.path, sid.same_site)


def test_a_declared_lifetime_holds_until_a_call_gives_another() -> None:
    """Never both; also for a value without a CookieValue around it, and for a default."""
    usual = cookies(kept(kept=CookieValue("a")))
    other = cookies(kept(kept=CookieValue("a", max_age=7), plain=CookieValue("b", max_age=8)))
    bare = cookies(kept(kept=CookieValue("a"), plain="c"))

    assert ("3600", "5", "d") == (usual["__Host-kept"].max_age, usual["plain"].max_age, usual["plain"].value)
    assert ("7", "8", "b") == (other["__Host-kept"].max_age, other["plain"].max_age, other["plain"].value)
    assert ("5", "c") == (bare["plain"].max_age, bare["plain"].value)
    assert all(not one.extensions for one in (*usual.values(), *other.values()))


def test_a_moment_may_be_what_is_known() -> None:
    """It is sent as Expires; in the place of what is declared, also of a declared Expires."""

    class Until(Bodiless):
        sid: CookieValue[str] = cookie(expires=datetime(2031, 1, 1, tzinfo=UTC), max_age=7)

    moment = datetime(2030, 1, 2, 3, 4, 5, tzinfo=timezone(timedelta(hours=2)))
    usual, until, both = (
        cookies(Until(sid=given))["sid"]
        for given in (CookieValue("a"), CookieValue("a", expires=moment), CookieValue("a", expires=moment, max_age=5))
    )

    assert ("Wed, 01 Jan 2031 00:00:00 GMT", "7") == (usual.expires, usual.max_age)
    assert ("Wed, 02 Jan 2030 01:04:05 GMT", None) == (until.expires, until.max_age)
    assert ("Wed, 02 Jan 2030 01:04:05 GMT", "5") == (both.expires, both.max_age)
    assert () == usual.extensions == until.extensions == both.extensions
    first = datetime(1601, 1, 1, tzinfo=UTC)  # draft-ietf-httpbis-rfc6265bis-22 section 5.1.1 step 5: "less than 1601"
    assert "Mon, 01 Jan 1601 00:00:00 GMT" == cookies(Until(sid=CookieValue("a", expires=first)))["sid"].expires
    early = first.replace(tzinfo=timezone(timedelta(hours=1)))  # in GMT it is of 1600
    for wrong in (datetime(2030, 1, 1), early, datetime(1600, 1, 1, tzinfo=UTC), "Wed, 02 Jan 2030 01:04:05 GMT"):  # noqa: DTZ001
        with pytest.raises(ParamError, match="not a moment with a time zone"):
            Until(sid=untyped("a", expires=wrong))


def test_secure_by_settings() -> None:
    """For a cookie that is declared insecure; one that is declared Secure stays so."""
    sent = [cookies(kept(kept=CookieValue("a"), counted=CookieValue(7, secure=s)))["counted"] for s in (True, False)]

    assert [("7", True), ("7", False)] == [(one.value, one.secure) for one in sent]
    assert cookies(kept(kept=CookieValue("a", secure=True)))["__Host-kept"].secure
    with pytest.raises(ParamError, match="declared Secure"):
        kept(kept=CookieValue("a", secure=False))


@pytest.mark.parametrize(
    ("value", "what"),
    [
        ("a", "is str where CookieValue is declared"),
        (CookieValue(7), "is int where str is declared"),
        (CookieValue("a;b"), "not cookie-octets"),
        (CookieValue("a\r\nSet-Cookie: x=1"), "holds"),
        (CookieValue("x" * 5000), "octets long"),
        (CookieValue("a", max_age=-1), "whole number of seconds"),
        (CookieValue("a", max_age=True), "whole number of seconds"),
        (CookieValue("a", max_age=timedelta(milliseconds=1)), "whole number of seconds"),
        (untyped("a", max_age="60"), "whole number of seconds"),
        (untyped("a", secure="yes"), "where a bool is needed"),
    ],
)
def test_what_a_cookie_cannot_carry_is_refused(value: Any, what: str) -> None:
    """With each call, and never with the value in the message."""
    with pytest.raises(ParamError, match=what) as caught:
        SignedIn(session=value)

    assert "a;b" not in str(caught.value)


@given(st.text(), st.one_of(st.none(), st.integers(), st.timedeltas()), st.sampled_from([None, True]))
def test_what_is_sent_is_what_was_given(value: str, max_age: Any, secure: bool | None) -> None:
    """Whatever is not refused reads back as it was given, with each attribute once."""
    try:
        response = SignedIn(session=CookieValue(value, max_age=max_age, secure=secure))
    except ParamError:
        return
    one = cookies(response)["__Host-session"]
    seconds = max_age.total_seconds() if isinstance(max_age, timedelta) else max_age
    assert (value, None if seconds is None else str(int(seconds))) == (one.value, one.max_age)
    assert (True, ()) == (one.secure, one.extensions)


def test_the_description_is_compiled_again() -> None:
    """The type is in the spec by name."""
    spec = ResponseSpec.model_validate_json(kept.spec.model_dump_json())
    again: Any = compile_spec(spec)

    assert kept.spec == spec
    assert "CookieValue[str]" in spec.params[0].type
    assert again(kept=CookieValue("a")).raw_headers == kept(kept=CookieValue("a")).raw_headers
    other = CookieValue("a", max_age=1)
    assert again(kept=other, plain="c").raw_headers == kept(kept=other, plain="c").raw_headers


def test_a_default_is_no_cookie_value() -> None:
    """A lifetime for all calls is declared with the specifier."""
    with pytest.raises(SpecError, match="which only a call gives"):

        class _Wrong(Bodiless):
            session: CookieValue[str] = host_cookie(default=CookieValue("x"))


class Prefs(msgspec.Struct):
    theme: str = "light"


prefs = JSONCookie(Prefs)


def shortened(given: CookieValue[Prefs]) -> str:
    """A function of one's own writes what the call gives."""
    return given.value.theme[:1]


class Remembered(Bodiless):
    json: CookieValue[Prefs] = cookie(encode=CookieValue.by(prefs), max_age=9)
    text: CookieValue[str] = host_cookie(encode="percent")
    own: CookieValue[Prefs] = cookie(encode=shortened)


def test_a_codec_writes_the_value() -> None:
    """And reads it back; the lifetime is behind it."""
    dark = CookieValue(Prefs("dark"), max_age=60)
    sent = cookies(Remembered(json=dark, text=CookieValue("a; b"), own=CookieValue(Prefs("dark"), max_age=0)))
    values = {name: one.value or "" for name, one in sent.items()}

    assert ("60", None, "0") == (sent["json"].max_age, sent["__Host-text"].max_age, sent["own"].max_age)
    assert (Prefs("dark"), "a; b") == (prefs.read(values, "json"), percent.read(values, "__Host-text"))
    assert "d" == values["own"]
    assert Remembered.spec.params[0].encode == f"{__name__}:prefs"
    assert ResponseSpec.model_validate_json(Remembered.spec.model_dump_json()) == Remembered.spec


def test_the_value_is_never_shown() -> None:
    """A cookie's value is secret."""
    assert "token" not in repr(CookieValue("token", max_age=60))

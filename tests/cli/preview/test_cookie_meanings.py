"""The effect of each attribute of a cookie, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import CookieSpec
from antiphon.cli.preview_pages.cookie_meanings import duration, meanings
from antiphon.http.set_cookie import attributes, folded, read


def _effects(cookie: CookieSpec) -> dict[str, str]:
    return {meaning.attribute: meaning.effect for meaning in meanings(cookie)}


@pytest.mark.parametrize(
    ("given", "attribute", "words"),
    [
        ({"name": "__Host-s"}, "__Host-", "unless it is Secure, has Path=/ and no Domain"),
        ({"name": "__host-http-s"}, "__Host-Http-", "neither a script nor another host"),
        ({"domain": ".a.example"}, "Domain=.a.example", "a.example and every host below it"),
        ({"domain": ""}, "Domain=", "only the host that sets the cookie"),
        ({"path": "/"}, "Path=/", "every path"),
        ({"path": "/a"}, "Path=/a", "/a and to what is below it"),
        ({"path": "/a/"}, "Path=/a/", "sent back to /a/, not"),
        ({"path": "a"}, "Path=a", "directory of the request's URL"),
        ({"max_age": 604_800}, "Max-Age=604800", "kept for 7 days"),
        ({"max_age": 0}, "Max-Age=0", "deletes the cookie"),
        ({"max_age": "-5"}, "Max-Age=-5", "deletes the cookie"),
        ({"max_age": "soon"}, "Max-Age=soon", "browsers ignore it"),
        ({"max_age": 34_560_000}, "Max-Age=34560000", "kept for 400 days"),
        ({"max_age": 34_560_001}, "Max-Age=34560001", "400 days"),
        ({"max_age": "9" * 5000}, f"Max-Age={'9' * 5000}", "400 days"),
        ({"expires": "Thu, 01 Jan 1970 00:00:00 GMT"}, "Expires=Thu, 01 Jan 1970 00:00:00 GMT", "has passed"),
        ({"expires": "Fri, 31 Dec 9999 23:59:59 GMT"}, "Expires=Fri, 31 Dec 9999 23:59:59 GMT", "kept until then"),
        ({"expires": "soon"}, "Expires=soon", "no date that browsers read"),
        (
            {"expires": "Fri, 31 Dec 9999 23:59:59 GMT", "max_age": 1},
            "Expires=Fri, 31 Dec 9999 23:59:59 GMT",
            "ignored",
        ),
        ({"same_site": "strict"}, "SameSite=Strict", "not with a link from another site"),
        ({"same_site": "LAX"}, "SameSite=Lax", "follows a link from another site"),
        ({"same_site": "none"}, "SameSite=None", "those of other sites' pages too"),
        ({"same_site": "maybe"}, "SameSite=maybe", "do not know"),
        ({"secure": True}, "Secure", "HTTPS alone"),
        ({"http_only": True}, "HttpOnly", "out of reach of scripts"),
        ({"partitioned": True}, "Partitioned", "CHIPS"),
        ({"extensions": (("Priority", "High"),)}, "Priority=High", "ignore it"),
        ({"extensions": (("secure", None),)}, "Secure", "HTTPS alone"),
        ({}, "Secure", "plain HTTP too"),
        ({}, "HttpOnly", "scripts of the page can read"),
        ({}, "SameSite", "browsers differ"),
        ({}, "Domain", "only the host"),
        ({}, "Path", "directory"),
        ({}, "Max-Age", "ends its session"),
    ],
)
def test_effects(given: dict[str, object], attribute: str, words: str) -> None:
    """The attributes that are written, and those that are left out."""
    assert words in _effects(CookieSpec.model_validate({"name": "s", "value": "t", **given}))[attribute]


def test_a_deletion_says_nothing_of_what_it_leaves_out() -> None:
    """The cookie is gone: whether scripts could read it does not matter."""
    assert ["Max-Age=0", "Path=/"] == [one.attribute for one in meanings(CookieSpec(name="s", path="/", max_age=0))]


def test_a_lifetime_by_date_is_a_lifetime() -> None:
    """Max-Age is not called left out beside an Expires."""
    assert "Max-Age" not in _effects(CookieSpec(name="s", expires="Fri, 31 Dec 9999 23:59:59 GMT"))


@given(
    st.text(max_size=60) | st.from_regex(r"a=b(; ?(Path|Max-Age|Domain|SameSite|Secure|Expires)(=[ -~]{0,9})?){0,5}")
)
def test_every_attribute_of_every_cookie_has_an_effect(line: str) -> None:
    """Whatever a program has sent: each attribute that is written is there once as it is written, with words."""
    cookie = read(line)
    found = meanings(cookie)

    written = [name if value is None else f"{name}={value}" for name, value in attributes(folded(cookie))]
    assert written == [one.attribute for one in found if one.written and not one.attribute.startswith("__")] or any(
        text.startswith("__") for text in written
    )
    assert all(one.effect for one in found)


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(0, "0 seconds"), (1, "1 second"), (5400, "1 hour 30 minutes"), (90_061, "1 day 1 hour 1 minute 1 second")],
)
def test_durations(seconds: int, words: str) -> None:
    """In the units that they fit."""
    assert words == duration(seconds)

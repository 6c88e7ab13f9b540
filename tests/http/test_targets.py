"""Targets of redirects: one reader for the typed field, the drop-in class and the rules."""

from __future__ import annotations

import re
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import HeaderSpec, Location, ParamError, ResponseSpec, check
from antiphon.http.targets import target_fault
from antiphon.responses import RedirectResponse

#: Chromium 150 was seen to refuse each, or to go elsewhere than it seems.
DEAD = {
    "": "is empty",
    "#top": "the same URL again",
    "//": "has no host",
    "///a@evil.example/x": "has no host",
    "////evil.example": "has no host",
    "https:///evil.example": "has no host",
    "http:/evil.example": "has no host",
    "http:a@evil.example": "has no host",
    "//a@evil.example": "user information",
    "https://bank.example@evil.example/": "user information",
    "http://[::1": "bracket",
    "http://[::1]]/": "bracket",
    "https://a.example:99999/": "ports end at 65535",
    "//evil^": "no browser takes",
    "//evil%": "no browser takes",
    "https://a.example:8\x85/": "no browser takes",
    "//a.example\\.evil": "no browser takes",
    "//evil\uff0f": "no browser takes",
    "https://1.2.3.256/": "not an IPv4 address",
    "/\t/evil.example": "control character",
    "javascript:alert(1)": "no browser follows",
    "JavaScript:alert(1)": "no browser follows",
    "data:text/html,x": "no browser follows",
    "ws://a.example/": "no browser follows",
    "www.shop.example:8000/x": "names the scheme",
    "localhost:8000": "names the scheme",
}
#: Chromium 150 went there, or handed the URL to the app octet for octet.
FOLLOWED = (
    *(
        "/",
        "/a?b[c]=d",
        "?a[b]=c",
        "a/b:c",
        "./t:u",
        "../x",
        "//cdn.example/x",
        "https://a.example",
        "HTTP://a.example/",
    ),
    *("http://[::1]/", "http://[::1]:8000/", "https://a.example:443/x@y", "mailto:a@b.example", "tel:112", "myapp:"),
    *(
        "itms-services://?action=x&url=https://x.example/y",
        "com.example.app:/done",
        "intent://x#Intent;end",
        "vscode://f",
    ),
)


@pytest.mark.parametrize(("target", "why"), DEAD.items())
def test_a_target_that_clients_do_not_follow_has_a_fault(target: str, why: str) -> None:
    """The drop-in class refuses it with the same words."""
    fault = target_fault(target) or target_fault(quote(target, safe=":/%#?=@[]!$&'()*+,;"))

    assert fault is not None
    assert why in fault.what
    assert fault.help
    assert fault.cite
    with pytest.raises(ParamError, match=re.escape(fault.what)):
        RedirectResponse(target)


@pytest.mark.parametrize("target", FOLLOWED)
def test_a_target_that_clients_follow_passes(target: str) -> None:
    """Whatever its scheme, and wherever it leads."""
    assert target_fault(target) is None
    assert RedirectResponse(target).headers["location"] == target


@given(st.text(alphabet="a0-.:%^|<>[]{}\\é\uff0f\uff3c\x85\u200b@2f", max_size=10))
def test_a_host_that_is_sent_is_one_that_the_rules_accept(host: str) -> None:
    """As a declared redirect it has no other fault than to leave the origin."""
    try:
        sent = RedirectResponse(f"https://{host}/").headers["location"]
    except ParamError:
        return
    declared = ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value=sent),))
    assert [] == [found for found in check(declared) if found.level == "error" and found.code != "RD002"]


@given(
    st.text(alphabet=":/\\@?#[]. a0-1evil\t%", max_size=12) | st.from_regex(r"[a-z]{0,6}:?/{0,3}[a-z@:.\[\]0-9]{0,8}")
)
def test_one_judge(target: str) -> None:
    """A Location that the class builds is accepted as a declared redirect, whichever constructor built it."""
    for make in (Location, Location.decode, Location.external):
        try:
            built = make(target)
        except ParamError:
            continue
        declared = ResponseSpec(status=303, headers=(HeaderSpec(name="Location", value=built),))
        assert [] == [found for found in check(declared) if found.level == "error"]

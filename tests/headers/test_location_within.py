"""Location.within and SiteSpec.location: absolute URLs of one's own origin."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import Location, Redirect, SiteSpec
from antiphon.headers.field import FieldError


class Moved(Redirect): ...


SHOP = SiteSpec(scheme="https", host="shop.example")


@pytest.mark.parametrize(
    "url",
    ["https://shop.example/x", "https://SHOP.example:443/x?y#z", "https://shop.example", "/x", "x?y", "../a"],
)
def test_a_url_of_the_site_is_a_location(url: str) -> None:
    """With its scheme and host, in any case and with the usual port; or relative. It is sent as it is."""
    target = SHOP.location(url)

    assert (url, Location) == (target, type(target))
    assert target == Location.within(url, "https://shop.example")
    assert url == Moved(location=target).headers["location"]


@pytest.mark.parametrize(
    "url",
    [
        "http://shop.example/",
        "https://shop.example:8443/",
        "https://shop.example:0443/",
        "https://shop.example@evil.example/",
        "https://user@shop.example/",
        "https://evil.example/",
        "https://shop.example.evil.example/",
        "https://evil.example/https://shop.example/",
        "https://shop.example./",
        "https://shop%2eexample/",
        "https:/x",
        "https:x",
        "//shop.example/x",
        "//evil.example",
        "/\\evil.example",
        "https://shop.example\\@evil.example/",
        "https://shop.example\r\nX: y",
        "javascript:alert(1)",
        "com.example.app:/x",
        "",
        3,
    ],
)
def test_any_other_is_refused(url: Any) -> None:
    """Another origin, user information, another scheme, and what browsers read otherwise than it looks."""
    with pytest.raises(FieldError):
        SHOP.location(url)


@given(st.text("htps:/\\@.?#shoexample[]%2e \t1", max_size=40) | st.text())
def test_whatever_is_accepted_stays_on_the_origin(tail: str) -> None:
    """Texts around the origin's own."""
    for url in (tail, f"https://shop.example{tail}", f"https:{tail}"):
        try:
            target = SHOP.location(url)
        except FieldError:
            continue
        split = urlsplit(target)
        assert (split.scheme, split.hostname, split.username) in (("https", "shop.example", None), ("", None, None))


def test_another_port_is_another_origin() -> None:
    """A service on a port of its own names it."""
    here = "http://localhost:8000"

    assert "http://localhost:8000/x" == Location.within("http://localhost:8000/x", here)
    with pytest.raises(FieldError, match="is not on"):
        Location.within("http://localhost/x", here)
    with pytest.raises(FieldError, match="is not an origin"):
        Location.within("http://localhost/x", "localhost")


def test_a_site_says_where_it_is() -> None:
    """Without scheme and host nothing can be compared."""
    with pytest.raises(ValueError, match="says no scheme and host"):
        SiteSpec(host="shop.example").location("/x")

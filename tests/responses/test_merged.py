"""A cookie that two set is one cookie where both mean the same."""

from __future__ import annotations

import pytest

from antiphon.responses.merged import merged

OWN = (b"set-cookie", b"theme=dark; Max-Age=60; Path=/Shop; SameSite=None; Secure")


@pytest.mark.parametrize(
    "other",
    [
        b"theme=dark; Max-Age=60; Path=/Shop; SameSite=None; Secure",
        b"theme=dark; Max-Age=60; Path=/Shop; SameSite=none; Secure",  # as Starlette spells it
        b"theme=dark; secure; samesite=none; path=/Shop; max-age=60",
        b"theme=dark;Secure;SameSite=None;Path=/Shop;Max-Age=60",
    ],
)
def test_the_same_cookie_in_another_spelling_is_sent_once_and_conflicts_with_nothing(other: bytes) -> None:
    assert merged([OWN], [(b"set-cookie", other)]) == ([OWN], ())


@pytest.mark.parametrize(
    "other",
    [
        b"theme=DARK; Max-Age=60; Path=/Shop; SameSite=None; Secure",
        b"theme=dark; Max-Age=61; Path=/Shop; SameSite=None; Secure",
        b"theme=dark; Max-Age=60; Path=/Shop; SameSite=None; Secure; HttpOnly",
        b"theme=dark; Max-Age=60; Path=/Shop; SameSite=Lax; Secure",
    ],
)
def test_a_cookie_that_differs_in_value_or_in_an_attribute_conflicts(other: bytes) -> None:
    lines, (conflict,) = merged([OWN], [(b"set-cookie", other)])

    assert lines == [OWN]
    assert conflict == ("Set-Cookie", "both set the cookie 'theme'")


def test_a_partitioned_cookie_is_another_than_the_one_that_is_not() -> None:
    """Browsers keep both, in jars of their own (CHIPS)."""
    other = (b"set-cookie", OWN[1] + b"; Partitioned")

    assert merged([OWN], [other]) == ([OWN, other], ())
    assert merged([other], [other]) == ([other], ())


def test_a_path_of_another_case_is_another_cookie() -> None:
    other = (b"set-cookie", b"theme=dark; Max-Age=60; Path=/shop; SameSite=None; Secure")

    assert merged([OWN], [other]) == ([OWN, other], ())

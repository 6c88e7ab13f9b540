"""A reference is recognised by a short expression where that is enough, as the whole grammar recognises it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.http.grammar import RELATIVE_REFERENCE, URI
from antiphon.http.parsing.target import is_reference

PIECES = st.sampled_from(
    [*"/?#:@.-%[]a1 \\\n\u00e9", "//", "http", "https://", "HTTP://", "%20", "localhost", ":80", "::"]
)


@given(st.lists(PIECES, max_size=8).map("".join))
def test_a_reference_is_one_of_the_grammar(text: str) -> None:
    """Whatever the short way says."""
    assert is_reference(text) == bool(RELATIVE_REFERENCE.fullmatch(text) or URI.fullmatch(text))


@pytest.mark.parametrize("text", ["/", "/a//b", "/?a=/b", "http://a", "https://a:/", "http://a?b", "http://a:80/b?c"])
def test_ordinary_ones(text: str) -> None:
    assert is_reference(text)
    assert RELATIVE_REFERENCE.fullmatch(text) or URI.fullmatch(text)

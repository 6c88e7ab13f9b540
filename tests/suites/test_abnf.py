"""Every pattern of grammar.py beside the RFC's own ABNF, in both directions (the `abnf` package, dev only).

What the ABNF generates the pattern takes, and what the pattern generates the ABNF derives; so do texts that are nearly
right. Where a pattern is narrower on purpose, the text is one that both must judge alike.
"""

from __future__ import annotations

import re
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from antiphon.http import grammar

abnf = pytest.importorskip("abnf", reason="abnf is the oracle")


def _rule(module: str, name: str) -> Any:
    grammars = __import__(f"abnf.grammars.{module}", fromlist=["Rule"])
    return grammars.Rule(name)


class Pair(NamedTuple):
    """A pattern, the production that it implements, and texts for both beside the pattern's own."""

    pattern: re.Pattern[str]
    module: str
    production: str
    alphabet: str


def texts_of(pair: Pair) -> st.SearchStrategy[str]:
    """Texts that are made from the pattern, compiled here: it may not have been met before."""
    return st.from_regex(re.compile(pair.pattern.pattern, pair.pattern.flags), fullmatch=True)


PAIRS = {
    "token": Pair(grammar.TOKEN, "rfc9110", "token", '!#a0~"(),;= \x7f\xe9'),
    "quoted-string": Pair(grammar.QUOTED_STRING, "rfc9110", "quoted-string", '"\\a \t\x01\x7f\xe9'),
    "cookie-value": Pair(grammar.COOKIE_VALUE, "rfc6265", "cookie-value", '"a!,;\\ \x7f=\xe9'),
    "delta-seconds": Pair(grammar.DIGITS, "rfc9111", "delta-seconds", "019+- ."),
    "media-type": Pair(
        grammar.MEDIA_TYPE,
        "rfc9110",
        "media-type",
        'a/;= "\\\t',
    ),
    "entity-tag": Pair(grammar.ENTITY_TAG, "rfc9110", "entity-tag", 'W/w"a!\\ \x7f\xe9'),
    "URI": Pair(grammar.URI, "rfc3986", "URI", "a0:/?#[]@%2F.-~!$^ \\"),
    "relative-ref": Pair(grammar.RELATIVE_REFERENCE, "rfc3986", "relative-ref", "a0:/?#[]@%2F.-~!$^ \\"),
    "IPv4address": Pair(grammar.IPV4, "rfc3986", "IPv4address", "0125.9"),
}


def derives(pair: Pair, text: str) -> bool:
    """Whether the ABNF derives the whole text."""
    try:
        _rule(pair.module, pair.production).parse_all(text)
    except (abnf.ParseError, abnf.GrammarError):
        return False
    return True


every_pair = pytest.mark.parametrize("name", PAIRS)
some = settings(
    max_examples=25, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow], database=None
)


@every_pair
@some
@given(data=st.data())
def test_what_the_pattern_takes_the_abnf_derives(name: str, data: st.DataObject) -> None:
    """A text that is made from the pattern is in the RFC's language."""
    pair = PAIRS[name]
    text = data.draw(texts_of(pair).filter(lambda text: len(text) < 40))
    assert derives(pair, text), text


@every_pair
@some
@given(data=st.data())
def test_nearly_right_texts_are_judged_alike(name: str, data: st.DataObject) -> None:
    """A text of the production's own characters, with some that are none, is taken by both or by neither."""
    pair = PAIRS[name]
    text = data.draw(
        st.text(pair.alphabet, max_size=10) | st.tuples(texts_of(pair), st.sampled_from(pair.alphabet)).map("".join)
    )
    if len(text) < 40:
        assert derives(pair, text) == (pair.pattern.fullmatch(text) is not None), text

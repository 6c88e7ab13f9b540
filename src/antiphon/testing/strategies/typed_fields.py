"""Strategies of the values of typed fields: by the grammar that a class shares with others, else by its examples."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from antiphon.headers.cache_control import CacheControl
from antiphon.headers.content_disposition import ContentDisposition
from antiphon.headers.etag import ETag
from antiphon.headers.field import Field, FieldError
from antiphon.headers.location import Location
from antiphon.headers.retry_after import RetryAfter
from antiphon.headers.values.choice_field import ChoiceField
from antiphon.headers.values.digest import DigestField
from antiphon.headers.values.moment_field import MomentField
from antiphon.headers.values.seconds_field import SecondsField
from antiphon.headers.values.token_list import TokenList
from antiphon.testing.strategies.accepted import accepted
from antiphon.testing.strategies.no_strategy import no_strategy
from antiphon.testing.strategies.scalars import ZONES

TOKEN_CHARACTERS: Final = st.sampled_from(
    "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
)
#: A moment that an HTTP-date can say: with a time zone, in whole seconds.
MOMENTS: Final = st.datetimes(
    dt.datetime(1902, 1, 1),  # noqa: DTZ001 - Hypothesis gives each its zone
    dt.datetime(9998, 12, 31),  # noqa: DTZ001
    timezones=ZONES,
).map(lambda moment: moment.replace(microsecond=0))
_SECONDS = st.integers(0, 2**31 - 1)
_TRUE = st.sampled_from([True])
_SEGMENTS = st.text("abcdefghijklmnopqrstuvwxyzABCXYZ0123456789-._~", min_size=1, max_size=8)
_PATHS = st.lists(_SEGMENTS.filter(lambda text: text.strip(".")), max_size=3).map(lambda parts: "/" + "/".join(parts))
_QUERIES = st.just("") | st.builds("?{}={}".format, _SEGMENTS, _SEGMENTS)


def _of_choices(field: Any) -> SearchStrategy[Any]:
    return st.sampled_from(field.choices).map(field)


def _of_tokens(field: Any) -> SearchStrategy[Any]:
    members = st.lists(
        st.text(TOKEN_CHARACTERS, min_size=1, max_size=8) | st.sampled_from(list(_members(field))),
        min_size=1,
        max_size=3,
    )
    return _taken(field, members, lambda chosen: field(*chosen))


def _members(field: type[TokenList]) -> Iterator[str]:
    for text in field.examples:
        yield from field.decode(text).members


def _taken(field: Any, values: SearchStrategy[Any], make: Callable[[Any], Any]) -> SearchStrategy[Any]:
    return accepted(values, make, FieldError, lambda why: no_strategy(field, why))


#: By a class that a field is, or derives from.
_GRAMMARS: Mapping[type, Callable[[Any], SearchStrategy[Any]]] = {
    ETag: lambda field: st.builds(
        field,
        st.text("".join(map(chr, [0x21, *range(0x23, 0x7F)])), max_size=12),
        weak=st.booleans(),
    ),
    Location: lambda field: st.builds("{}{}".format, _PATHS, _QUERIES).map(field),
    RetryAfter: (_SECONDS | MOMENTS).map,
    CacheControl: lambda field: st.one_of(
        st.builds(field, public=st.booleans(), max_age=_SECONDS, must_revalidate=st.booleans()),
        st.builds(field, no_store=_TRUE),
        st.builds(field, private=_TRUE, no_cache=st.booleans()),
    ),
    ContentDisposition: lambda field: st.builds(
        field, st.sampled_from(["attachment", "inline"]), filename=st.none() | _SEGMENTS
    ),
    ChoiceField: _of_choices,
    SecondsField: _SECONDS.map,
    MomentField: MOMENTS.map,
    DigestField: lambda field: st.binary(max_size=32).map(field.of_content),
    TokenList: _of_tokens,
}


def of_field(field: type[Field]) -> SearchStrategy[Any]:
    """Values of a field's class; where its grammar is its own, those of its examples."""
    for class_, make in _GRAMMARS.items():
        if issubclass(field, class_):
            return make(field)
    return st.sampled_from(field.examples).map(field.decode)

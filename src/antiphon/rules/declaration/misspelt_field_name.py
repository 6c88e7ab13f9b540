"""AN004."""

from __future__ import annotations

import functools
from collections.abc import Iterator

from antiphon.http.field_names import OTHER_FIELDS, RESPONSE_FIELDS
from antiphon.http.grammar import TOKEN
from antiphon.http.parsing.edit_distance import distance
from antiphon.http.singleton_fields import SINGLETON_FIELDS
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="AN004",
    level="warning",
    citation="IANA HTTP Field Name Registry (www.iana.org/assignments/http-fields); RFC 9110 section 16.3",
    help="write the registered name, or give the step for that field, such as `.cache_control(...)`; or begin with X-",
    bad=HeaderSpec(name="Cahce-Control", value="no-store"),
    good=HeaderSpec(name="Cache-Control", value="no-store"),
)
def misspelt_field_name(response: ResponseParts) -> Iterator[Finding]:
    """A field name is a registered one, or unlike every registered one.

    A recipient ignores a field that it does not know, so a misspelt `Cache-Control` leaves the response to be cached
    and nothing says so. Names that begin with `X-` are taken for misspelt only beside the two that browsers read.
    """
    for path, header in response.headers():
        if (meant := _meant(header.name.lower())) is not None:
            yield Finding(f"{path}.name", f"the field name {header.name!r} is not registered, but {meant} is")


#: By name in lower case: the registered spelling, and the set of its letters as the bits of a number.
_SPELLING = {name.lower(): name for name in RESPONSE_FIELDS}
_SQUASHED = {name.lower().replace("-", ""): name for name in RESPONSE_FIELDS}
#: The fields with `X-` that browsers read.
_OF_BROWSERS = {name.lower(): name for name in SINGLETON_FIELDS if name.startswith("X-")}


def _letters(name: str) -> int:
    found = 0
    for letter in name:
        found |= 1 << (ord(letter) & 31)
    return found


@functools.cache
def _known() -> list[tuple[str, int, int]]:
    """Each registered name with its length and its letters; most processes meet registered names alone."""
    return [(name, len(name), _letters(name)) for name in _SPELLING]


@functools.lru_cache(maxsize=1024)
def _meant(name: str) -> str | None:
    """The registered name that a name in lower case is a slip for."""
    if name in _SPELLING or name in OTHER_FIELDS or name in _OF_BROWSERS or not TOKEN.fullmatch(name):
        return None
    if name.startswith("x-"):
        alike = ((meant, said) for meant, said in _OF_BROWSERS.items() if abs(len(meant) - len(name)) <= 1)
        return next((said for meant, said in alike if distance(name, meant) <= 1), None)
    if (same := _SQUASHED.get(name.replace("-", "").replace("_", ""))) is not None:
        return same
    if name.startswith("x") and name[1:] in _SPELLING:  # a name of one's own for the field of that name
        return None
    letters = _letters(name)
    slips = [
        (apart, meant)
        for meant, length, others in _known()
        # One slip changes two letters of the set at most, and one of the length.
        if abs(length - len(name)) <= 2 and (letters ^ others).bit_count() <= 4 and (apart := _slips(name, meant))
    ]
    return _SPELLING[min(slips)[1]] if slips else None


def _slips(name: str, meant: str) -> int:
    """How many slips of the fingers lie between two names, where they are few enough for a slip; else 0.

    That is one, or two in a name of ten letters or more. Words as short as `Link` only swap letters.
    """
    if len(meant) < 6 and sorted(name) != sorted(meant):
        return 0
    apart = distance(name, meant)
    return apart if apart <= (2 if len(meant) >= 10 else 1) else 0

"""AN004."""

from __future__ import annotations

import difflib
import functools
from collections.abc import Iterator

from antiphon.http.field_names import OTHER_FIELDS, RESPONSE_FIELDS
from antiphon.http.grammar import TOKEN
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import HeaderSpec


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
    and nothing says so. Names that begin with `X-` are never taken for misspelt.
    """
    for path, header in response.headers():
        if (meant := _meant(header.name.lower())) is not None:
            yield Finding(f"{path}.name", f"the field name {header.name!r} is not registered, but {meant} is")


_SPELLING = {name.lower(): name for name in RESPONSE_FIELDS}
_SQUASHED = {name.lower().replace("-", ""): name for name in RESPONSE_FIELDS}


@functools.lru_cache(maxsize=1024)
def _meant(name: str) -> str | None:
    """The registered name that a name in lower case is a slip for."""
    if name in _SPELLING or name in OTHER_FIELDS or name.startswith("x-") or not TOKEN.fullmatch(name):
        return None
    if (same := _SQUASHED.get(name.replace("-", "").replace("_", ""))) is not None:
        return same
    for candidate in difflib.get_close_matches(name, _SPELLING, n=3, cutoff=0.75):
        if _is_slip(name, candidate):
            return _SPELLING[candidate]
    return None


def _is_slip(name: str, meant: str) -> bool:
    """One slip of the fingers; two in a name of ten letters or more. Words as short as `Link` only swap letters."""
    if len(meant) < 6:
        return sorted(name) == sorted(meant) and distance(name, meant) == 1
    return distance(name, meant) <= (2 if len(meant) >= 10 else 1)


def distance(one: str, other: str) -> int:
    """How many letters were left out, put in, changed, or swapped with their neighbour."""
    rows = [list(range(len(other) + 1))]
    for i, a in enumerate(one, 1):
        row = [i]
        for j, b in enumerate(other, 1):
            cost = min(rows[-1][j] + 1, row[-1] + 1, rows[-1][j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, rows[-2][j - 2] + 1)
            row.append(cost)
        rows.append(row)
    return rows[-1][-1]

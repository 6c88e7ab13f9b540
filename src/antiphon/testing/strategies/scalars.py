"""Strategies of plain values, within the limits of a declaration."""

from __future__ import annotations

import datetime as dt
import decimal
import functools
import math
import re
import uuid
from collections.abc import Callable, Mapping
from typing import Any, Final

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from antiphon.testing.strategies.constraints import Constraints

#: JSON numbers that are read everywhere as they are written, and that msgspec writes.
_LEAST, _MOST = -(2**63), 2**64 - 1
#: Text that has a UTF-8 form.
CHARACTERS: Final = st.characters(codec="utf-8")

#: Offsets are whole minutes, and less than 14 hours.
ZONES: Final = st.just(dt.UTC) | st.integers(-839, 839).map(lambda minutes: dt.timezone(dt.timedelta(minutes=minutes)))


def _integers(limits: Constraints) -> SearchStrategy[int]:
    least = _LEAST if limits.least is None else math.ceil(limits.least)
    most = _MOST if limits.most is None else math.floor(limits.most)
    if limits.multiple_of is None:
        return st.integers(least, most).filter(limits.admits)
    step = limits.multiple_of
    return st.integers(math.ceil(least / step), math.floor(most / step)).map(lambda n: n * step).filter(limits.admits)


def _floats(limits: Constraints, *, nan: bool) -> SearchStrategy[float]:
    least, most, step = limits.least, limits.most, limits.multiple_of
    if step is not None:
        first = -(2**32) if least is None else math.ceil(least / step)
        last = 2**32 if most is None else math.floor(most / step)
        return st.integers(first, last).map(lambda n: float(n * step)).filter(limits.admits)
    bounded = least is not None or most is not None
    chosen = st.floats(
        None if least is None else float(least),
        None if most is None else float(most),
        allow_nan=nan and not bounded,
        allow_infinity=False,
    )
    return chosen.filter(lambda value: value != value or limits.admits(value))  # noqa: PLR0124 - NaN has no order


def _decimals(limits: Constraints) -> SearchStrategy[decimal.Decimal]:
    places = limits.decimal_places
    least, most, step = limits.least, limits.most, limits.multiple_of
    if limits.max_digits is not None:
        whole = decimal.Decimal(10) ** (limits.max_digits - (places or 0))
        least = -whole + 1 if least is None else max(least, -whole + 1)
        most = whole - 1 if most is None else min(most, whole - 1)
        places = places or 0
    if step is not None:
        bounds = Constraints(ge=least and math.ceil(least / step), le=most and math.floor(most / step))
        return _integers(bounds).map(lambda n: n * decimal.Decimal(step)).filter(limits.admits)
    chosen = st.decimals(least, most, allow_nan=False, allow_infinity=False, places=places)
    return chosen.filter(limits.admits)


def _texts(limits: Constraints, alphabet: SearchStrategy[str]) -> SearchStrategy[str]:
    if not limits.patterns:
        return st.text(alphabet, **limits.sizes(20))
    first, *others = limits.patterns
    least, most = limits.min_length or 0, math.inf if limits.max_length is None else limits.max_length
    # A match of the whole is a match, and short. `$` of Python would admit a newline behind it, that of pydantic not.
    source = re.sub(r"(?<!\\)\$$", r"\\Z", first.pattern)
    chosen = st.from_regex(re.compile(source, first.flags), fullmatch=True, alphabet=alphabet)
    return chosen.filter(lambda text: least <= len(text) <= most and all(one.search(text) for one in others))


def _moments(limits: Constraints) -> SearchStrategy[dt.datetime]:
    limit = next((one for one in (limits.least, limits.most) if one is not None), None)
    zones: SearchStrategy[Any] = st.none() | ZONES
    if limit is not None and limits.aware is None:  # naive and aware moments have no order
        zones = st.none() if limit.tzinfo is None else st.just(limit.tzinfo)
    elif limits.aware is not None:
        zones = ZONES if limits.aware else st.none()
    bounds = {
        name: value if isinstance(value, dt.datetime) and value.tzinfo is None else value.replace(tzinfo=None)
        for name, value in (("min_value", limits.least), ("max_value", limits.most))
        if value is not None
    }
    return st.datetimes(**bounds, timezones=zones).filter(lambda value: limit is None or limits.admits(value))


def _bounded(make: Callable[..., SearchStrategy[Any]], limits: Constraints) -> SearchStrategy[Any]:
    bounds = {"min_value": limits.least, "max_value": limits.most}
    return make(**{name: value for name, value in bounds.items() if value is not None}).filter(limits.admits)


def _uuids(limits: Constraints) -> SearchStrategy[uuid.UUID]:
    if limits.uuid_version in (None, 1, 2, 3, 4, 5):
        return st.uuids(version=limits.uuid_version)  # type: ignore[arg-type]  # one of these
    set_version = (limits.uuid_version or 0) << 76

    def of_version(value: uuid.UUID) -> uuid.UUID:
        return uuid.UUID(int=value.int & ~(0xF << 76) | set_version)

    return st.uuids(version=4).map(of_version)


_SCALARS: Mapping[type, Callable[[Constraints], SearchStrategy[Any]]] = {
    bool: lambda _: st.booleans(),
    int: _integers,
    decimal.Decimal: _decimals,
    bytes: lambda limits: st.binary(**limits.sizes(20)),
    bytearray: lambda limits: st.binary(**limits.sizes(20)).map(bytearray),
    dt.datetime: _moments,
    dt.date: functools.partial(_bounded, st.dates),
    dt.time: lambda limits: st.times(timezones=ZONES if limits.aware else st.none()).filter(limits.admits),
    dt.timedelta: functools.partial(_bounded, st.timedeltas),
    uuid.UUID: _uuids,
    re.Pattern: lambda _: st.sampled_from(["a+", r"^\d{4}$", "[é-ü]"]).map(re.compile),
}


def scalar(
    type_: type, limits: Constraints, *, alphabet: SearchStrategy[str] = CHARACTERS, nan: bool = False
) -> SearchStrategy[Any] | None:
    """Values of a plain type; None for a type that is not one."""
    if type_ is str:
        return _texts(limits, alphabet)
    if type_ is float:
        return _floats(limits, nan=nan)
    make = _SCALARS.get(type_)
    return None if make is None else make(limits)


#: Any value that JSON has a word for.
JSON: Final[SearchStrategy[Any]] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(_LEAST, _MOST)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(CHARACTERS, max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(CHARACTERS, max_size=8), inner, max_size=3),
    max_leaves=6,
)

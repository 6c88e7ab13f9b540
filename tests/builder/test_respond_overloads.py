"""The docstrings of `respond`, which editors show while its argument is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, get_args, get_overloads

import pytest

from antiphon import respond
from antiphon.http.status import STATUSES

OVERLOADS = get_overloads(respond)


def listed(text: str) -> set[int]:
    """The statuses that a text names, with the registered ones of `400 to 404`."""
    found = set()
    for first, last in re.findall(r"(\d{3})(?: to (\d{3}))?", text):
        found |= {code for code in STATUSES if int(first) <= code <= int(last or first)}
    return found


def accepted(overload: Any) -> set[int]:
    """The statuses that an overload takes."""
    declared = eval(overload.__annotations__["status"], overload.__globals__)
    return set(_statuses(getattr(declared, "__bound__", declared)))


def _statuses(declared: Any) -> Iterator[int]:
    """The members of a Literal, or of a union of them."""
    for one in get_args(declared):
        yield from (int(one),) if isinstance(one, int) else _statuses(one)


@pytest.mark.parametrize("overload", OVERLOADS, ids=lambda overload: str(min(accepted(overload))))
def test_each_lists_its_statuses(overload: Any) -> None:
    """As the types have them: a type variable alone says nothing in an editor."""
    paragraphs = (overload.__doc__ or "").split("\n\n")

    assert listed(paragraphs[-1].partition(". Without content")[0]) == accepted(overload)


def test_the_first_lists_all() -> None:
    """Some editors show the first docstring beside each signature."""
    assert listed(OVERLOADS[0].__doc__ or "") == set(STATUSES) == set().union(*map(accepted, OVERLOADS))

"""Content is read once: what the extension has begun, Python does not begin again. An iterator has no second time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import pydantic
import pytest

from antiphon import Location, ParamError, Params, respond


class Page(pydantic.BaseModel):
    """Pydantic prints an iterator by consuming it."""

    items: Iterable[int]


class Where(Params):
    location: Location


page = respond(200).json(Page).compile()
pages = respond(200).json(list[Page]).compile()
mapping = respond(200).json(dict[str, Any]).compile()
created = respond(201).json(Page).params(Where).compile()


def rows(failure: Exception | None = None) -> Iterator[int]:
    """What a query may be: some rows, and perhaps its end."""
    yield 1
    yield 2
    if failure is not None:
        raise failure


def test_a_param_that_is_left_to_python_leaves_the_content_whole() -> None:
    """Text where a Location is declared is read by Python, with care."""
    location: Any = "/pages/1"

    assert b'{"items":[1,2]}' == created(Page(items=rows()), location=location).body


def test_a_good_call_reads_it_once() -> None:
    """Nothing is left out of what is certain."""
    assert b'{"items":[1,2]}' == created(Page(items=rows()), location=Location("/pages/1")).body


@pytest.mark.parametrize("failure", [KeyError("gone"), ValueError("gone"), RuntimeError("gone")], ids=repr)
@pytest.mark.parametrize("way", ["model", "list", "mapping"])
def test_content_that_fails_on_its_way_is_refused(way: str, failure: Exception) -> None:
    """It is not sent as if it had ended."""
    broken = Page(items=rows(failure))
    call: Any = {"model": page, "list": pages, "mapping": mapping}[way]
    content: Any = {"model": broken, "list": [broken], "mapping": {"page": broken}}[way]

    with pytest.raises((ParamError, type(failure)), match="gone"):
        call(content)

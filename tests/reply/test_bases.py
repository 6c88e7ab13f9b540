"""The classes that replies derive from make no response themselves."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

import antiphon
from antiphon.reply.declare import ReplyRoot

EXPORTED = [getattr(antiphon, name) for name in antiphon.__all__]
BASES = [kind for kind in EXPORTED if isinstance(kind, type) and issubclass(kind, ReplyRoot)]


@pytest.mark.parametrize("base", BASES, ids=lambda base: base.__name__)
def test_a_class_statement_comes_first(base: Any) -> None:
    """Whatever it is called with; its signature says so as well, as that of the stubs does."""
    for arguments, keywords in [((), {}), ((None,), {}), ((1, 2), {"status": 404})]:
        with pytest.raises(TypeError, match=rf"declare a response of your own: class ...\({base.__name__}...\)"):
            base(*arguments, **keywords)

    assert ["declare_a_class"] == list(inspect.signature(base).parameters)


@pytest.mark.parametrize("base", BASES, ids=lambda base: base.__name__)
def test_it_has_no_status_of_its_own(base: Any) -> None:
    """Each class that is declared has one, so that a base is never taken for what it sends."""
    assert not isinstance(getattr(base, "status_code", None), int)


def test_the_content_of_a_draft_is_no_base() -> None:
    """Its name is what a 204 is called elsewhere."""
    with pytest.raises(TypeError, match=r"a 204 is declared by class Gone\(Bodiless\)"):
        type("Gone", (antiphon.NoContent,), {})

"""What `.compile()` gives with the extension is a function to inspect, functools, copy, pickle and weakref."""

from __future__ import annotations

import copy
import functools
import gc
import inspect
import pickle
import pydoc
import typing
import weakref
from typing import Any

import pytest

from antiphon import Location, Params, header, respond
from tests.native_twins import needs_extension

pytestmark = needs_extension


class FoundParams(Params):
    location: Location
    x_trace: str | None = header(default=None)


#: With a description, and params of both kinds.
found: Any = respond(201).json(dict[str, int]).params(FoundParams).describe("It is made.").compile()
both = pytest.mark.parametrize("quick", [found, found.send], ids=["object", "send"])


@both
def test_it_is_named_and_described_as_the_function(quick: Any) -> None:
    """By its names, docstring, annotations, code and signature; unwrapped, it is the function."""
    python = quick.__wrapped__

    for name in ("__name__", "__qualname__", "__module__", "__doc__", "__annotations__", "__code__"):
        assert getattr(python, name) == getattr(quick, name)
    assert inspect.signature(python) == inspect.signature(quick)
    assert inspect.unwrap(quick) is python
    assert inspect.getsource(python) == inspect.getsource(quick)
    assert callable(quick)


def test_help_shows_what_it_shows_of_the_function() -> None:
    """But for the kind of thing it is, in the first line."""
    python, native = (pydoc.plain(pydoc.render_doc(one)).splitlines() for one in (found.__wrapped__, found))

    assert python[1:] == native[1:]


@both
def test_it_has_attributes_of_its_own(quick: Any) -> None:
    """They are set, listed, read through functools.wraps, and deleted."""
    quick.own = 1
    assert vars(quick)["own"] == 1
    assert functools.wraps(quick)(lambda: None).own == 1  # type: ignore[attr-defined]  # wraps copied it
    del quick.own
    assert not hasattr(quick, "own")
    with pytest.raises(TypeError, match="__name__ must be set to a string object"):
        quick.__name__ = 5


def test_it_shares_its_attributes_with_the_function() -> None:
    """The spec and `send` are those of both."""
    assert vars(found) is vars(found.__wrapped__)
    assert found.spec is found.__wrapped__.spec


def test_its_name_is_set_for_both() -> None:
    """A decorator that renames it renames what tracebacks show."""
    renamed: Any = respond(204).compile()
    renamed.__name__ = renamed.__qualname__ = "signed_out"

    assert ("signed_out", "signed_out") == (renamed.__wrapped__.__name__, renamed.__wrapped__.__qualname__)
    assert "signed_out" in repr(renamed)


def test_in_a_class_it_is_a_method() -> None:
    """Bound to an instance, and itself when the class is asked; a partial of it is one, too."""
    asking: Any = respond(200).text().compile()

    class Page(str):
        __slots__ = ()
        render = asking
        shout = functools.partialmethod(asking)

    page: Any = Page("hello")
    assert Page.render is asking
    assert (page.render.__self__, page.render.__func__) == (page, asking)
    assert b"hello" == page.render().body == page.shout().body == functools.partial(asking, "hello")().body
    assert "()" == str(inspect.signature(page.render)).partition(" ->")[0]


@both
def test_it_is_copied_as_a_function_is(quick: Any) -> None:
    """It is itself, also in a copy of what holds it."""
    assert quick is copy.copy(quick)
    assert quick is copy.deepcopy([quick])[0]


def test_it_is_pickled_by_its_name() -> None:
    """Where a module has it under that; one that stands nowhere is refused, as a function is."""
    nowhere: Any = respond(204).compile()

    assert found is pickle.loads(pickle.dumps(found))
    assert found.send is pickle.loads(pickle.dumps(found.send))
    for quick in (nowhere, nowhere.__wrapped__):
        with pytest.raises(pickle.PicklingError):
            pickle.dumps(quick)


@both
def test_it_is_a_key_and_weakly_referenced(quick: Any) -> None:
    """As functions are: it equals itself alone."""
    assert {quick: 1} == {quick: 1}
    assert quick != quick.__wrapped__
    assert weakref.ref(quick)() is quick


def test_it_is_collected_with_all_it_holds() -> None:
    """A response that nobody keeps is gone, though it and its function know each other."""

    class Own:
        pass

    mine, own = respond(204).compile(), Own()
    mine.own, own.mine = own, mine  # type: ignore[attr-defined]  # a cycle, as an application may make one
    gone = [weakref.ref(one) for one in (mine, mine.__wrapped__, mine.send, own)]  # type: ignore[attr-defined]  # as above
    del mine, own
    gc.collect()

    assert [None] * 4 == [reference() for reference in gone]


def test_its_send_is_a_function_of_a_coroutine() -> None:
    """To inspect, whose word frameworks take."""
    assert inspect.iscoroutinefunction(found.send.__wrapped__) == inspect.iscoroutinefunction(found.send)


@both
def test_it_takes_arguments_as_the_function_does(quick: Any) -> None:
    """What is wrong with them is said in Python's words, with the function's name."""
    calls: list[tuple[tuple[Any, ...], dict[str, Any]]] = [
        ((), {}),
        ((1, 2, 3), {}),
        (({},), {"locatoin": 1}),
        ((), {"content": {}}),
        (({},), {}),
    ]
    for arguments, keywords in calls:
        said = []
        for call in (quick.__wrapped__, quick):
            with pytest.raises(TypeError) as caught:
                call(*arguments, **keywords)
            said.append(str(caught.value))
        assert said[0] == said[1]


def test_its_annotations_are_those_of_its_declaration() -> None:
    """For who reads them by hand. What stands in `return`, typing.get_type_hints cannot read on either of them."""
    hints = {name: hint for name, hint in found.__annotations__.items() if name != "return"}

    assert {"content": dict[str, int], "location": Location, "x_trace": str | None} == hints
    assert typing.get_args(found.__annotations__["return"]) == typing.get_args(
        found.__wrapped__.__annotations__["return"]
    )

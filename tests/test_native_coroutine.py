"""What the extension gives in place of a coroutine goes, step by step, where Python's own coroutine goes."""

from __future__ import annotations

import asyncio
import itertools
import types
import warnings
from collections.abc import Callable, Iterable
from typing import Any

import msgspec
import pytest

from antiphon import Reply, respond
from antiphon.responses import JSONResponse
from tests.native_senders import SENDERS, Coroutines
from tests.native_twins import needs_extension

pytestmark = needs_extension


class Counted(msgspec.Struct):
    n: int


class Made(Reply[Counted]):
    """A declared reply."""


compiled: Any = respond(200).json(dict[str, int]).compile()


def by_python(response: Any, send: Any) -> Any:
    """The coroutine of `Response.__call__`, whatever stands in front of it."""
    return type(response).__call__(response, {"type": "http"}, None, send)


def by_extension(response: Any, send: Any) -> Any:
    return response({"type": "http"}, None, send)


#: Each way to send, by Python and by the extension.
WAYS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "send": (
        lambda send: compiled.send.__wrapped__(send, {"n": 1}),
        lambda send: compiled.send(send, {"n": 1}),
    ),
    "object": (
        lambda send: by_python(compiled({"n": 1}), send),
        lambda send: by_extension(compiled({"n": 1}), send),
    ),
    "reply": (
        lambda send: by_python(Made(Counted(1)), send),
        lambda send: by_extension(Made(Counted(1)), send),
    ),
    "drop-in": (
        lambda send: by_python(JSONResponse({"n": 1}), send),
        lambda send: by_extension(JSONResponse({"n": 1}), send),
    ),
}

Step = Callable[[], tuple[Any, ...]]
#: What an event loop does with a coroutine, and what one may do by hand. Exceptions are made anew each time.
STEPS: dict[str, Step] = {
    "next": lambda: ("send", None),
    "send": lambda: ("send", 1),
    "ValueError": lambda: ("throw", ValueError("v")),
    "OSError": lambda: ("throw", OSError("gone")),
    "cancel": lambda: ("throw", asyncio.CancelledError("c")),
    "GeneratorExit": lambda: ("throw", GeneratorExit("exit")),
    "a class": lambda: ("throw", ValueError),
    "close": lambda: ("close",),
}
#: `throw` in its older form, and what is no use of it.
THROWN: dict[str, Step] = {
    "a class and a value": lambda: ("throw", ValueError, "value"),
    "no value": lambda: ("throw", ValueError, None, None),
    "a class and its instance": lambda: ("throw", ValueError, ValueError("w")),
    "an instance and a value": lambda: ("throw", ValueError("v"), "apart"),
    "no traceback": lambda: ("throw", ValueError, None, 5),
    "StopIteration": lambda: ("throw", StopIteration(4)),
    "a number": lambda: ("throw", 5),
    "another class": lambda: ("throw", int),
    "nothing": lambda: ("throw",),
    "too much": lambda: ("throw", 1, 2, 3, 4),
}


def taken(coroutine: Any, method: str, *arguments: Any) -> object:
    """What one step leads to."""
    try:
        given = getattr(coroutine, method)(*arguments)
    except BaseException as error:  # noqa: BLE001 - whatever one way raises, the other has to
        return type(error), str(error), type(error.__cause__), type(error.__context__), error.__suppress_context__
    return given, coroutine.cr_running, type(coroutine.cr_await).__name__


def walk(begin: Callable[[Any], Any], kind: type[Coroutines], name: str, steps: Iterable[str]) -> object:
    """All that can be seen on the way, and what `send` saw."""
    senders = kind()
    coroutine = begin(getattr(senders, name))
    with warnings.catch_warnings():
        # Python 3.12 would have `throw` in its newer form.
        warnings.simplefilter("ignore", DeprecationWarning)
        path = [taken(coroutine, *KNOWN[step]()) for step in (*steps, "close")]
    return path, [entry for entry in senders.log if not isinstance(entry, types.CoroutineType)]


KNOWN = STEPS | THROWN


@pytest.mark.parametrize("way", WAYS)
def test_the_extension_gives_it(way: str) -> None:
    """Or what follows would compare Python with Python: a test that patches a class does so in its own process."""
    python, native = (begin(Coroutines().at_once) for begin in WAYS[way])
    python.close()
    native.close()

    assert (True, False) == (isinstance(python, types.CoroutineType), isinstance(native, types.CoroutineType))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("kind", "name"), SENDERS, ids=[name for _, name in SENDERS])
def test_each_step_is_that_of_a_coroutine(kind: type[Coroutines], name: str, way: str) -> None:
    """Any two steps, before the first message, within either of the two and after them."""
    walks = [("next",) * begun + steps for begun in range(4) for steps in itertools.product(STEPS, repeat=2)]
    python, native = WAYS[way]

    assert [walk(python, kind, name, steps) for steps in walks] == [walk(native, kind, name, steps) for steps in walks]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("thrown", THROWN)
def test_throw_takes_what_it_takes(thrown: str, way: str) -> None:
    """What is no exception is refused, and the coroutine goes on as if nothing had been."""
    python, native = WAYS[way]

    for name, begun in itertools.product(("waits", "catches", "catches_and_waits"), range(7)):
        steps = (*["next"] * begun, thrown, "next", "send")
        assert walk(python, Coroutines, name, steps) == walk(native, Coroutines, name, steps)

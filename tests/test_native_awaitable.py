"""What the extension gives in place of a coroutine is one to whoever asks, and is told of as one."""

from __future__ import annotations

import asyncio
import gc
import inspect
import warnings
from collections.abc import Coroutine
from typing import Any

import pytest

from antiphon import respond
from antiphon.responses import JSONResponse
from tests.native_senders import Coroutines, pause
from tests.native_twins import needs_extension

pytestmark = needs_extension

HTTP: Any = {"type": "http"}
compiled: Any = respond(200).json(dict[str, int]).compile()


def drop_in() -> Any:
    return JSONResponse({"n": 1})


def by_python(response: Any, send: Any) -> Any:
    """The coroutine of the `__call__` in Python."""
    return type(response).__call__(response, HTTP, None, send)


#: Each way to send, by Python and by the extension.
WAYS: dict[str, tuple[Any, Any]] = {
    "send": (
        lambda send: compiled.send.__wrapped__(send, {"n": 1}),
        lambda send: compiled.send(send, {"n": 1}),
    ),
    "object": (
        lambda send: by_python(compiled({"n": 1}), send),
        lambda send: compiled({"n": 1})(HTTP, None, send),
    ),
    "drop-in": (
        lambda send: by_python(drop_in(), send),
        lambda send: drop_in()(HTTP, None, send),
    ),
}
every_way = pytest.mark.parametrize("twins", WAYS.values(), ids=list(WAYS))
Twins = tuple[Any, Any]


@every_way
def test_whoever_forgets_to_await_is_told(twins: Twins) -> None:
    """In Python's words, with the same name. Closed, or begun and then dropped, it says nothing."""
    told = []
    for begin in twins:
        with pytest.warns(RuntimeWarning, match="was never awaited") as caught:
            begin(pause)  # and nothing holds it
        told.append([str(warning.message) for warning in caught])

    assert told[0] == told[1]
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        twins[1](pause).close()
        twins[1](pause).send(None)
        gc.collect()


@every_way
def test_it_is_a_coroutine_to_who_asks(twins: Twins) -> None:
    """To the abstract class, to asyncio and to inspect; and to a task, which shows its name."""
    _, begin = twins
    coroutine: Any = begin(Coroutines().at_once)
    name = coroutine.__qualname__

    assert isinstance(coroutine, Coroutine)
    assert inspect.isawaitable(coroutine)
    assert asyncio.iscoroutine(coroutine)

    async def shown() -> str:
        task: asyncio.Task[Any] = asyncio.create_task(coroutine)
        before = repr(task)
        await task
        return before + repr(task)

    assert asyncio.run(shown()).count(name) == 2


@every_way
def test_it_has_the_names_of_pythons(twins: Twins) -> None:
    """Which tracebacks, tasks and profilers show."""
    python, native = (begin(pause) for begin in twins)

    assert (python.__name__, python.__qualname__) == (native.__name__, native.__qualname__)
    python.close()
    native.close()


@every_way
def test_it_is_awaited_once(twins: Twins) -> None:
    """Neither again when it has ended, nor by a second while the first waits."""

    async def awaits(coroutine: Any) -> None:
        await coroutine

    said = []
    for begin in twins:
        coroutine = begin(pause)
        first = awaits(coroutine)
        first.send(None)
        with pytest.raises(RuntimeError) as busy:
            awaits(coroutine).send(None)
        first.close()
        with pytest.raises(RuntimeError) as spent:
            awaits(coroutine).send(None)
        said.append((str(busy.value), str(spent.value)))

    assert said[0] == said[1]


@every_way
def test_it_does_not_run_within_itself(twins: Twins) -> None:
    """A `send` that drives the coroutine it is called by is refused, in each of the ways to drive one."""
    _, begin = twins
    refused: list[str] = []

    async def send(message: Any) -> None:
        for drive in (lambda: own.send(None), lambda: own.throw(KeyError), own.close):
            with pytest.raises(ValueError, match="coroutine already executing") as caught:
                drive()
            refused.append(str(caught.value))

    own = begin(send)
    asyncio.run(own)

    assert len(refused) == 6


class Held:
    """An awaitable that others hold, and that wants to be closed."""

    closed = 0

    def __call__(self, message: Any) -> Held:
        """It is the `send`, too."""
        return self

    def __await__(self) -> Any:
        return self

    def __next__(self) -> object:
        return "waiting"

    def close(self) -> None:
        self.closed += 1


@every_way
def test_what_is_dropped_closes_what_it_awaits(twins: Twins) -> None:
    """Even if something else holds on to that."""
    closed = []
    for begin in twins:
        held = Held()
        begin(held).send(None)
        gc.collect()
        closed.append(held.closed)

    assert [1, 1] == closed

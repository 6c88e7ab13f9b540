"""What an application may be given as `send`: what servers and middleware give, and what nobody should."""

from __future__ import annotations

import asyncio
import types
from collections.abc import AsyncIterator, Coroutine, Generator, Iterator
from typing import Any


@types.coroutine
def pause(tag: object) -> Generator[object, object, object]:
    """Wait; what is sent in is what it gives."""
    return (yield tag)


class Awaitable:
    """Its `__await__` gives what it was made with, or raises it."""

    def __init__(self, awaited: object) -> None:
        self._awaited = awaited

    def __await__(self) -> Any:
        if isinstance(self._awaited, Exception):
            raise self._awaited
        return self._awaited


class Counting:
    """An iterator without `throw` and `close`."""

    def __init__(self) -> None:
        self.n = 0

    def __iter__(self) -> Iterator[object]:
        return self

    def __next__(self) -> object:
        self.n += 1
        if self.n > 2:
            raise StopIteration(5)
        return self.n


class Stubborn(Counting):
    """An iterator with a `throw` that goes on and a `close` that fails."""

    def throw(self, *_error: object) -> object:
        return "thrown"

    def close(self) -> None:
        raise OSError("cannot close")


class Coroutines:
    """Each method is a `send`: here what gives a coroutine, as nearly all do. `log` is what it saw."""

    def __init__(self) -> None:
        self.log: list[object] = []

    async def at_once(self, message: Any) -> None:
        self.log.append(message)

    async def waits(self, message: Any) -> None:
        self.log += [message, await pause(message["type"]), await pause(2)]

    async def catches(self, message: Any) -> None:
        try:
            await pause("first")
        except BaseException as error:  # noqa: BLE001 - that is what it is for
            self.log.append(repr(error))

    async def catches_and_waits(self, message: Any) -> None:
        try:
            await pause("first")
        except BaseException as error:  # noqa: BLE001 - as above
            self.log.append(repr(error))
            await pause("after")

    async def turns(self, message: Any) -> None:
        try:
            await pause("first")
        except BaseException as error:
            raise KeyError("turned") from error

    async def fails_at_the_end(self, message: Any) -> None:
        if message["type"] == "http.response.body":
            raise OSError("the client is gone")

    async def fails_after_a_while(self, message: Any) -> None:
        await pause("first")
        raise ConnectionResetError(104, "reset")

    async def is_cancelled(self, message: Any) -> None:
        raise asyncio.CancelledError

    async def interrupts(self, message: Any) -> None:
        raise KeyboardInterrupt

    async def exits(self, message: Any) -> None:
        raise GeneratorExit

    async def stops(self, message: Any) -> None:
        raise StopIteration(3)

    async def stops_async(self, message: Any) -> None:
        raise StopAsyncIteration(3)

    async def empties(self, message: Any) -> None:
        self.log.append([*message.items()])
        message.clear()

    async def gives(self, message: Any) -> int:
        return 7


async def _numbers() -> AsyncIterator[int]:
    yield 1


class Others(Coroutines):
    """Other awaitables, and what cannot be awaited."""

    no_function = None
    kept: Coroutine[object, object, None] | None = None

    def generator_behind_await(self, message: Any) -> Any:
        return Awaitable(self.generator(message))

    def iterator_behind_await(self, message: Any) -> Any:
        return Awaitable(Counting())

    def stubborn_iterator_behind_await(self, message: Any) -> Any:
        return Awaitable(Stubborn())

    def step_of_an_asynchronous_generator(self, message: Any) -> Any:
        return anext(_numbers())

    def spent_coroutine(self, message: Any) -> Any:
        coroutine = self.at_once(message)
        coroutine.close()
        return coroutine

    def same_coroutine_twice(self, message: Any) -> Any:
        self.kept = self.kept or self.waits(message)
        return self.kept

    def nothing(self, message: Any) -> None:
        self.log.append(message)

    def number(self, message: Any) -> int:
        return 5

    def asynchronous_generator(self, message: Any) -> Any:
        return _numbers()

    def generator(self, message: Any) -> Generator[object, object, None]:
        self.log.append((yield "a generator"))

    def number_behind_await(self, message: Any) -> Any:
        return Awaitable(5)

    def list_behind_await(self, message: Any) -> Any:
        return Awaitable([1])

    def await_raises(self, message: Any) -> Any:
        return Awaitable(ValueError("no"))

    def coroutine_behind_await(self, message: Any) -> Any:
        return Awaitable(self.spent_coroutine(message))

    @types.coroutine
    def coroutine_of_a_generator(self, message: Any) -> Generator[object, object, None]:
        self.log.append((yield "old"))

    def coroutine_that_another_awaits(self, message: Any) -> Coroutine[object, object, None]:
        coroutine = self.waits(message)
        coroutine.send(None)
        self.log.append(coroutine)
        return coroutine


class Refusals(Coroutines):
    """What raises before there is anything to await."""

    def value_error(self, message: Any) -> None:
        raise ValueError("no")

    def os_error(self, message: Any) -> None:
        raise OSError("gone")

    def cancelled(self, message: Any) -> None:
        raise asyncio.CancelledError("c")

    def stop_iteration(self, message: Any) -> None:
        raise StopIteration(3)

    def stop_async_iteration(self, message: Any) -> None:
        raise StopAsyncIteration(3)

    def generator_exit(self, message: Any) -> None:
        raise GeneratorExit("exit")


#: Each `send` as the class and the name of its method.
SENDERS: list[tuple[type[Coroutines], str]] = [
    (kind, name)
    for kind in (Coroutines, Others, Refusals)
    for name in vars(kind)
    if not name.startswith("_") and name != "kept"
]

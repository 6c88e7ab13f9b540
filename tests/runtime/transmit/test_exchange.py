"""How an exchange ends: for declared streams and the drop-in class, under ASGI 2.3 and 2.4 alike."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import threading
import time
from collections.abc import AsyncIterator, Callable, Iterator
from typing import Any

import pytest
import trio
from starlette.background import BackgroundTask
from starlette.requests import ClientDisconnect
from trio.testing import MockClock

from antiphon import respond
from antiphon.responses import StreamingResponse
from antiphon.runtime.transmit import closing, connection
from tests.support import clock
from tests.support.clients import bodies, exchanged

compiled = respond(200).stream("application/octet-stream").compile()
lines = respond(200).json_lines(int).compile()
on_success = respond(200).background("on_success").stream("application/octet-stream").compile()


def drop_in_on_success(content: Any) -> StreamingResponse:
    """The drop-in class with the other policy."""
    response = StreamingResponse(content)
    response.background_policy = "on_success"
    return response


MAKERS: tuple[Callable[[Any], Any], ...] = (compiled, StreamingResponse)
VERSIONS = ("2.0", "2.3", "2.4")


class Endless:
    """A generator without an end, and what became of it."""

    def __init__(self) -> None:
        self.ended: list[str] = []

    async def __aiter__(self) -> AsyncIterator[bytes]:
        try:
            while True:
                yield b"x"
                await asyncio.sleep(0.001)
        finally:
            await asyncio.sleep(0.001)
            self.ended.append("clean")


def scope(version: str) -> dict[str, Any]:
    """The scope of a server of that version."""
    return {"asgi": {"version": "3.0", "spec_version": version}}


@pytest.mark.parametrize("version", VERSIONS)
@pytest.mark.parametrize("make", MAKERS)
def test_a_send_that_fails_ends_the_generator_and_runs_the_work(make: Any, version: str) -> None:
    """ClientDisconnect is raised, after the clean-up and the background work."""
    content = Endless()
    response = make(content)
    response.background = BackgroundTask(content.ended.append, "work")

    with pytest.raises(ClientDisconnect):
        clock.run(exchanged(response, scope(version), lost_after=3))
    assert ["clean", "work"] == content.ended


@pytest.mark.parametrize(
    ("make", "version"), [(compiled, "2.3"), (compiled, "2.4"), (StreamingResponse, "2.0"), (StreamingResponse, "2.3")]
)
def test_a_disconnect_that_is_received_ends_the_generator_and_runs_the_work(make: Any, version: str) -> None:
    """Nothing is raised."""
    content = Endless()
    response = make(content)
    response.background = BackgroundTask(content.ended.append, "work")

    messages = clock.run(exchanged(response, scope(version), leaves_after=0.02))
    assert ["clean", "work"] == content.ended
    assert messages[-1]["more_body"]


@pytest.mark.parametrize("later", range(5))
@pytest.mark.parametrize("threaded", [False, True], ids=["async", "thread"])
@pytest.mark.parametrize("make", MAKERS)
def test_a_client_whose_leaving_is_told_twice(make: Any, threaded: bool, later: int) -> None:
    """Servers let `send` fail and `receive` return: the later notice does not cut the clean-up short."""
    content = Endless()

    def in_a_thread() -> Iterator[bytes]:
        try:
            while True:
                yield b"x"
        finally:
            time.sleep(0.002)
            content.ended.append("clean")

    async def exchange() -> None:
        left = asyncio.Event()

        async def receive() -> Any:
            await left.wait()
            for _ in range(later):
                await asyncio.sleep(0)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            if message["type"] == "http.response.body":
                left.set()
                raise OSError("the client left")

        with contextlib.suppress(ClientDisconnect):
            await make(in_a_thread() if threaded else content)({"type": "http", **scope("2.3")}, receive, send)
        assert ["clean"] == content.ended

    asyncio.run(exchange())


@pytest.mark.parametrize("leaves", [{"lost_after": 3}, {"leaves_after": 0.02}])
@pytest.mark.parametrize("make", [on_success, drop_in_on_success])
def test_work_on_success_is_left_out(make: Any, leaves: dict[str, Any]) -> None:
    """The generator is closed all the same."""
    content = Endless()
    response = make(content)
    response.background = BackgroundTask(content.ended.append, "work")

    with contextlib.suppress(ClientDisconnect):
        clock.run(exchanged(response, scope("2.3"), **leaves))
    assert ["clean"] == content.ended


@pytest.mark.parametrize("make", MAKERS)
def test_a_cancellation_ends_the_generator_and_runs_no_work(make: Any) -> None:
    """It goes on to whoever cancelled."""
    content = Endless()
    response = make(content)
    response.background = BackgroundTask(content.ended.append, "work")

    async def cancelled() -> None:
        task = asyncio.ensure_future(exchanged(response))
        await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        assert task.cancelled()

    clock.run(cancelled())
    assert ["clean"] == content.ended


@pytest.mark.parametrize("make", MAKERS)
def test_an_exchange_within_a_time_limit(make: Any) -> None:
    """`asyncio.timeout` around it is a cancellation like any other, and stays a TimeoutError."""
    content = Endless()

    async def limited() -> None:
        async with asyncio.timeout(0.02):
            await exchanged(make(content))

    with pytest.raises(TimeoutError):
        clock.run(limited())
    assert ["clean"] == content.ended


@pytest.mark.parametrize("make", MAKERS)
def test_a_disconnect_leaves_no_cancellation_behind(make: Any) -> None:
    """The task may go on, with time limits of its own."""

    async def after() -> list[str]:
        content = Endless()
        await exchanged(make(content), leaves_after=0.01)
        await asyncio.sleep(0)
        task = asyncio.current_task()
        assert task is not None
        assert 0 == task.cancelling()
        with pytest.raises(TimeoutError):
            async with asyncio.timeout(0.01):
                await asyncio.sleep(1)
        return content.ended

    assert ["clean"] == clock.run(after())


def test_a_generator_that_swallows_its_cancellation_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cancelled again after the stated time."""
    monkeypatch.setattr(connection, "CLOSE_WITHIN", 0.02)

    async def stubborn() -> AsyncIterator[bytes]:
        yield b"x"
        with contextlib.suppress(asyncio.CancelledError):
            await asyncio.sleep(60)
        await asyncio.sleep(60)

    async def exchange() -> float:
        await exchanged(compiled(stubborn()), leaves_after=0.01)
        return asyncio.get_running_loop().time()

    assert pytest.approx(0.03) == clock.run(exchange())


def test_a_clean_up_without_an_end_is_given_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """After the stated time, with a line in the log."""
    monkeypatch.setattr(closing, "CLOSE_WITHIN", 0.02)

    async def slow() -> AsyncIterator[bytes]:
        try:
            for _ in range(1000):
                yield b"x"
        finally:
            await asyncio.sleep(60)

    async def exchange() -> float:
        with pytest.raises(ClientDisconnect):
            await exchanged(compiled(slow()), lost_after=3)
        return asyncio.get_running_loop().time()

    assert pytest.approx(0.02) == clock.run(exchange())
    assert ["async_generator did not close within 0.02 seconds"] == [record.message for record in caplog.records]


def test_a_thread_that_is_stuck_holds_nobody_up(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The iterator is closed by its thread once that comes back."""
    monkeypatch.setattr(closing, "CLOSE_WITHIN", 0.02)
    released, ended = threading.Event(), threading.Event()

    async def exchange() -> None:
        loop, waits = asyncio.get_running_loop(), asyncio.Event()

        def stuck() -> Iterator[bytes]:
            try:
                yield b"x"
                loop.call_soon_threadsafe(waits.set)
                assert released.wait(60)
                yield b"y"
            finally:
                ended.set()

        async def receive() -> Any:
            await waits.wait()
            return {"type": "http.disconnect"}

        async def send(_message: Any) -> None: ...

        await compiled(stuck())({"type": "http", "method": "GET"}, receive, send)

    asyncio.run(exchange())
    assert not ended.is_set()
    assert "did not close within" in caplog.text
    released.set()
    assert ended.wait(60)


def test_an_error_of_receive_is_raised() -> None:
    """After the generator has ended."""
    content = Endless()

    async def receive() -> Any:
        await asyncio.sleep(0.01)
        raise RuntimeError("no channel")

    async def send(_message: Any) -> None: ...

    async def exchange() -> None:
        await compiled(content)({"type": "http", "method": "GET"}, receive, send)

    with pytest.raises(RuntimeError, match="no channel"):
        clock.run(exchange())
    assert ["clean"] == content.ended


def test_a_request_body_that_nobody_read_is_no_disconnect() -> None:
    """`receive` gives it before."""
    messages: list[Any] = []
    given = iter([{"type": "http.request", "body": b"a", "more_body": True}, {"type": "http.request", "body": b"b"}])

    async def receive() -> Any:
        message = next(given, None)
        if message is None:
            await asyncio.sleep(3600)
        return message

    async def send(message: Any) -> None:
        messages.append(message)

    async def exchange() -> None:
        await compiled([b"a", b"b"])({"type": "http", "method": "GET"}, receive, send)

    clock.run(exchange())
    assert [b"a", b"b"] == bodies(messages)


@pytest.mark.parametrize(("make", "sent"), [(compiled, []), (StreamingResponse, ["http.response.start"])])
def test_a_client_that_leaves_before_the_first_piece(make: Any, sent: list[str]) -> None:
    """A declared stream has sent nothing at all, the drop-in class its header."""
    ended: list[str] = []

    async def later() -> AsyncIterator[bytes]:
        try:
            await asyncio.sleep(60)
            yield b"x"
        finally:
            ended.append("clean")

    messages = clock.run(exchanged(make(later()), scope("2.3"), leaves_after=0.01))
    assert sent == [message["type"] for message in messages]
    assert ["clean"] == ended


@pytest.mark.parametrize(("make", "sent"), [(compiled, []), (StreamingResponse, ["http.response.start"])])
@pytest.mark.parametrize("version", VERSIONS)
def test_whether_the_header_waits_for_the_first_piece(
    make: Any, sent: list[str], version: str, caplog: pytest.LogCaptureFixture
) -> None:
    """That of a declared stream does, so an error before it is an ordinary one; that of the drop-in class does not."""
    messages: list[Any] = []
    ended: list[str] = []
    seen: list[str] = []

    async def broken() -> AsyncIterator[bytes]:
        seen.extend(message["type"] for message in messages)
        try:
            await asyncio.sleep(0)
            if seen == sent:
                raise LookupError("no session")
            yield b"x"
        finally:
            ended.append("clean")

    async def exchange() -> None:
        async def receive() -> Any:
            await asyncio.sleep(60)

        async def send(message: Any) -> None:
            messages.append(message)

        await make(broken())({"type": "http", "method": "GET"} | scope(version), receive, send)

    with pytest.raises(LookupError):
        clock.run(exchange())
    assert sent == [message["type"] for message in messages]
    assert ["clean"] == ended
    assert ["a response with status 200 broke off before piece 1: LookupError: no session"] * len(sent) == [
        record.message for record in caplog.records if record.name == "antiphon"
    ]


@pytest.mark.parametrize("version", VERSIONS)
def test_a_send_that_fails_for_the_header_of_the_drop_in_class(version: str) -> None:
    """ClientDisconnect, and no piece is asked for."""
    content = Endless()
    with pytest.raises(ClientDisconnect):
        clock.run(exchanged(StreamingResponse(content), scope(version), lost_after=0))
    assert [] == content.ended


@pytest.mark.parametrize("make", MAKERS)
def test_an_error_is_logged_once(make: Any, caplog: pytest.LogCaptureFixture) -> None:
    """Without its traceback, which whoever catches it shows."""

    async def broken() -> AsyncIterator[bytes]:
        yield b"abc"
        raise LookupError("no more\nsecond line")

    with caplog.at_level(logging.DEBUG), pytest.raises(LookupError):
        clock.run(exchanged(make(broken())))
    records = [record for record in caplog.records if record.name == "antiphon"]
    assert ["a response with status 200 broke off before piece 2: LookupError: no more"] == [
        record.message for record in records
    ]


@pytest.mark.parametrize("make", [compiled, StreamingResponse, lines])
@pytest.mark.parametrize("leaves", [False, True])
def test_trio(make: Any, leaves: bool) -> None:
    """By anyio; an item a message."""
    ended: list[str] = []
    items: list[Any] = [1, 2] if make is lines else [b"1\n", b"2\n"]

    async def later() -> AsyncIterator[Any]:
        try:
            for item in items:
                yield item
                await trio.sleep(60 if leaves else 0)
        finally:
            ended.append("clean")

    def blocking() -> Iterator[Any]:
        try:
            yield from items
        finally:
            ended.append("clean")

    async def exchange(content: Any) -> list[Any]:
        messages: list[Any] = []

        async def receive() -> Any:
            await trio.sleep(0.02 if leaves else 60)
            return {"type": "http.disconnect"}

        async def send(message: Any) -> None:
            messages.append(message)

        await make(content)({"type": "http", "method": "GET"}, receive, send)
        return bodies(messages)

    expected = [b"1\n"] if leaves else [b"1\n", b"2\n"]
    # No thread works for it, so what is waited for may be skipped.
    assert expected == trio.run(exchange, later(), clock=MockClock(autojump_threshold=0))
    if not leaves:
        assert expected == trio.run(exchange, blocking())
        assert expected == trio.run(exchange, items)
    assert ended == ["clean"] * (1 if leaves else 2)


@pytest.mark.parametrize("make", [compiled, lines])
def test_a_yield_after_the_end_is_an_error(make: Any) -> None:
    """A generator that goes on after its cancellation is closed; nothing that it yields then is sent."""
    ended: list[str] = []

    async def stubborn() -> AsyncIterator[Any]:
        yield b"x" if make is compiled else 1
        try:
            await asyncio.sleep(60)
        except asyncio.CancelledError:
            while not ended:
                try:
                    yield b"y" if make is compiled else 2
                finally:
                    ended.append("closed")

    async def exchange() -> list[bytes]:
        return bodies(await exchanged(make(stubborn()), leaves_after=0.05))

    assert [b"x"] == clock.run(exchange()) or make is lines
    assert ["closed"] == ended


def test_a_generator_that_ignores_its_end_is_an_error() -> None:
    """As Python has it."""

    async def ignorant() -> AsyncIterator[bytes]:
        while True:
            try:
                yield b"x"
            except GeneratorExit:
                yield b"y"

    with pytest.raises(RuntimeError, match="ignored GeneratorExit"):
        clock.run(exchanged(compiled(ignorant()), lost_after=2))

"""Streams of events: what is sent and when, and what happens when the client or the iterable goes away."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from typing import Any, Generic, TypeVar

import anyio
import msgspec
import pytest
import trio
from starlette.requests import ClientDisconnect
from trio.testing import MockClock

from antiphon import Comment, Event, EventReply, ParamError, Problem, ResponseSpec, SpecError, TextEvent, respond
from antiphon.compiler.compiler import compile_spec
from antiphon.runtime.transmit import pings
from antiphon.spec.bodies import EventsBody
from tests.support import clock
from tests.support.clients import bodies, exchanged
from tests.support.event_stream import read
from tests.support.exchange import sent_by

T = TypeVar("T", bound=Event[Any])
QUICK = timedelta(milliseconds=40)


class Data(msgspec.Struct):
    n: int


class Tick(Event[Data], name="tick"): ...


class Line(TextEvent, name="line"): ...


class Failed(Event[Problem], name="failed"): ...


class Feed(EventReply[Tick | Failed], error=Failed(Problem(title="broke")), retry=250): ...


ticks = respond(200).events(Tick | Line).compile()
quick = respond(200).events(Tick, ping=QUICK).compile()


class Source:
    """An async generator that says whether it was closed."""

    def __init__(self) -> None:
        self.closed = False
        self.given = 0

    async def ticks(self, *, pause: float = 0.0, fails_at: int | None = None, most: int = 10**9) -> AsyncIterator[Tick]:
        try:
            while self.given < most:
                if self.given == fails_at:
                    raise RuntimeError("secret")
                if pause:
                    await asyncio.sleep(pause)
                yield Tick(Data(self.given))
                self.given += 1
        finally:
            await asyncio.sleep(0)
            self.closed = True


def test_each_item_is_a_message_and_each_message_an_event() -> None:
    messages = sent_by(ticks([Tick(Data(1), id="1"), Comment("x"), Line("a\nb")]))

    assert [b'id: 1\nevent: tick\ndata: {"n":1}\n\n', b": x\n\n", b"event: line\ndata: a\ndata: b\n\n"] == bodies(
        messages
    )
    assert messages[-1] == {"type": "http.response.body", "body": b"", "more_body": False}


def test_every_kind_of_iterable_is_sent_by_object_and_in_place() -> None:
    def in_thread() -> Iterator[Tick]:
        yield Tick(Data(0))
        yield Tick(Data(1))

    async def in_place(scope: Any, receive: Any, send: Any) -> None:
        await ticks.send(scope, receive, send, in_thread())

    wanted = [b'event: tick\ndata: {"n":0}\n\n', b'event: tick\ndata: {"n":1}\n\n']
    assert wanted == bodies(sent_by(in_place))
    assert wanted == bodies(sent_by(ticks(in_thread())))
    assert wanted == bodies(sent_by(ticks((Tick(Data(0)), Tick(Data(1))))))
    assert wanted == bodies(sent_by(ticks(Source().ticks(most=2))))


def test_octets_are_an_item_like_any_other() -> None:
    """They are no shortcut around what is declared."""
    octets: list[Any] = [b"data: injected\n\n"]
    with pytest.raises(ParamError, match="holds bytes, where Tick"):
        sent_by(ticks(octets))


def test_no_cache_keeps_it_and_no_proxy_holds_it_back() -> None:
    """Unless the response says otherwise, before or after the step."""
    usual = {b"cache-control": b"no-store", b"x-accel-buffering": b"no", b"content-type": b"text/event-stream"}
    before = respond(200).cache_control(no_cache=True).events(Tick).compile()
    after = respond(200).events(Tick).header("x-accel-buffering", "yes").compile()

    class Cached(EventReply[Tick], cache_control="max-age=60"): ...

    assert dict(ticks([]).raw_headers) == dict(Feed([]).raw_headers) == usual
    assert dict(before([]).raw_headers) == usual | {b"cache-control": b"no-cache"}
    assert dict(after([]).raw_headers) == usual | {b"x-accel-buffering": b"yes"}
    assert dict(Cached([]).raw_headers) == usual | {b"cache-control": b"max-age=60"}
    assert len(after([]).raw_headers) == 3


def test_the_fields_are_in_the_description_and_rules_see_them() -> None:
    body = ticks.spec.body
    assert isinstance(body, EventsBody)
    assert {field.name: field.value for field in body.fields} == {
        "Cache-Control": "no-store",
        "X-Accel-Buffering": "no",
    }
    own = EventsBody(events=body.events, fields=(body.fields[1].model_copy(update={"value": "a\nb"}),))
    with pytest.raises(ValueError, match="control character"):
        compile_spec(ResponseSpec(status=200, body=own))


def test_a_head_request_runs_nothing() -> None:
    source = Source()
    messages = sent_by(ticks(source.ticks()), {"method": "HEAD"})

    assert [message["type"] for message in messages] == ["http.response.start", "http.response.body"]
    assert (messages[1]["body"], source.given) == (b"", 0)


def test_the_time_to_wait_is_said_once_before_the_first_event() -> None:
    sent = bodies(sent_by(Feed([Tick(Data(1)), Tick(Data(2))])))

    assert sent[0].startswith(b"retry: 250\n\nevent: tick")
    assert (read(b"".join(sent)).retry, b"".join(sent).count(b"retry")) == (250, 1)
    assert sent_by(Feed([])) != sent_by(Feed([Tick(Data(1))]))


def test_pings_are_sent_while_nothing_else_is() -> None:
    """Neither before the time is over nor while items come."""

    async def items() -> AsyncIterator[Tick]:
        for _ in range(10):
            await asyncio.sleep(0.01)
            yield Tick(Data(1))
        await asyncio.sleep(0.9)
        yield Tick(Data(2))

    slower = respond(200).events(Tick, ping=timedelta(milliseconds=400)).compile()
    sent = bodies(sent_by(slower(items()), run=clock.run))

    assert [b":\n\n"] * 2 == [block for block in sent if block.startswith(b":")]
    assert sent[-1] == b'event: tick\ndata: {"n":2}\n\n'
    assert len(read(b"".join(sent)).events) == 11
    assert b":\n\n" not in sent[:10]


def test_a_ping_begins_the_response() -> None:
    """So that a client learns that it is connected, though nothing has happened yet."""
    messages = sent_by(quick(Source().ticks(pause=0.06, most=1)), run=clock.run)

    assert [message["type"] for message in messages] == ["http.response.start", *["http.response.body"] * 3]
    assert [b":\n\n", b'event: tick\ndata: {"n":0}\n\n'] == bodies(messages)


def test_a_ping_and_an_item_are_never_in_send_together() -> None:
    """A client that reads slowly gets every message whole, one after another."""
    at_once = most = 0

    async def send(message: Any) -> None:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        await asyncio.sleep(0.05)
        at_once -= 1

    async def stays() -> Any:
        await asyncio.Event().wait()

    async def run() -> None:
        await quick(Source().ticks(pause=0.045, most=5))({"type": "http", "method": "GET", "headers": []}, stays, send)

    clock.run(run())

    assert most == 1


def test_no_pings_where_none_are_declared() -> None:
    calm = respond(200).events(Tick, ping=False).compile()

    assert len(bodies(sent_by(calm(Source().ticks(pause=100, most=1)), run=clock.run))) == 1


def test_an_error_before_the_first_item_is_raised_as_if_nothing_had_begun() -> None:
    for response in (Feed(Source().ticks(fails_at=0)), ticks(Source().ticks(fails_at=0))):
        sent: list[Any] = []

        async def send(message: Any, to: list[Any] = sent) -> None:
            to.append(message)

        with pytest.raises(RuntimeError, match="secret"):
            clock.run(_called(response, send))
        assert sent == []


async def _called(response: Any, send: Any) -> None:
    async def stays() -> Any:
        await asyncio.Event().wait()

    await response({"type": "http", "method": "GET", "headers": []}, stays, send)


def test_a_declared_error_is_the_last_event(caplog: pytest.LogCaptureFixture) -> None:
    """It tells nothing of the exception, which is logged once."""
    with caplog.at_level(logging.ERROR, "antiphon"):
        messages = sent_by(Feed(Source().ticks(fails_at=1)))

    assert messages[-1]["body"] == b'event: failed\ndata: {"title":"broke"}\n\n'
    assert messages[-1]["more_body"] is False
    assert ["RuntimeError: secret" in record.getMessage() for record in caplog.records] == [True]


def test_a_declared_error_is_sent_after_a_ping_too() -> None:
    class Waiting(EventReply[Tick | Failed], error=Failed(Problem(title="broke")), ping=QUICK): ...

    async def items() -> AsyncIterator[Tick]:
        await asyncio.sleep(0.06)
        raise RuntimeError("secret")
        yield Tick(Data(0))

    assert [b":\n\n", b'event: failed\ndata: {"title":"broke"}\n\n'] == bodies(sent_by(Waiting(items()), run=clock.run))


@pytest.mark.parametrize("wrong", [Failed(Problem(title="x")), "text", Data(1), Tick(Problem())])  # type: ignore[arg-type]  # the mistake
def test_an_item_of_another_type_ends_the_stream_as_an_error_does(wrong: Any) -> None:
    class Told(EventReply[Tick | Line], error=Line("over")): ...

    assert [b'event: tick\ndata: {"n":1}\n\n', b"event: line\ndata: over\n\n"] == bodies(
        sent_by(Told([Tick(Data(1)), wrong, Tick(Data(2))]))
    )
    with pytest.raises(ParamError):
        sent_by(ticks([Tick(Data(1)), wrong]))


def test_the_generator_is_closed_when_the_client_leaves() -> None:
    """Whether it waits for an item or for the client, and though nothing is sent meanwhile."""
    for pause, run in ((0.0, asyncio.run), (3600.0, clock.run)):
        source = Source()
        run(exchanged(ticks(source.ticks(pause=pause)), leaves_after=0.05))
        assert source.closed


def test_the_generator_is_closed_when_send_says_that_the_client_left() -> None:
    source = Source()
    with pytest.raises(ClientDisconnect):
        clock.run(exchanged(ticks(source.ticks()), lost_after=3))

    assert source.closed


def test_a_ping_notices_that_the_client_left() -> None:
    """Where the server says it by `send` alone, an idle stream would wait for ever."""
    source = Source()
    with pytest.raises(ClientDisconnect):
        clock.run(exchanged(quick(source.ticks(pause=3600)), lost_after=1))

    assert source.closed


def test_the_generator_is_closed_when_the_task_is_cancelled() -> None:
    source = Source()
    clock.run(exchanged(quick(source.ticks(pause=0.03)), cancelled_after=0.1))

    assert source.closed


def test_nothing_of_a_stream_is_left_behind() -> None:
    async def run() -> set[asyncio.Task[Any]]:
        await exchanged(quick(Source().ticks(pause=0.02, most=5)))
        await exchanged(quick(Source().ticks(pause=0.02)), leaves_after=0.1)
        return {task for task in asyncio.all_tasks() if task is not asyncio.current_task()}

    assert clock.run(run()) == set()


def test_other_event_loops_run_streams_too(monkeypatch: pytest.MonkeyPatch) -> None:
    """Under trio: pings, the end, and a client that leaves."""
    monkeypatch.setattr(pings, "monotonic", trio.current_time)
    sent: list[Any] = []
    left: list[str] = []

    async def items(most: int) -> AsyncIterator[Tick]:
        try:
            for number in range(most):
                await anyio.sleep(0.06)
                yield Tick(Data(number))
        finally:
            left.append("closed")

    async def send(message: Any) -> None:
        sent.append(message)

    async def run() -> None:
        async def stays() -> Any:
            await anyio.sleep_forever()

        async def leaves() -> Any:
            await anyio.sleep(0.09)
            return {"type": "http.disconnect"}

        scope = {"type": "http", "method": "GET", "headers": []}
        await quick(items(1))(scope, stays, send)
        await quick(items(100))(scope, leaves, send)

    anyio.run(run, backend="trio", backend_options={"clock": MockClock(autojump_threshold=0)})

    tick = b'event: tick\ndata: {"n":0}\n\n'
    assert [b":\n\n", tick] * 2 == bodies(sent)
    assert left == ["closed", "closed"]


def test_a_response_comes_back_from_its_description() -> None:
    text = Feed.spec.model_dump_json()
    again: Any = compile_spec(ResponseSpec.model_validate_json(text))

    assert sent_by(again(Source().ticks(fails_at=1))) == sent_by(Feed(Source().ticks(fails_at=1)))


def test_keywords_are_inherited_from_a_base() -> None:
    """A service says once how its streams are to be."""

    class Base(EventReply[T], Generic[T], ping=False, retry=timedelta(seconds=2), nan="null"): ...

    class Own(Base[Event[float]], retry=5): ...

    body = Own.spec.body
    assert isinstance(body, EventsBody)
    assert (body.ping, body.retry, body.nan) == (None, 5, "null")
    assert [b"retry: 5\n\ndata: null\n\n"] == bodies(sent_by(Own([Event(float("nan"))])))


def test_wrong_options_are_refused_at_the_line() -> None:
    step: Any = respond(200).events
    wrong: list[dict[str, Any]] = [
        {"ping": 15}, {"ping": None}, {"ping": timedelta(0)}, {"retry": -1}, {"retry": "3"}, {"error": Failed},
        {"error": Failed(Problem())}, {"error": "over"}, {"nan": "zero"}, {"validate": "often"},
    ]  # fmt: skip
    for given in wrong:
        with pytest.raises(SpecError) as caught:
            step(Tick, **given)
        position = caught.value.diagnostics[0].position
        assert position is not None
        assert position.file == __file__


def test_a_dict_is_told_the_other_spelling() -> None:
    mapping: Any = {"tick": Data}
    with pytest.raises(SpecError, match=r'class Tick\(Event\[Price\], name="tick"\)'):
        respond(200).events(mapping)


def test_names_of_events_are_judged() -> None:
    class Again(Event[str], name="tick"): ...

    class Own(Event[str], name="error"): ...

    found = [(one.code, one.level) for one in respond(200).events(Tick | Again | Own).check()]

    assert [("CT012", "error"), ("CT012", "warning")] == sorted(found)


def test_data_without_a_json_form_is_found() -> None:
    class Complex(Event[complex], name="complex"): ...

    declared: Any = Complex
    assert ["AN002"] == [one.code for one in respond(200).events(declared).check()]


@pytest.mark.parametrize("wrong", ["text", b"octets", None, 5, Tick(Data(1)), Source.ticks, ticks])
def test_content_that_is_no_iterable_of_events_is_refused(wrong: Any) -> None:
    with pytest.raises(ParamError, match="content: "):
        ticks(wrong)
    with pytest.raises(ParamError, match="content: "):
        Feed(wrong)


def test_data_is_validated_where_that_is_asked_for() -> None:
    class Bounded(msgspec.Struct):
        n: int

    checked = respond(200).events(Event[Bounded], validate="always").compile()
    wrong: Any = Bounded("x")  # type: ignore[arg-type]  # the mistake
    with pytest.raises(ParamError, match="not as it is declared"):
        sent_by(checked([Event(wrong)]))

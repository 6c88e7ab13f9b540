"""A client reads the events that were given, whatever text is in them; only declared ones are written."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import Annotated, Any, Generic, TypeVar

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon.errors import ParamError, SpecError
from antiphon.runtime.events.declared import declared_events
from antiphon.runtime.events.event import Comment, Event, TextEvent
from antiphon.runtime.events.items import item_encoder
from antiphon.runtime.events.last_event_id import last_event_id
from tests.support.event_stream import read

T = TypeVar("T")


class TickData(msgspec.Struct):
    at: int


@dataclass
class DoneData:
    why: str


class Tick(Event[TickData], name="tick"): ...


class Done(Event[DoneData], name="done"): ...


class Line(TextEvent, name="line"): ...


class Sized(Event[T], Generic[T], name="sized"): ...


encode = item_encoder(declared_events(Tick | Done | Line | int))
LINE_END = re.compile("\r\n|\r|\n")
IDS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r\n"))
TEXTS = st.text(st.characters(exclude_categories=["Cs"]) | st.sampled_from("\r\n\0: \ufeff\u2028\x85\x0b"))
ITEMS = st.one_of(
    st.builds(Line, TEXTS, id=st.none() | IDS, retry=st.none() | st.integers(0, 9999), comment=st.none() | TEXTS),
    st.builds(Done, st.builds(DoneData, TEXTS), id=st.none() | IDS, comment=st.none() | TEXTS),
    st.builds(Comment, TEXTS, id=st.none() | IDS),
    st.integers(-(2**53), 2**53),
)


def lines_of(text: str) -> str:
    """The text as an event stream carries it."""
    return LINE_END.sub("\n", text)


def expected(items: list[Any]) -> list[tuple[str, str, str]]:
    """The events that a client is to read."""
    last, events = "", []
    for item in items:
        last = last if isinstance(item, int) or item.id is None else item.id
        if isinstance(item, Line):
            events.append(("line", lines_of(item.data), last))
        elif isinstance(item, Done):
            events.append(("done", msgspec.json.encode(item.data).decode(), last))
        elif isinstance(item, int):
            events.append(("message", str(item), last))
    return events


@given(st.lists(ITEMS, max_size=5))
def test_a_client_reads_what_was_given(items: list[Any]) -> None:
    """No text in data, an id or a comment breaks the framing: line ends arrive as LF, everything else as it is."""
    seen = read(b"".join(encode(item) for item in items))

    assert seen.events == expected(items)
    assert seen.comments == [
        f" {line}"
        for item in items
        if not isinstance(item, int) and item.comment is not None
        for line in LINE_END.split(item.comment)
    ]


@given(st.text(), st.sampled_from(["id", "comment", "data", "name"]))
def test_whatever_the_text_no_other_event_is_read(text: str, place: str) -> None:
    """The injections that were reported against other libraries in 2026: a text gives one event, or is refused."""
    try:
        if place == "name":
            event: Any = type("Made", (Event,), {}, name=text)(1)
            octets = item_encoder(declared_events(type(event)))(event)
        else:
            given: dict[str, Any] = {} if place == "data" else {place: text}
            octets = encode(Line(text if place == "data" else "x", **given))
    except (ParamError, SpecError):
        return
    seen = read(octets)

    assert len(seen.events) == 1
    assert octets.endswith(b"\n\n")
    assert seen.retry is None


@pytest.mark.parametrize("attack", ["1\nevent: admin\ndata: x", "1\r\rdata: x", "1\r\n\r\ndata: x", "a\0b"])
def test_an_id_that_would_end_its_line_is_refused(attack: str) -> None:
    with pytest.raises(ParamError, match="id: holds U"):
        Tick(TickData(1), id=attack)
    with pytest.raises(ParamError, match="id: holds U"):
        Comment(id=attack)


@pytest.mark.parametrize("name", ["a\nb", "a\rb", "a\0b", "\x7f", "", "\ud800"])
def test_a_name_that_no_line_carries_is_refused_at_the_class_statement(name: str) -> None:
    with pytest.raises(SpecError, match="AN034") as caught:

        class Wrong(Event[int], name=name): ...

    assert caught.value.diagnostics[0].position is not None
    assert caught.value.diagnostics[0].position.file == __file__


def test_a_class_has_one_name() -> None:
    with pytest.raises(SpecError, match="second name"):

        class Other(Tick, name="other"): ...


@pytest.mark.parametrize(
    ("given_", "sent"),
    [(0, 0), (1500, 1500), (timedelta(seconds=3), 3000), (timedelta(microseconds=1499), 1), (2**31 - 1, 2**31 - 1)],
)
def test_a_retry_is_sent_in_milliseconds(given_: int | timedelta, sent: int) -> None:
    event = Tick(TickData(1), retry=given_)

    assert event.retry == sent
    assert read(encode(event)).retry == sent


@pytest.mark.parametrize("wrong", [-1, 2**31, timedelta(days=-1), True, 1.5, "3"])
def test_a_retry_that_clients_ignore_is_refused(wrong: Any) -> None:
    with pytest.raises(ParamError, match="retry"):
        Tick(TickData(1), retry=wrong)


@pytest.mark.parametrize("member", ["id", "comment"])
def test_what_is_not_text_is_refused(member: str) -> None:
    wrong: dict[str, Any] = {member: 7}
    with pytest.raises(ParamError, match=f"{member}: is int where str is declared"):
        Tick(TickData(1), **wrong)
    with pytest.raises(ParamError, match=f"{member}: holds a lone surrogate"):
        Tick(TickData(1), **{member: "\ud800"})  # type: ignore[arg-type]  # a keyword of either


@pytest.mark.parametrize("event", [Event(TickData(1)), Sized(1), "text", TickData(1), None, object()])
def test_an_item_that_is_not_declared_is_refused(event: Any) -> None:
    with pytest.raises(ParamError, match="content: "):
        encode(event)


def test_the_message_for_an_undeclared_event_names_those_that_are_declared() -> None:
    with pytest.raises(ParamError, match=r"holds the event Sized, where Tick \| Done \| Line \| int is declared"):
        encode(Sized(1))


def test_data_of_another_type_is_refused_and_a_subclass_is_narrowed() -> None:
    class Secretive(TickData):
        secret: str = "s"

    with pytest.raises(ParamError, match="is DoneData where TickData is declared"):
        encode(Tick(DoneData("x")))  # type: ignore[arg-type]  # the mistake
    assert encode(Tick(Secretive(1))) == b'event: tick\ndata: {"at":1}\n\n'


def test_an_event_with_a_name_is_not_sent_without_it() -> None:
    """A class with a name of its own is not the unnamed event that it derives from."""
    unnamed = item_encoder(declared_events(Event[TickData]))

    assert unnamed(Event(TickData(1))) == b'data: {"at":1}\n\n'
    with pytest.raises(ParamError, match="holds the event Tick"):
        unnamed(Tick(TickData(1)))


def test_a_class_that_adds_no_name_is_sent_as_its_base() -> None:
    class Late(Tick): ...

    assert encode(Late(TickData(1))) == b'event: tick\ndata: {"at":1}\n\n'


def test_a_not_a_number_is_refused_or_null() -> None:
    declared = declared_events(Event[float])

    with pytest.raises(ParamError, match="NaN"):
        item_encoder(declared)(Event(float("nan")))
    assert item_encoder(declared, nan="null")(Event(float("nan"))) == b"data: null\n\n"


def test_raw_json_with_line_ends_is_framed() -> None:
    assert (
        item_encoder(declared_events(Event[msgspec.Raw]))(Event(msgspec.Raw(b"[1,\r\n2]")))
        == b"data: [1,\ndata: 2]\n\n"
    )


@pytest.mark.parametrize(
    ("type_", "names", "data"),
    [
        (Tick, ["tick"], [TickData]),
        (Tick | Done, ["tick", "done"], [TickData, DoneData]),
        (Annotated[Tick, "x"] | Comment, ["tick"], [TickData]),
        (Event[int] | Event[str], [None], [int | str]),
        (int | str | Tick, [None, "tick"], [int | str, TickData]),
        (Sized[list[int]], ["sized"], [list[int]]),
        (Line, ["line"], [str]),
        (list[TickData], [None], [list[TickData]]),
    ],
)
def test_a_type_declares_these_events(type_: Any, names: list[str | None], data: list[Any]) -> None:
    found = declared_events(type_)

    assert [one.name for one in found] == names
    assert [one.data for one in found] == data


def test_events_are_told_apart_by_match() -> None:
    events: list[Tick | Done] = [Done(DoneData("x"))]
    match events[0]:
        case Tick(data):
            raise AssertionError(data)
        case Done(DoneData(why)):
            assert why == "x"


def test_events_are_equal_by_value_and_tell_no_data() -> None:
    assert Tick(TickData(1), id="a") == Tick(TickData(1), id="a") != Tick(TickData(1))
    assert repr(Tick(TickData(1), id="a")) == "<Tick id='a'>"
    assert repr(Comment("x")) == "<Comment 'x'>"


class _Request:
    def __init__(self, scope: Any) -> None:
        self.scope = scope


@pytest.mark.parametrize(
    ("value", "text", "number"),
    [
        (None, None, None),
        (b"", None, None),
        (b"17", "17", 17),
        ("é\u2028".encode(), "é\u2028", None),
        (b"\xff", None, None),
        (b"1\x002", None, None),
    ],
)
def test_the_last_event_id_is_read_from_a_request_or_its_scope(
    value: bytes | None, text: str | None, number: int | None
) -> None:
    scope = {"type": "http", "headers": [(b"accept", b"*/*"), *([] if value is None else [(b"Last-Event-ID", value)])]}

    assert last_event_id(scope) == last_event_id(_Request(scope)) == text
    assert last_event_id(scope, int) == number

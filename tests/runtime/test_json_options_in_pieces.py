"""JSON options of lines and of events: they mean what they mean for JSON bodies, item by item."""

from __future__ import annotations

import dataclasses
import importlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

import msgspec
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import Event, EventReply, JSONLinesReply, ParamError, Problem, SpecError, TextEvent, respond
from tests.runtime.test_json_options import CHOICES, KNOWN, Bill, Item, Money, plain
from tests.support.clients import bodies
from tests.support.exchange import sent_by
from tests.support.project import Project

step: Any = respond  # a caller without a type checker


def sent(response: Any) -> bytes:
    """The whole content of a response."""
    return b"".join(bodies(sent_by(response)))


@given(st.sampled_from(KNOWN).flatmap(lambda known: st.tuples(st.just(known[0]), known[1])), CHOICES)
def test_each_item_is_what_pydantic_leaves(known: tuple[Any, Any], choice: Mapping[str, Any]) -> None:
    """A line, and the data of an event, are the JSON text that pydantic writes under the same options."""
    type_, value = known
    adapter: pydantic.TypeAdapter[Any] = pydantic.TypeAdapter(type_)
    oracle = adapter.dump_json(value, **choice)

    assert oracle + b"\n" == sent(respond(200).json_lines(type_, **choice).compile()([value]))
    assert b"data: " + oracle + b"\n\n" == sent(respond(200).events(type_, **choice).compile()([value]))


class Found(Event[Item | Bill], name="found"): ...


class Said(TextEvent, name="said"): ...


class Broken(Event[Problem], name="broken"): ...


class Feed(EventReply[Found | Said | Broken], error=Broken(Problem(title="t")), exclude_none=True, encode=plain): ...


class Sorted(Feed, exclude_none=False, key_order="sorted"): ...


def events() -> Iterator[Found | Said]:
    """An event of each kind, and an error."""
    yield Found(Item())
    yield Said('{"a": null}')
    yield Found(Bill(Money(5)))
    raise KeyError("x")


def test_options_of_events() -> None:
    """They hold for the data of every event and for the last one; text is sent as it is."""
    assert (
        b'event: found\ndata: {"tags":[],"count":3}\n\n'
        b'event: said\ndata: {"a": null}\n\n'
        b'event: found\ndata: {"total":{"cents":5},"paid":false}\n\n'
        b'event: broken\ndata: {"title":"t"}\n\n' == sent(Feed(events()))
    )
    assert sent(Sorted([Found(Item())])) == b'event: found\ndata: {"count":3,"name":null,"tags":[]}\n\n'


def failed(error: Exception) -> Item:
    """The item of an error."""
    return Item(type(error).__name__)


def items() -> Iterator[Item | Bill]:
    """An item, and an error."""
    yield Item("a", count=2)
    raise KeyError("x")


class Lines(JSONLinesReply[Item | Bill], exclude_defaults=True, on_error=failed, encode=plain): ...


def test_options_of_lines() -> None:
    """They hold for every item, and for the last one after an error."""
    assert sent(Lines(items())) == b'{"name":"a","count":2}\n{"name":"KeyError"}\n'
    assert sent(Lines([Bill(Money(5))])) == b'{"total":{"cents":5}}\n'


@dataclasses.dataclass
class Loose:
    text: Money


def laid_out(value: object) -> object:
    """JSON as a file has it, with its line ends."""
    if isinstance(value, Money):
        return msgspec.Raw(b'{\r\n  "cents": %d\n}' % value.cents)
    raise TypeError(f"nobody writes {type(value).__name__}")


def test_a_line_stays_one() -> None:
    """Whatever JSON text the function gives: its line ends are white space, and an event has a line for each."""
    line = sent(respond(200).json_lines(Loose, encode=laid_out).compile()([Loose(Money(5))]))
    block = sent(respond(200).events(Loose, encode=laid_out).compile()([Loose(Money(5))]))

    assert (1, b"\n") == (line.count(b"\n"), line[-1:])
    assert b"\r" not in line + block
    assert {"text": {"cents": 5}} == json.loads(line)
    assert b'data: {"text":{\ndata:   "cents": 5\ndata: }}\n\n' == block


@pytest.mark.parametrize("kind", ["json_lines", "events"])
def test_what_is_declared_wrongly(kind: str) -> None:
    """Is refused in the declaration, as for a JSON body, and a value that the function refuses when its turn comes."""
    declare = getattr(step(200), kind)
    with pytest.raises(SpecError, match="AN002"):
        declare(Bill).compile()
    with pytest.raises(SpecError, match="`encode` is str, and not a function"):
        declare(Bill, encode="plain")
    with pytest.raises(SpecError, match="key_order"):
        declare(Item, key_order="random")
    with pytest.raises(ParamError, match="nobody writes object"):
        sent(declare(dict[str, Any], encode=plain).compile()([{"a": object()}]))

    spec = declare(Bill, encode=plain, exclude_none=True).spec()
    text = spec.model_dump_json()
    again = type(spec).model_validate_json(text)
    assert spec == again
    assert again.body.options.exclude_none
    lost = type(spec).model_validate_json(text.replace(":plain", ":plane"))
    with pytest.raises(SpecError, match=r"AN008.*test_json_options:plane"):
        respond(200).body(lost.body, list[Bill]).compile()


SERVICE = """
import dataclasses
from antiphon import respond


@dataclasses.dataclass
class Row:
    title: str
    id: int = 1
    note: str | None = None


def plain(value: object) -> str:
    return type(value).__name__


lines = respond(200).json_lines(Row | object, exclude_none=True, encode=plain).compile()
events = respond(200).events(Row, key_order="sorted", exclude_defaults=True).compile()
"""


def test_a_built_module_has_the_options(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """And `show` sends its sample by them."""
    project.write({"optioned.py": SERVICE})
    assert 0 == project.run("build", "optioned", "-o", "built_optioned")
    assert 0 == project.run("show", "optioned:events")
    assert 'data: {"note":"sample","title":"sample"}' in project.out
    monkeypatch.syspath_prepend(str(project.folder))
    declared: Any = importlib.import_module("optioned")
    built: Any = importlib.import_module("built_optioned.optioned")

    for make in (declared, built):
        assert b'{"title":"t","id":1}\n"complex"\n' == sent(make.lines([declared.Row("t"), 1j]))
        assert b'data: {"id":2,"title":"t"}\n\n' == sent(make.events([declared.Row("t", 2)]))

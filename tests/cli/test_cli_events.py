"""Streams of events in the commands: `show`, `check`, `stubs` and `build`."""

from __future__ import annotations

import importlib
import json
from typing import Any

import pytest

from tests.support.exchange import sent_by
from tests.support.project import Project

FEEDS = """\
    from datetime import timedelta
    import msgspec
    from antiphon import Event, EventReply, Problem, TextEvent, respond

    class Price(msgspec.Struct):
        symbol: str
        value: float

    class Tick(Event[Price], name="tick"): ...
    class Line(TextEvent, name="line"): ...
    class Failed(Event[Problem], name="failed"): ...

    class Feed(EventReply[Tick | Failed], error=Failed(Problem(title="broke")), retry=500):
        '''The prices.'''

    ticks = respond(200).events(Tick | Line, ping=timedelta(seconds=30)).cookie_param("sid").compile()
"""


def test_show_sends_one_event_of_each_kind(project: Project) -> None:
    project.write({"feeds.py": FEEDS})

    assert project.run("show", "feeds:ticks") == 0
    assert "cache-control: no-store\nx-accel-buffering: no\ncontent-type: text/event-stream\n" in project.out
    assert 'event: tick\ndata: {"symbol":"sample","value":1.5}\n\nevent: line\ndata: sample\n' in project.out
    assert "feeds:Tick | feeds:Line, one event each" in project.out
    assert "AsyncIterable[Tick | Line | Comment]" in project.out
    project.run("show", "--json", "feeds:Feed")
    (response,) = json.loads(project.out)["responses"]
    assert response["wire"]["content"]["text"].startswith("retry: 500\n\nevent: tick\n")


def test_a_built_module_sends_the_same(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(project.folder))
    project.write({"feeds.py": FEEDS})
    project.run("build", "feeds", "--out", "built")
    declared: Any = importlib.import_module("feeds")
    built: Any = importlib.import_module("built.feeds")
    items = [declared.Tick(declared.Price("ABC", 1.5), id="1"), declared.Line("a\nb")]

    assert sent_by(declared.ticks(items, sid="s")) == sent_by(built.ticks(items, sid="s"))
    assert built.ticks.spec == declared.ticks.spec
    assert built.ticks.__annotations__["content"] == declared.ticks.__annotations__["content"]


def test_a_stub_knows_what_a_stream_takes(project: Project) -> None:
    project.write({"feeds.py": FEEDS})
    project.run("stubs", "feeds", "--out", "stubs")
    stub = (project.folder / "stubs" / "feeds.pyi").read_text()

    assert "content: AsyncIterable[Tick | Line | Comment] | Iterable[Tick | Line | Comment]" in stub
    assert "class Feed(EventReply[Tick | Failed], error=Failed(Problem(title='broke')), retry=500):" in stub
    assert "sid: str" in stub


def test_check_judges_streams(project: Project) -> None:
    project.write({
        "feeds.py": """\
            from antiphon import Event, EventReply, respond

            class Own(Event[int], name="error"): ...
            class One(Event[int], name="tick"): ...
            class Two(Event[str], name="tick"): ...

            class Feed(EventReply[Own]): ...

            twice = respond(200).events(One | Two).compile()
            weighed = respond(200).events(Event[complex]).compile()
        """
    })  # fmt: skip

    found = [line.split(": ")[1].split(" ")[0] + " " + line.split(":")[1] for line in project.findings("feeds")]

    assert found == ["CT012 7", "CT012 9", "AN002 10"]

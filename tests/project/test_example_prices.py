"""The example of a feed: its declarations are clean, and a client goes on where it left off."""

from __future__ import annotations

import pytest

pytest.importorskip("starlette", reason="the feed is a Starlette service")

from starlette.testclient import TestClient

from antiphon import check
from prices.app import DAY, service
from prices.responses import Page, Prices
from tests.support.event_stream import read


def test_the_declarations_are_clean() -> None:
    assert () == check(Prices.spec)
    assert () == check(Page.spec)


def test_a_client_gets_what_it_has_not_seen() -> None:
    client = TestClient(service(between=0))
    whole = read(client.get("/prices").content)
    rest = read(client.get("/prices", headers={"Last-Event-ID": "3"}).content)

    assert [str(number + 1) for number in range(len(DAY))] == [event[2] for event in whole.events[:-1]]
    assert ("closing", '"The exchange has closed."') == whole.events[-1][:2]
    assert whole.retry == 2000
    assert whole.events[3:-1] == rest.events[:-1]
    assert "EventSource" in client.get("/").text

"""Event streams on real servers, read by clients that are not ours: httpx, curl, and a browser's EventSource."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("httpx", reason="httpx is one of the clients")
pytest.importorskip("starlette", reason="the streams are routes of Starlette's")

import httpx

from tests.live.events import TEXTS
from tests.project.test_live_server import SERVERS, serving
from tests.support.event_stream import read
from tests.support.patience import PATIENCE

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = "--headless --no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-extensions"


@pytest.fixture(scope="module", params=SERVERS)
def site(request: pytest.FixtureRequest) -> Iterator[str]:
    """Where the streams are served, by each of the servers."""
    server: str = request.param
    for module in server.split("-"):
        if find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    with serving(SERVERS[server].replace("--log-level error", "--log-level critical"), "tests.live.events:app") as port:
        yield f"http://127.0.0.1:{port}"


def expected() -> list[tuple[str, str, str]]:
    """The events of `/feed` as a client is to have them: each text as lines, and as JSON."""
    events: list[tuple[str, str, str]] = []
    for number, text in enumerate(TEXTS):
        lines = re.sub("\r\n|\r", "\n", text)
        written = json.dumps({"n": number, "text": text}, ensure_ascii=False, separators=(",", ":"))
        events += [("line", lines, f"line {number}"), ("tick", written, f"line {number}")]
    return [*events, ("message", "7", f"line {len(TEXTS) - 1}")]


def same(events: list[Any]) -> list[tuple[str, Any, str]]:
    """The events, with JSON as the value that it says."""
    return [(name, json.loads(data) if name == "tick" else data, last) for name, data, last in map(tuple, events)]


def test_httpx_reads_every_event(site: str) -> None:
    with httpx.Client(base_url=site, timeout=PATIENCE) as client:
        response = client.get("/feed")
    found = read(response.content)

    assert response.headers["content-type"] == "text/event-stream"
    assert response.headers["cache-control"] == "no-store"
    assert response.headers["x-accel-buffering"] == "no"
    assert same(expected()) == same(found.events)
    assert (found.retry, found.comments[:2]) == (50, [" hello", " world"])


def test_curl_reads_every_event(site: str) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("curl is not installed")
    done = subprocess.run(
        [curl, "-sSN", "--max-time", f"{PATIENCE:.0f}", f"{site}/feed"],
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )

    assert same(expected()) == same(read(done.stdout).events)


def test_events_come_one_by_one_and_pings_between(site: str) -> None:
    """The first is there long before the next; a comment comes while there is none."""
    with httpx.Client(base_url=site, timeout=PATIENCE) as client:
        with client.stream("GET", "/idle") as response:
            chunks = response.iter_raw()
            began = time.monotonic()
            received = next(chunks)
            first = time.monotonic() - began
            while b":\n\n" not in received:
                received += next(chunks)
            pinged = time.monotonic() - began
        for _ in range(2400):
            if client.get("/closed").json() == ["closed"]:
                break
            time.sleep(0.05)
        else:
            pytest.fail("the generator was not closed when its client left")

    assert received.startswith(b"event: tick")
    assert first <= pinged < PATIENCE  # and the generator would not have gone on for an hour


def test_a_ping_opens_a_silent_stream(site: str) -> None:
    with httpx.Client(base_url=site, timeout=PATIENCE) as client, client.stream("GET", "/silent") as response:
        received = b"".join(response.iter_raw())

    assert received.startswith(b":\n\n")
    assert received.endswith(b'event: tick\ndata: {"n":0,"text":"late"}\n\n')


def test_a_generator_in_a_thread_is_a_stream(site: str) -> None:
    with httpx.Client(base_url=site, timeout=PATIENCE) as client:
        assert [name for name, _, _ in read(client.get("/threaded").content).events] == ["tick"] * 3


def test_a_stream_that_fails_ends_with_its_last_event(site: str) -> None:
    """In order, so that a client does not take it for a broken connection; and nothing of the exception is told."""
    with httpx.Client(base_url=site, timeout=PATIENCE) as client:
        response = client.get("/broken")

    assert read(response.content).events[-1] == ("failed", '{"title":"The feed broke"}', "")
    assert b"secret" not in response.content


def test_a_client_goes_on_where_it_left_off(site: str) -> None:
    with httpx.Client(base_url=site, timeout=PATIENCE) as client:
        ids = [
            event[2]
            for seen in ({}, {"Last-Event-ID": "2"}, {"Last-Event-ID": "nonsense"})
            for event in read(client.get("/going-on", headers=seen).content).events
        ]

    assert ids == ["1", "2", "3", "4", "1", "2"]


def test_head_has_the_header_alone(site: str) -> None:
    with httpx.Client(base_url=site, timeout=PATIENCE) as client:
        response = client.head("/idle")

    assert (response.status_code, response.content) == (200, b"")
    assert response.headers["content-type"] == "text/event-stream"


@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium is installed")
def test_event_source_of_a_browser_reads_every_event(site: str, tmp_path: Path) -> None:
    """Names, data and ids arrive; it connects again by itself and says where it was; an error event is one to it."""
    assert CHROMIUM is not None
    command = [CHROMIUM, *FLAGS.split(), f"--user-data-dir={tmp_path}", "--remote-debugging-port=0", f"{site}/"]
    with httpx.Client(base_url=site, timeout=PATIENCE) as client:
        before = len(client.get("/seen").json())
        browser = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            for _ in range(1200):
                found = client.get("/seen").json()
                if len(found) > before:
                    break
                time.sleep(0.1)
            else:
                pytest.fail("the browser has told nothing")
        finally:
            browser.terminate()
            browser.wait(PATIENCE)
    told = found[-1]

    assert told["opened"] == 1
    assert same(expected()) == same(told["feed"])
    assert [event[2] for event in told["going_on"]] == ["1", "2", "3", "4", "5", "6"]
    assert [event[0] for event in told["broken"]] == ["tick", "failed"]

"""Streams on real servers: what arrives, what ends a generator, and what a broken response looks like."""

from __future__ import annotations

import socket
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec

import pytest

pytest.importorskip("h11", reason="h11 is the other end of the wire")
pytest.importorskip("starlette", reason="the service is Starlette's")
pytest.importorskip("httpx", reason="the other client")

import httpx

from tests.project.test_live_server import SERVERS, Browser, serving
from tests.support.patience import PATIENCE


class Served:
    """A server, and its clients."""

    def __init__(self, name: str, port: int) -> None:
        self.name = name
        self.port = port
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{port}", http2=False, timeout=PATIENCE)

    def log(self, *wanted: str) -> list[str]:
        """Everything that has ended by now; waits until what is wanted has."""
        end = time.monotonic() + PATIENCE
        while True:
            log: list[str] = httpx.get(f"http://127.0.0.1:{self.port}/log", timeout=PATIENCE).json()["log"]
            if set(wanted) <= set(log) or time.monotonic() > end:
                return log
            time.sleep(0.02)


@pytest.fixture(scope="module", params=SERVERS)
def served(request: pytest.FixtureRequest) -> Iterator[Served]:
    """The service, by each of the servers."""
    name: str = request.param
    for module in name.split("-"):
        if find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    # Over HTTP/2 hypercorn leaves a broken stream open until its connection is idle for so long.
    command = SERVERS[name].replace("hypercorn {app}", "hypercorn {app} --keep-alive 1")
    with serving(command.replace("--log-level error", "--log-level critical"), "tests.live.streams:app") as port:
        service = Served(name, port)
        yield service
        service.client.close()


@pytest.fixture(autouse=True)
def forgotten(served: Served) -> None:
    """The log of each test is its own. A connection that a server is about to break is not asked again."""
    forget(served)


def forget(served: Served) -> None:
    """Begin the log anew."""
    httpx.get(f"http://127.0.0.1:{served.port}/clear", timeout=PATIENCE)


WHOLE = {
    "/octets": (b"012", "application/zip"),
    "/text": (b"012", "text/csv; charset=utf-8"),
    "/in-place": (b"012", "text/plain; charset=utf-8"),
    "/rows/2": (b'{"id":0}\n{"id":1}\n', "application/jsonl"),
    "/told/2": (b'{"id":0}\n{"id":1}\n', "application/x-ndjson"),
    "/told/3": (b'{"id":0}\n{"id":1}\n{"id":2}\n{"error":"LookupError"}\n', "application/x-ndjson"),
    "/four/4": (b"0123", "application/octet-stream"),
}


@pytest.mark.parametrize("path", WHOLE)
def test_every_kind_arrives(served: Served, path: str) -> None:
    """Read by h11, on one connection with the next request."""
    browser = Browser(served.port)
    expected, media_type = WHOLE[path]
    with browser.socket:
        for _ in range(2):
            received = browser.ask("GET", path)
            assert (200, expected) == (received.status, received.body)
            assert [media_type] == received.all("content-type")
        head = browser.ask("HEAD", path)
        assert (200, b"", [media_type]) == (head.status, head.body, head.all("content-type"))
        assert expected == browser.ask("GET", path).body


def test_nothing_is_sent_before_the_first_piece(served: Served) -> None:
    """An error before it is the service's own. uvicorn ends a connection after it, so each is asked on a new one."""
    for path in ("/broken/0", "/four/0"):
        assert 500 == httpx.get(f"http://127.0.0.1:{served.port}{path}", timeout=PATIENCE).status_code


@pytest.mark.parametrize("path", ["/broken/3", "/four/3"])
def test_an_error_after_it_breaks_the_connection(served: Served, path: str) -> None:
    """So that nobody takes the part for the whole."""
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        served.client.get(path)


@pytest.mark.parametrize(
    ("path", "ends"),
    [
        ("/endless-octets", ["endless octets", "work"]),
        ("/endless-text", ["endless text", "work"]),
        ("/endless-rows", ["rows", "work"]),
        ("/idle", ["idle", "work"]),
        ("/in-place/endless", ["in place"]),
    ],
)
def test_a_client_that_leaves_ends_the_generator(served: Served, path: str, ends: list[str]) -> None:
    """And then the background work runs."""
    with served.client.stream("GET", path) as response:
        pieces = response.iter_raw()
        assert next(pieces)
        assert not served.log()
    assert ends == served.log(*ends)


def test_a_generator_that_never_waits_starves_nobody(served: Served) -> None:
    """Other requests are answered while it is sent."""
    for path in ("/busy/100", "/busy-thread/100"):
        with served.client.stream("GET", path) as response:
            pieces = response.iter_raw()
            next(pieces)
            assert [] == served.log()  # it has not ended, and will not before it is read
        assert ["busy"] == served.log("busy")
        forget(served)


def test_a_slow_client_takes_no_memory(served: Served) -> None:
    """Content that it has not read is not made: 100 MB, read slowly at first."""
    before = served.client.get("/log").json()["peak"]
    for path in ("/busy/50", "/busy-thread/50"):
        with socket.create_connection(("127.0.0.1", served.port)) as connection:
            connection.sendall(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n".encode())
            time.sleep(0.3)
            size = 0
            while piece := connection.recv(1 << 20):
                size += len(piece)
        assert size > 50 << 20
    assert served.client.get("/log").json()["peak"] - before < 20_000


def test_curl_reads_lines_as_they_come(served: Served) -> None:
    """The first before the last is made."""
    command = ["curl", "--silent", "--no-buffer", f"http://127.0.0.1:{served.port}/endless-rows"]
    try:
        process = subprocess.Popen(command, stdout=subprocess.PIPE)
    except FileNotFoundError:
        pytest.skip("curl is not installed")
    assert process.stdout is not None
    assert [b'{"id":0}\n', b'{"id":1}\n'] == [process.stdout.readline() for _ in range(2)]
    process.kill()
    process.communicate()
    assert "rows" in served.log("rows")


def test_http_2(served: Served) -> None:
    """Hypercorn alone of the four speaks it without TLS."""
    if served.name != "hypercorn" or find_spec("h2") is None:
        pytest.skip("no HTTP/2 here")
    with httpx.Client(base_url=f"http://127.0.0.1:{served.port}", http1=False, http2=True, timeout=PATIENCE) as client:
        for path, (expected, media_type) in WHOLE.items():
            received = client.get(path)
            assert ("HTTP/2", expected) == (received.http_version, received.content)
            assert media_type == received.headers["content-type"]
            assert b"" == client.head(path).content
        with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
            client.get("/broken/3")
        with client.stream("GET", "/endless-octets") as response:
            pieces = response.iter_raw()
            assert next(pieces)
            assert "endless octets" not in served.log()
    assert "endless octets" in served.log("endless octets")

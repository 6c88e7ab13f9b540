"""Files on real servers, read by h11, httpx and curl."""

from __future__ import annotations

import hashlib
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

pytest.importorskip("h11", reason="h11 is the other end of the wire")
pytest.importorskip("starlette", reason="the service is Starlette's")
pytest.importorskip("httpx", reason="the other client")

import httpx

from tests.project.test_live_server import SERVERS, Browser, serving
from tests.support.patience import PATIENCE

NAME = "große zahlen.bin"
CONTENT = b"".join(hashlib.sha256(b"%d" % n).digest() for n in range(100_000))
WAYS = ("drop-in", "reply", "compiled", "in-place", "open")


class Served:
    """A server of the files in a folder, and a client."""

    def __init__(self, name: str, port: int, folder: Path) -> None:
        self.name = name
        self.port = port
        self.folder = folder
        self.client = httpx.Client(base_url=f"http://127.0.0.1:{port}", timeout=PATIENCE)

    def url(self, way: str, name: str = NAME) -> str:
        return str(self.client.base_url.join(f"/{way}/{name}"))

    def open_files(self) -> list[str]:
        """The files of the folder that the server holds open; it is given time to close them."""
        end = time.monotonic() + PATIENCE
        while True:
            found: list[str] = self.client.get("/descriptors/").json()
            if not found or time.monotonic() > end:
                return found
            time.sleep(0.02)


@pytest.fixture(scope="module", params=SERVERS)
def served(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The service, by each of the servers."""
    name: str = request.param
    for module in name.split("-"):
        if find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    folder = tmp_path_factory.mktemp("served").resolve()
    (folder / NAME).write_bytes(CONTENT)
    (folder / "small.txt").write_bytes(b"small")
    (folder / "empty.txt").write_bytes(b"")
    past = time.time() - 1000
    os.utime(folder / NAME, (past, past))
    command = (
        SERVERS[name].replace("--log-level error", "--log-level critical").replace("{app}", "tests.live.files:app")
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("ANTIPHON_LIVE_FILES", str(folder))
        with serving(command) as port:
            made = Served(name, port, folder)
            yield made
            made.client.close()


@pytest.mark.parametrize("way", WAYS)
def test_a_file_arrives(served: Served, way: str) -> None:
    """Whole, in part and in several parts, on one connection that stays usable; HEAD and 304 have no content."""
    browser = Browser(served.port)
    target = served.url(way).removeprefix(f"http://127.0.0.1:{served.port}")
    with browser.socket:
        whole = browser.ask("GET", target)
        assert (200, CONTENT) == (whole.status, whole.body)
        assert [str(len(CONTENT))] == whole.all("content-length")
        part = browser.ask("GET", target, Range="bytes=1000-1999999")
        assert (206, CONTENT[1000:2000000]) == (part.status, part.body)
        parts = browser.ask("GET", target, Range="bytes=0-99,500000-1500000,-7")
        assert 206 == parts.status
        assert [str(len(parts.body))] == parts.all("content-length")
        for expected in (CONTENT[:100], CONTENT[500000:1500001], CONTENT[-7:]):
            assert b"\r\n\r\n" + expected + b"\r\n--" in parts.body
        head = browser.ask("HEAD", target)
        assert (200, whole.fields, b"") == (head.status, head.fields, head.body)
        same = browser.ask("GET", target, If_None_Match=whole.all("etag")[0])
        assert (304, b"") == (same.status, same.body)
        assert 412 == browser.ask("GET", target, If_Match='"other"').status
        beyond = browser.ask("GET", target, Range=f"bytes={len(CONTENT)}-")
        assert (416, [f"bytes */{len(CONTENT)}"]) == (beyond.status, beyond.all("content-range"))
        assert 200 == browser.ask("GET", target, Range="items=0-4").status
    assert [] == served.open_files()


@pytest.mark.parametrize("way", WAYS)
def test_small_and_empty_files(served: Served, way: str) -> None:
    """And one that is not there is an answer, or the service's own error."""
    assert b"small" == served.client.get(served.url(way, "small.txt")).content
    empty = served.client.get(served.url(way, "empty.txt"))
    assert (200, "0", b"") == (empty.status_code, empty.headers["content-length"], empty.content)
    missing = served.client.get(served.url(way, "nothing.txt"))
    assert (404 if way == "reply" else 500) == missing.status_code


@pytest.mark.parametrize("name", ["../secret", "%2e%2e/secret", "..%2fsecret", "%2fetc/passwd"])
def test_no_request_leaves_the_folder(served: Served, name: str) -> None:
    """Whatever is decoded on the way, the root is the last to look."""
    (served.folder.parent / "secret").write_text("secret")
    browser = Browser(served.port)
    with browser.socket:
        assert 404 == browser.ask("GET", f"/reply/{name}").status


@pytest.mark.parametrize("way", ["drop-in", "compiled"])
@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is the client")
def test_curl_resumes_a_download(served: Served, way: str, tmp_path: Path) -> None:
    """`curl -C -` asks for the rest, and `-OJ` saves the file under its name."""
    part = tmp_path / "part"
    part.write_bytes(CONTENT[:1_234_567])
    command = ["curl", "--silent", "--fail", "--continue-at", "-", "--output", str(part), served.url(way)]
    subprocess.run(command, check=True, timeout=PATIENCE)
    assert CONTENT == part.read_bytes()
    subprocess.run(
        ["curl", "--silent", "--fail", "-OJ", served.url(way, "small.txt")], check=True, cwd=tmp_path, timeout=PATIENCE
    )
    assert b"small" == (tmp_path / "small.txt").read_bytes()


def test_a_file_that_becomes_shorter_breaks_the_connection(served: Served) -> None:
    """So that no client takes a part for the whole."""
    path = served.folder / "shorter.bin"
    path.write_bytes(CONTENT)
    with pytest.raises((httpx.RemoteProtocolError, httpx.ReadError)):
        served.client.get(served.url("truncate", path.name))
    assert [] == served.open_files()


def test_a_client_that_leaves_closes_the_file(served: Served) -> None:
    """Nothing is read for nobody."""
    path = served.folder / "large.bin"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    for way in WAYS:
        with served.client.stream("GET", served.url(way, path.name)) as response:
            next(response.iter_raw())
        assert [] == served.open_files(), way


def test_a_slow_client_takes_no_memory_and_holds_up_nobody(served: Served) -> None:
    """200 MB to a client that stops reading for a while; others are answered meanwhile."""
    path = served.folder / "large.bin"
    with path.open("wb") as file:
        file.truncate(200_000_000)
    served.client.get(served.url("in-place"))
    before: int = served.client.get("/peak/").json()
    with socket.create_connection(("127.0.0.1", served.port)) as connection:
        connection.sendall(b"GET /in-place/large.bin HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        size = len(connection.recv(1000))
        for _ in range(3):
            time.sleep(0.1)
            assert 200 == served.client.get(served.url("reply", "small.txt")).status_code
        while piece := connection.recv(1 << 20):
            size += len(piece)
    assert size > 200_000_000
    assert served.client.get("/peak/").json() - before < 20_000

"""The server of the preview: what it answers to whom, and how it follows the project's files."""

from __future__ import annotations

import contextlib
import http.client
import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest

from antiphon.cli.preview_pages.server import PreviewServer
from antiphon.cli.preview_pages.state import State, shown
from tests.cli.preview.projects import SHOP, of_one_text
from tests.support import warm

FIRST, SECOND = shown(of_one_text("private")), shown(of_one_text("two"))


@pytest.fixture
def server() -> Iterator[PreviewServer]:
    """A server on a free port."""
    server = PreviewServer(State(FIRST), 0)
    with server.serving():
        yield server


def _ask(
    server: PreviewServer, path: str, method: str = "GET", host: str | None = None
) -> tuple[http.client.HTTPResponse, bytes]:
    connection = http.client.HTTPConnection("127.0.0.1", server.server_port, timeout=60)
    connection.putrequest(method, path, skip_host=True)
    if host != "":
        connection.putheader("Host", host or f"127.0.0.1:{server.server_port}")
    connection.endheaders()
    response = connection.getresponse()
    body = response.read()
    connection.close()
    return response, body


@pytest.mark.parametrize(
    ("path", "status", "body"),
    [
        ("/", 200, FIRST.html),
        ("/?a", 200, FIRST.html),
        ("/project.json", 200, FIRST.json),
        ("/../etc/passwd", 404, "There is /, /project.json and /events.\n"),
        ("/index.html", 404, "There is /, /project.json and /events.\n"),
    ],
)
def test_there_is_the_page_and_its_description(server: PreviewServer, path: str, status: int, body: str) -> None:
    """No path leads to a file."""
    response, octets = _ask(server, path)

    assert (status, body) == (response.status, octets.decode())


def test_every_answer_is_for_this_browser_alone(server: PreviewServer) -> None:
    """No answer is kept, framed or read by another origin, and nothing in it is loaded from elsewhere."""
    for path in ("/", "/project.json", "/nothing"):
        response, _ = _ask(server, path)
        fields = {name.lower(): value for name, value in response.getheaders()}

        assert "no-store" == fields["cache-control"]
        assert "nosniff" == fields["x-content-type-options"]
        assert "same-origin" == fields["cross-origin-resource-policy"]
        assert fields["content-security-policy"].startswith("default-src 'none'; ")
        assert fields["content-security-policy"].endswith("frame-ancestors 'none'")
        assert "unsafe" not in fields["content-security-policy"]
        assert "access-control-allow-origin" not in fields


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "localhost.evil:{port}"]
)
@pytest.mark.parametrize(("method", "path"), [("GET", "/"), ("GET", "/events"), ("HEAD", "/"), ("POST", "/")])
def test_another_host_is_refused(server: PreviewServer, host: str, method: str, path: str) -> None:
    """A page that has its own name resolved to this machine (DNS rebinding) reads nothing."""
    response, body = _ask(server, path, method, host.format(port=server.server_port))

    assert 421 == response.status
    assert b"private" not in body


@pytest.mark.parametrize("host", ["localhost:{port}", "LOCALHOST:{port}", "127.0.0.1:{port}"])
def test_this_machine_has_two_names(server: PreviewServer, host: str) -> None:
    """Both of them are answered."""
    assert 200 == _ask(server, "/", host=host.format(port=server.server_port))[0].status


def test_other_methods(server: PreviewServer) -> None:
    """HEAD has no content; whatever else is asked is refused with the methods that there are."""
    response, body = _ask(server, "/", "HEAD")
    assert (200, b"", str(len(FIRST.html.encode()))) == (response.status, body, response.headers["content-length"])

    response, _ = _ask(server, "/", "DELETE")
    assert (405, "GET, HEAD") == (response.status, response.headers["allow"])


def test_only_this_machine_can_connect(server: PreviewServer) -> None:
    """The socket is bound to the loopback address."""
    assert "127.0.0.1" == server.server_address[0]
    assert f"http://127.0.0.1:{server.server_port}/" == server.url


@contextlib.contextmanager
def _events(port: int, since: str) -> Generator[Iterator[str]]:
    """The lines of the event stream."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", f"/events?since={since}")
    response = connection.getresponse()
    try:
        assert "text/event-stream" == response.headers["content-type"]
        yield (line.decode().rstrip("\n") for line in response)
    finally:
        connection.close()


def test_events(server: PreviewServer) -> None:
    """One that is behind is told at once, the others when something else is shown; the end of the server ends all."""
    with _events(server.server_port, "older") as lines:
        assert ["retry: 1000", "", "event: changed", f"data: {FIRST.digest}", ""] == [next(lines) for _ in range(5)]
        server.state.show(SECOND)
        assert ["event: changed", f"data: {SECOND.digest}", ""] == [next(lines) for _ in range(3)]
        server.state.end()
        assert [] == list(lines)


@pytest.mark.newest
def test_it_follows_the_files_of_a_project(tmp_path: Path) -> None:
    """A change is seen, imported in a fresh process and shown with the difference; so are a mistake and its end."""
    shop = tmp_path / "shop.py"
    shop.write_text(SHOP)
    with _preview(tmp_path) as port:
        with _events(port, _digest(port)) as lines:
            shop.write_text(SHOP.replace('cache_control="no-cache"', 'cache_control="no-store, max-age=0"'))
            digest = _next_digest(lines)
            assert "+ cache-control: no-store, max-age=0" in _page(port)
            shop.write_text("1 / 0\n")
            digest = _next_digest(lines)
            assert "ZeroDivisionError" in _page(port)
            shop.write_text(SHOP)
            _next_digest(lines)
            assert "Every response is called and sent as it was then." in _page(port)
            (tmp_path / "extra.py").write_text("from antiphon import respond\n\nmore = respond(204).compile()\n")
            _next_digest(lines)
            assert "extra:more" in _page(port, "/project.json")
        assert digest


def _page(port: int, path: str = "/") -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=120)
    connection.request("GET", path)
    text = connection.getresponse().read().decode()
    connection.close()
    return text


def _digest(port: int) -> str:
    return _page(port).partition('data-live="')[2].partition('"')[0]


def _next_digest(lines: Iterator[str]) -> str:
    """The digest that is told next. The stream has lines while nothing changes, so each wait has an end of its own."""
    end = time.monotonic() + 120
    for line in lines:
        if line.startswith("data: "):
            return line.removeprefix("data: ")
        assert time.monotonic() < end, "nothing has changed"
    pytest.fail("the stream has ended")


#: A test run in the background ignores Ctrl-C, and so would its children.
_COMMAND = """\
import signal, sys
signal.signal(signal.SIGINT, signal.default_int_handler)
from antiphon.cli import main
sys.exit(main())
"""


@contextlib.contextmanager
def _preview(folder: Path) -> Generator[int]:
    """`antiphon preview .` in a process of its own, on a free port; Ctrl-C ends it with exit code 0."""
    process = subprocess.Popen(
        [sys.executable, "-c", _COMMAND, "preview", ".", "--port", "0"],
        cwd=folder,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1"},
    )
    assert process.stdout
    try:
        line = process.stdout.readline()
        assert f"{folder.name} is shown at http://127.0.0.1:" in line
        yield int(line.partition("127.0.0.1:")[2].partition("/")[0])
        process.send_signal(signal.SIGINT)
        assert 0 == process.wait(60)
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


def test_a_port_that_is_taken(tmp_path: Path, server: PreviewServer) -> None:
    """Which port, and what to do."""
    (tmp_path / "shop.py").write_text(SHOP)
    done = warm.done("preview", "shop", "--port", str(server.server_port), folder=tmp_path)

    assert 2 == done.returncode
    assert f"port {server.server_port} cannot be had" in done.stderr
    assert "--port 0" in done.stderr

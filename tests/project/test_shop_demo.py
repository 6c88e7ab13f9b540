"""The demonstration shows what is true, and fails where something is not."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
from collections.abc import Generator
from pathlib import Path

import pytest

from tests.support.paths import ROOT
from tests.support.patience import PATIENCE

pytest.importorskip("starlette", reason="the shop is a Starlette service")
pytest.importorskip("uvicorn", reason="the demonstration is served by uvicorn")

from antiphon import Params, ResponseSpec, cookie, header, respond
from shop import responses
from shop.as_declared import differences
from shop.wire import Answer

DEMO = ROOT / "examples" / "shop" / "demo.py"

DECLARED: ResponseSpec = (
    respond(200)
    .text("ok")
    .header("X-A", "1")
    .header("X-A", "2")
    .cookie("theme", "dark")
    .params(responses.NewAccount)
    .spec()
)
AS_DECLARED = Answer(
    "HTTP/1.1 200 OK",
    (
        ("Date", "Sun, 06 Nov 1994 08:49:37 GMT"),
        ("X-A", "1"),
        ("x-a", "2"),
        ("location", "/somewhere"),
        ("content-length", "2"),
        ("content-type", "text/plain; charset=utf-8"),
        ("set-cookie", "theme=dark; HttpOnly; Path=/; SameSite=Lax; Secure"),
        ("set-cookie", "__Host-session=any; HttpOnly; Max-Age=604800; Path=/; SameSite=Lax; Secure"),
    ),
    b"ok",
)


class Optional(Params):
    note: str | None = header("X-Note", default=None)
    seen: str | None = cookie(default=None)


def without(name: str) -> Answer:
    return AS_DECLARED._replace(fields=tuple(pair for pair in AS_DECLARED.fields if pair[0] != name))


def changed(name: str, old: str, new: str) -> Answer:
    fields = tuple((n, v.replace(old, new) if n == name else v) for n, v in AS_DECLARED.fields)
    return AS_DECLARED._replace(fields=fields)


def test_an_answer_as_declared_has_no_differences() -> None:
    """Whatever the case of the names, the value of a param, and what the server adds."""
    assert [] == list(differences(DECLARED, AS_DECLARED))


@pytest.mark.parametrize(
    ("answer", "says"),
    [
        (AS_DECLARED._replace(status_line="HTTP/1.1 500 Internal Server Error"), "the status is 500, not 200"),
        (AS_DECLARED._replace(body=b"no"), "the content is b'no', not b'ok'"),
        (without("x-a"), "x-a is ['1'], not ['1', '2']"),
        (without("location"), "location is [], not [None]"),
        (without("set-cookie"), "the cookie theme was not set"),
        (changed("set-cookie", "theme=", "colour="), "the cookie theme was not set"),
        (AS_DECLARED._replace(fields=(*AS_DECLARED.fields, ("set-cookie", "a=1"))), "the cookie a was not declared"),
        (without("content-type"), "Content-Type is [], not ['text/plain; charset=utf-8']"),
        (changed("content-type", "utf-8", "latin-1"), "Content-Type is ['text/plain; charset=latin-1'], not"),
        (changed("X-A", "1", "3"), "x-a is ['3', '2'], not ['1', '2']"),
        (changed("set-cookie", "Lax; Secure", "Lax"), "Set-Cookie is 'theme=dark; HttpOnly; Path=/; SameSite=Lax'"),
        (changed("set-cookie", "dark", "light"), "Set-Cookie is 'theme=light;"),
        (changed("set-cookie", "Max-Age=604800", "Max-Age=1"), "Set-Cookie is '__Host-session=any; HttpOnly;"),
        (AS_DECLARED._replace(fields=(*AS_DECLARED.fields, ("X-Debug", "1"))), "X-Debug: 1 was not declared"),
    ],
)  # fmt: skip
def test_each_difference_is_noticed(answer: Answer, says: str) -> None:
    """In the status, a field, a cookie, the content, or what was never declared."""
    found = list(differences(DECLARED, answer))
    assert found
    assert found[0].startswith(says)


def test_a_param_that_may_be_left_out_may_be_missing() -> None:
    """A field and a cookie: either is there or not."""
    spec = respond(204).params(Optional).spec()
    line = "seen=1; HttpOnly; Path=/; SameSite=Lax; Secure"
    assert [] == list(differences(spec, Answer("HTTP/1.1 204 No Content", (), b"")))
    assert [] == list(
        differences(spec, Answer("HTTP/1.1 204 No Content", (("x-note", "a"), ("set-cookie", line)), b""))
    )


def run(*arguments: str, demo: Path = DEMO) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(demo), *arguments]
    return subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)


def test_the_whole_job_is_shown() -> None:
    """The check's closing line, every message, and the count; exit code 0, and nothing on stderr."""
    done = run()
    lines = done.stdout.splitlines()
    assert (0, "") == (done.returncode, done.stderr)
    assert ["$ antiphon check examples/shop", "19 responses judged: no findings"] == lines[:2]
    assert "  > POST /accounts HTTP/1.1" in lines
    assert "  < HTTP/1.1 201 Created" in lines
    assert "  <                set-cookie: signed_in=yes; Max-Age=604800; Path=/; SameSite=Lax; Secure" in lines
    assert "17 answers by uvicorn, each as it was declared." == lines[-1]


def test_a_port_that_is_taken_is_said_so() -> None:
    """Exit code 1 and one sentence."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = run("--port", port)
    assert (1, f"error: nothing can listen at port {port}: ") == (done.returncode, done.stderr.partition("[")[0])


def test_a_server_that_is_unknown_is_said_so() -> None:
    """Exit code 2, as for any wrong argument."""
    done = run("--server", "apache")
    assert (2, True) == (done.returncode, "invalid choice: 'apache'" in done.stderr)


def a_copy(folder: Path, old: str, new: str) -> Path:
    """The shop with one change in its responses."""
    for source in DEMO.parent.glob("*.py"):
        text = source.read_text()
        if source.name == "responses.py":
            assert old in text
            text = text.replace(old, new)
        folder.joinpath("shop").mkdir(exist_ok=True)
        folder.joinpath("shop", source.name).write_text(text)
    return folder / "shop" / "demo.py"


def test_a_faulty_declaration_stops_everything(tmp_path: Path) -> None:
    """The report with code, place and help, and exit code 1; nothing is served."""
    done = run(demo=a_copy(tmp_path, ".json(Account)\n", '.json(Account)\n    .header("X Id", "1")\n'))
    assert (1, True, False) == (done.returncode, "error[HD001]" in done.stdout, "HTTP/1.1" in done.stdout)


@contextlib.contextmanager
def staying(*arguments: str) -> Generator[tuple[subprocess.Popen[str], str]]:
    """The demonstration once it keeps serving, and the address that it gives."""
    process = subprocess.Popen([sys.executable, str(DEMO), "--serve", *arguments], stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    try:
        line = next(line for line in process.stdout if line.startswith("Serving at "))
        yield process, line.split()[2]
    finally:
        process.kill()
        process.wait()
        process.stdout.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such signals")
@pytest.mark.parametrize(("sign", "code"), [(signal.SIGINT, 0), (signal.SIGTERM, 143)])
def test_it_serves_until_it_is_told_to_stop(sign: signal.Signals, code: int) -> None:
    """`--serve` keeps the port open after the visit, and leaves nothing behind."""
    with staying() as (process, url):
        port = int(url.removeprefix("http://127.0.0.1:").rstrip("/"))
        with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as client:
            client.sendall(b"GET /health HTTP/1.1\r\nHost: shop\r\nConnection: close\r\n\r\n")
            assert client.recv(65536).startswith(b"HTTP/1.1 200 OK\r\n")
        process.send_signal(sign)
        assert code == process.wait(timeout=PATIENCE)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)

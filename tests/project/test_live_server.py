"""Responses arrive as they were declared: real servers, and h11 at the other end of the wire."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from importlib.util import find_spec
from typing import Any, NamedTuple

import pytest

from tests.support.paths import ROOT
from tests.support.patience import PATIENCE, free_port

pytest.importorskip("h11", reason="h11 is the other end of the wire")
pytest.importorskip("starlette", reason="the shop is a Starlette service")

import h11

from antiphon import BodilessDraft, Draft, Fragment, RedirectDraft, ResponseSpec
from antiphon.builder.field_steps import FieldSteps
from shop import responses
from tests.live.app import EVERY

SERVERS = {
    "uvicorn-h11": "uvicorn {app} --host 127.0.0.1 --port {port} --http h11 --log-level error",
    "uvicorn-httptools": "uvicorn {app} --host 127.0.0.1 --port {port} --http httptools --log-level error",
    "granian": "granian {app} --interface asgi --host 127.0.0.1 --port {port} --log-level error",
    "hypercorn": "hypercorn {app} --bind 127.0.0.1:{port} --log-level error",
}
#: Fields that servers add; none of them is declared here.
ADDED = {"date", "server", "connection", "keep-alive"}


class Received(NamedTuple):
    """A response as h11 reads it: names in lower case, values without the blanks around them."""

    status: int
    fields: list[tuple[str, str]]
    body: bytes

    def all(self, name: str) -> list[str]:
        return [value for own_name, value in self.fields if own_name == name]


class Browser:
    """One connection. h11 refuses whatever is not HTTP/1.1, octets that belong to no response among it."""

    def __init__(self, port: int) -> None:
        self.port = port
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
        self.connection = h11.Connection(h11.CLIENT)

    def ask(self, method: str, target: str, body: object = None, **fields: str) -> Received:
        """Send a request, its body octets or something to be said in JSON, and read the whole answer."""
        content = body if isinstance(body, bytes) else b"" if body is None else json.dumps(body).encode()
        headers = [("Host", f"127.0.0.1:{self.port}"), ("Content-Length", str(len(content)))]
        headers += [(name.replace("_", "-"), value) for name, value in fields.items()]
        self.send(h11.Request(method=method, target=target, headers=headers))
        self.send(h11.Data(data=content))
        self.send(h11.EndOfMessage())
        response = self.next()
        assert isinstance(response, h11.Response)
        received = b"".join(bytes(event.data) for event in iter(self.next, h11.EndOfMessage()))
        self.connection.start_next_cycle()
        pairs = [(name.decode(), value.decode("latin-1")) for name, value in response.headers]
        return Received(response.status_code, [pair for pair in pairs if pair[0] not in ADDED], received)

    def send(self, event: Any) -> None:
        self.socket.sendall(self.connection.send(event) or b"")

    def next(self) -> Any:
        while (event := self.connection.next_event()) is h11.NEED_DATA:
            self.connection.receive_data(self.socket.recv(65536))
        return event


@pytest.fixture(scope="module", params=SERVERS)
def port(request: pytest.FixtureRequest) -> Iterator[int]:
    """Where the application is served, by each of the servers."""
    server: str = request.param
    for module in server.split("-"):
        if find_spec(module) is None:
            pytest.skip(f"{module} is not installed")
    with serving(SERVERS[server]) as at:
        yield at


@contextlib.contextmanager
def serving(command: str, app: str = "tests.live.app:app") -> Generator[int]:
    """The port of a server of that command, while it runs."""
    port = free_port()
    words = command.format(app=app, port=port).split()
    paths = [str(ROOT), str(ROOT / "examples"), *filter(None, [os.environ.get("PYTHONPATH")])]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(paths)}
    process = subprocess.Popen([sys.executable, "-m", *words], env=environment, cwd=ROOT)
    try:
        wait_for(process, port)
        yield port
    finally:
        process.terminate()
        try:
            process.wait(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


def wait_for(process: subprocess.Popen[bytes], port: int) -> None:
    end = time.monotonic() + PATIENCE
    while process.poll() is None and time.monotonic() < end:
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=PATIENCE):
            return
        time.sleep(0.02)
    pytest.fail(f"the server is not there; its exit code is {process.poll()}")


@pytest.fixture
def browser(port: int) -> Iterator[Browser]:
    """A connection of its own for each test."""
    opened = Browser(port)
    with opened.socket:
        yield opened


# Every response that tests/live declares.


def same_names_in_order(fields: list[tuple[str, str]]) -> dict[str, list[str]]:
    """The values of each field in order: the order between different fields says nothing (RFC 9110 section 5.3)."""
    return {name: [value for other, value in fields if other == name] for name, _ in fields}


@pytest.mark.parametrize("way", ["every", "in-place"])
def test_every_step_and_body_arrives_as_it_was_declared(browser: Browser, way: str) -> None:
    """One connection, kept alive: status, every field line octet for octet, nothing else, and the content."""
    wrong = {}
    for name, said in EVERY.items():
        got = browser.ask("GET", f"/{way}/{name}")
        expected = (said.status, same_names_in_order(list(said.fields)), said.body)
        if expected != (got.status, same_names_in_order(got.fields), got.body):
            wrong[name] = (expected, got)
    assert {} == wrong


def test_the_lines_of_a_response_arrive_in_the_order_of_its_spec(browser: Browser) -> None:
    """Field lines as they were declared, and cookies as they were declared; what is optional comes after them."""
    wrong = {}
    for name, said in EVERY.items():
        spec: ResponseSpec = said.compiled.spec
        got = browser.ask("GET", f"/every/{name}")
        optional = {param.slot.lower() for param in spec.params if param.optional}
        headers = [h.name.lower() for h in spec.headers if h.name.lower() not in optional]
        cookies = [c.name for c in spec.cookies if c.name not in optional]
        headers_there = [field for field, _ in got.fields if field in headers]
        cookies_there = [line.partition("=")[0] for line in got.all("set-cookie")]
        if (headers, cookies) != (headers_there, cookies_there[: len(cookies)]):
            wrong[name] = (headers, cookies, got.fields)
    assert {} == wrong


def test_head_says_what_get_says_and_sends_no_content(browser: Browser) -> None:
    """The same status and field lines, Content-Length among them, on a connection that stays usable."""
    wrong = {}
    for name, said in EVERY.items():
        got = browser.ask("HEAD", f"/every/{name}")
        expected = (said.status, same_names_in_order(list(said.fields)), b"")
        if expected != (got.status, same_names_in_order(got.fields), got.body):
            wrong[name] = (expected, got)
    assert {} == wrong


def builder_steps() -> set[str]:
    """The public steps of the builder, but for the typed fields, which `headers` represents."""
    drafts = (BodilessDraft, Draft, Fragment, RedirectDraft)
    steps = {name for draft in drafts for name in dir(draft) if not name.startswith("_")}
    return (steps - set(dir(FieldSteps))) | {"headers"}


def test_no_step_of_the_builder_is_left_out() -> None:
    """Each is called somewhere in tests/live or in the shop; `check` and `spec` add nothing to a response."""
    sources = [*(ROOT / "tests" / "live").glob("*.py"), ROOT / "examples" / "shop" / "responses.py"]
    text = "\n".join(source.read_text() for source in sources)
    assert set() == {step for step in builder_steps() - {"check", "spec"} if f".{step}(" not in text}


# The shop.


def sign_up_form() -> dict[str, str]:
    """Somebody new, since the same shop serves every test."""
    return {"name": "Ada", "email": f"ada-{time.monotonic_ns()}@example.com", "password": "correct horse battery"}


def test_signing_up_sets_the_cookies_octet_for_octet(browser: Browser) -> None:
    """201: the declared lines in the declared order, the session's token in the place of its value."""
    got = browser.ask("POST", "/accounts", sign_up_form())
    spec = responses.signed_up.spec
    session, signed_in = got.all("set-cookie")
    token = session.removeprefix("__Host-session=").partition(";")[0]
    fixed = [(h.name.lower(), h.value) for h in spec.headers if h.value is not None]
    assert 201 == got.status
    assert fixed == [pair for pair in got.fields if pair in fixed]
    assert ["/account"] == got.all("location")
    assert ["application/json"] == got.all("content-type")
    assert [str(len(got.body))] == got.all("content-length")
    assert {"content-type", "content-length", "location", "set-cookie", *dict(fixed)} == {n for n, _ in got.fields}
    assert f"__Host-session={token}; HttpOnly; Max-Age=604800; Path=/; SameSite=Lax; Secure" == session
    assert "signed_in=yes; Max-Age=604800; Path=/; SameSite=Lax; Secure" == signed_in
    assert 32 == len(token)


def test_a_whole_visit_fits_on_one_connection(browser: Browser) -> None:
    """Sign up, conflict, 304, redirect, HEAD, log out, not signed in: none disturbs the one after it."""
    form = sign_up_form()
    signed_up = browser.ask("POST", "/accounts", form)
    cookies = "; ".join(line.partition(";")[0] for line in signed_up.all("set-cookie"))
    taken = browser.ask("POST", "/accounts", form)
    listed = browser.ask("GET", "/items")
    unchanged = browser.ask("GET", "/items", If_None_Match=listed.all("etag")[0])
    head = browser.ask("HEAD", "/items")
    wrong = browser.ask("PUT", "/items")
    nowhere = browser.ask("GET", "/items/teapot")
    logged_out = browser.ask("DELETE", "/session", Cookie=cookies)
    stranger = browser.ask("GET", "/account", Cookie=cookies)
    visit = (signed_up, taken, listed, unchanged, head, wrong, nowhere, logged_out, stranger)
    assert [201, 409, 200, 304, 200, 405, 404, 204, 401] == [answer.status for answer in visit]
    assert (b"", []) == (unchanged.body, unchanged.all("content-length"))
    assert (b"", listed.fields) == (head.body, head.fields)
    assert (responses.email_taken().body, responses.not_found().body) == (taken.body, nowhere.body)
    assert ['Bearer realm="shop"'] == stranger.all("www-authenticate")


def test_logging_out_deletes_what_logging_in_set(browser: Browser) -> None:
    """204: a deletion for each cookie of the definition, with the same name, path and flags, and no content."""
    got = browser.ask("DELETE", "/session")
    assert (204, b"", []) == (got.status, got.body, got.all("content-length"))
    assert [cookie.delete().wire() for cookie in responses.logged_in.spec.cookies] == got.all("set-cookie")


def test_an_order_redirects_to_its_receipt(browser: Browser) -> None:
    """303 with the Location of this order, without content, and the receipt is there."""
    session = browser.ask("POST", "/accounts", sign_up_form()).all("set-cookie")[0].partition(";")[0]
    placed = browser.ask("POST", "/orders", b"sku=mug-blue", Cookie=session)
    receipt = browser.ask("GET", placed.all("location")[0], Cookie=session)
    assert (303, b"", ["0"]) == (placed.status, placed.body, placed.all("content-length"))
    assert (200, 1200) == (receipt.status, json.loads(receipt.body)["cents"])

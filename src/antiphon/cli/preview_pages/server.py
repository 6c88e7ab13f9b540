"""A server for one browser on this machine: the page, its description, and the events that say when they change."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Generator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlsplit

from antiphon.cli.preview_pages import answers
from antiphon.cli.preview_pages.state import State
from antiphon.responses import Response

#: Only this machine can connect.
ADDRESS: str = "127.0.0.1"
#: A comment so often keeps what is between from taking a silent stream for a dead one.
_PING = 15.0


class PreviewServer(ThreadingHTTPServer):
    """Serves a state. A port of 0 takes a free one. Raises OSError where the port is taken."""

    daemon_threads = True

    def __init__(self, state: State, port: int) -> None:
        super().__init__((ADDRESS, port), _Handler)
        self.state = state
        taken = self.server_port
        names = (ADDRESS, "localhost")
        self.hosts: frozenset[str] = frozenset(f"{name}:{taken}" for name in names) | (
            frozenset(names) if taken == 80 else frozenset()
        )

    @property
    def url(self) -> str:
        """Where the page is."""
        return f"http://{ADDRESS}:{self.server_port}/"

    @contextlib.contextmanager
    def serving(self) -> Generator[None]:
        """While this lasts, requests are answered in threads of their own."""
        thread = threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
        thread.start()
        try:
            yield
        finally:
            self.state.end()
            self.shutdown()
            self.server_close()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: PreviewServer  # pyright: ignore[reportIncompatibleVariableOverride]  # the one that makes handlers
    protocol_version = "HTTP/1.1"
    timeout = 60.0

    def do_GET(self) -> None:
        with contextlib.suppress(ConnectionError, TimeoutError):  # the browser has gone
            self._answer()

    do_HEAD = do_GET  # noqa: N815 - the name that http.server looks for

    def __getattr__(self, name: str) -> Callable[[], None]:
        # http.server looks a method up by its name, and answers 501 where there is none.
        if name.startswith("do_"):
            return self._other_method
        raise AttributeError(name)

    def _other_method(self) -> None:
        self.close_connection = True  # a body may follow, which nobody reads
        self._send(answers.method_not_allowed() if self._is_for_us() else answers.misdirected())

    def _answer(self) -> None:
        if not self._is_for_us():
            self._send(answers.misdirected())
            return
        target = urlsplit(self.path)
        shown = self.server.state.now
        if target.path == "/":
            self._send(answers.page(shown.html))
        elif target.path == "/project.json":
            self._send(answers.description(shown.json.encode()))
        elif target.path == "/events":
            self._send_events(parse_qs(target.query).get("since", [shown.digest])[0])
        else:
            self._send(answers.not_found())

    def _is_for_us(self) -> bool:
        """Whether the request names this server by a name that no other site can have."""
        hosts = self.headers.get_all("Host") or []
        return len(hosts) == 1 and hosts[0].strip().lower() in self.server.hosts

    def _send(self, response: Response[Any, Any]) -> None:
        self.send_response_only(response.status_code)
        for name, value in response.raw_headers:
            self.send_header(name.decode("latin-1"), value.decode("latin-1"))
        if self.close_connection:
            self.send_header("connection", "close")
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(response.body)

    def _send_events(self, since: str) -> None:
        """An event for each state that is another than the one before, until somebody goes."""
        self.close_connection = True
        self.send_response_only(200)
        for name, value in (
            ("content-type", "text/event-stream"),
            ("cache-control", "no-store"),
            ("x-content-type-options", "nosniff"),
            ("cross-origin-resource-policy", "same-origin"),
            ("connection", "close"),
        ):
            self.send_header(name, value)
        self.end_headers()
        if self.command == "HEAD":
            return
        self.wfile.write(b"retry: 1000\n\n")
        while (digest := self.server.state.wait(since, _PING)) is not None:
            self.wfile.write(f"event: changed\ndata: {digest}\n\n".encode() if digest != since else b":\n\n")
            since = digest

    def log_message(self, format: str, *args: Any) -> None:
        """Requests of a page that reloads itself are not news."""

"""Ask a server over a socket of our own, and read its answer by h11."""

from __future__ import annotations

import re
import socket
import threading
import time
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager, suppress
from typing import NamedTuple

import h11

from tests.support.patience import PATIENCE, free_port

#: Fields of the server and of the connection, which no response declares.
OF_THE_SERVER = frozenset((b"date", b"server", b"connection", b"keep-alive", b"transfer-encoding"))
_DATE = re.compile(rb"expires=\w{3}, \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT")


class Answer(NamedTuple):
    """A response as it was read."""

    status: int
    lines: list[tuple[bytes, bytes]]
    """Without those of the server; names are in lower case."""
    body: bytes


def ask(port: int, method: str, path: str, headers: Iterable[tuple[str, str]] = ()) -> Answer:
    """One exchange. Raises h11.RemoteProtocolError for an answer that breaks off."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        own = h11.Connection(h11.CLIENT)
        lines = [("Host", f"127.0.0.1:{port}"), ("Connection", "close"), *headers]
        connection.sendall(own.send(h11.Request(method=method, target=path, headers=lines)) or b"")
        connection.sendall(own.send(h11.EndOfMessage()) or b"")
        status, found, body = 0, [], b""
        while True:
            event = own.next_event()
            if event is h11.NEED_DATA:
                own.receive_data(connection.recv(65_536))
            elif isinstance(event, h11.Response):
                status, found = event.status_code, [(name, value) for name, value in event.headers]
            elif isinstance(event, h11.Data):
                body += bytes(event.data)
            elif isinstance(event, h11.EndOfMessage):
                return Answer(status, without_server(found), body)


def without_server(lines: Iterable[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """The lines that are the application's, names in lower case, a cookie's date aside.

    A deletion's date is the second in which it was written, and two responses may be written in two.
    """
    return [
        (name.lower(), _DATE.sub(b"expires=then", value)) for name, value in lines if name.lower() not in OF_THE_SERVER
    ]


def leave_early(port: int, path: str) -> None:
    """Ask, read a little, and be gone."""
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as connection:
        connection.sendall(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".encode())
        assert connection.recv(1024)


@contextmanager
def in_thread(serve: Callable[[], object], stop: Callable[[], object], port: int) -> Generator[int]:
    """Serve in a thread until the block is left; the port is listened to when it begins."""
    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    until = time.monotonic() + PATIENCE
    while thread.is_alive() and time.monotonic() < until:
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=PATIENCE):
            break
        thread.join(0.01)
    try:
        yield port
    finally:
        stop()
        thread.join(PATIENCE)


@contextmanager
def uvicorn_serving(app: object) -> Generator[int]:
    """An ASGI application under uvicorn."""
    import uvicorn

    port = free_port()
    config = uvicorn.Config(app, port=port, log_level="critical", lifespan="auto", date_header=False)  # type: ignore[arg-type]  # any ASGI application
    server = uvicorn.Server(config)

    def stop() -> None:
        server.should_exit = True

    with in_thread(server.run, stop, port):
        yield port

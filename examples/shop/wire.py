"""A client that keeps every octet: what it shows is what went over the wire."""

from __future__ import annotations

import socket
from typing import NamedTuple, Self


class Answer(NamedTuple):
    """A response, as it was received. Field names are in the case that the server wrote."""

    status_line: str
    fields: tuple[tuple[str, str], ...]
    body: bytes

    @property
    def status(self) -> int:
        """The status code."""
        return int(self.status_line.split(" ")[1])

    def all(self, name: str) -> list[str]:
        """The values of every field line of that name, in the order of the wire."""
        return [value for own_name, value in self.fields if own_name.lower() == name.lower()]

    def first(self, name: str) -> str:
        """The value of the first field line of that name; empty where there is none."""
        return (self.all(name) or [""])[0]


class Client:
    """One connection, kept open from request to request. Knows just enough HTTP/1.1 for a server that behaves."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=60)
        self._received = b""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._socket.close()

    def ask(self, request: bytes) -> Answer:
        """Send a request and wait for its answer. Raises OSError where the server hangs up or is silent."""
        self._socket.sendall(request)
        status_line, *lines = self._until(b"\r\n\r\n").decode("latin-1").split("\r\n")
        pairs = (line.partition(":") for line in lines)
        answer = Answer(status_line, tuple((name, value.strip()) for name, _, value in pairs), b"")
        # Without a Content-Length the response has no content: the shop streams nothing (RFC 9112 section 6.3).
        length = int(answer.first("Content-Length") or "0")
        return answer._replace(body=self._exactly(0 if request.startswith(b"HEAD ") else length))

    def _until(self, mark: bytes) -> bytes:
        while mark not in self._received:
            self._read()
        head, _, self._received = self._received.partition(mark)
        return head

    def _exactly(self, length: int) -> bytes:
        while len(self._received) < length:
            self._read()
        body, self._received = self._received[:length], self._received[length:]
        return body

    def _read(self) -> None:
        octets = self._socket.recv(65536)
        if not octets:
            raise ConnectionError("the server hung up in the middle of a response")
        self._received += octets

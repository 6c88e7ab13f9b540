"""Messages of JSON-RPC 2.0 as the Language Server Protocol frames them: header fields, an empty line, JSON."""

from __future__ import annotations

import json
import threading
from typing import Any, BinaryIO

#: Errors as JSON-RPC 2.0 section 5.1 numbers them.
PARSE_ERROR: int = -32700
INVALID_REQUEST: int = -32600
METHOD_NOT_FOUND: int = -32601
INVALID_PARAMS: int = -32602
#: Language Server Protocol 3.17, ErrorCodes.ServerNotInitialized.
NOT_INITIALIZED: int = -32002

#: No message of an editor's is longer; one that says it is cannot be waited for.
LONGEST: int = 64 * 1024 * 1024


class MalformedError(Exception):
    """A message that cannot be read; `code` is JSON-RPC's. The next one can be."""

    def __init__(self, code: int, what: str) -> None:
        self.code = code
        super().__init__(what)


def read(stream: BinaryIO) -> dict[str, Any] | None:
    """The next message; None at the end of the stream. Raises MalformedError."""
    length: int | None = None
    begun = False
    while True:
        line = stream.readline(8192)
        if not line:
            return None
        if line in (b"\r\n", b"\n"):
            if begun:
                break
            continue
        begun = True
        name, _, value = line.partition(b":")
        if name.strip().lower() == b"content-length" and value.strip().isdigit():
            length = int(value)
    if length is None or length > LONGEST:
        raise MalformedError(PARSE_ERROR, "a message without a usable Content-Length")
    octets = stream.read(length)
    if len(octets) < length:
        return None
    try:
        message = json.loads(octets)
    except (ValueError, RecursionError):
        raise MalformedError(PARSE_ERROR, "a message that is not JSON") from None
    if not isinstance(message, dict) or message.get("jsonrpc") != "2.0":
        raise MalformedError(INVALID_REQUEST, "a message that is not a JSON-RPC 2.0 object")
    return message


class Writer:
    """Writes whole messages, from any thread."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._lock = threading.Lock()

    def result(self, id_: object, result: object) -> None:
        """The answer to a request."""
        self._write({"id": id_, "result": result})

    def error(self, id_: object, code: int, what: str) -> None:
        """The refusal of a request; an id of None for a message that could not be read."""
        self._write({"id": id_, "error": {"code": code, "message": what}})

    def notify(self, method: str, params: object) -> None:
        """A message that wants no answer."""
        self._write({"method": method, "params": params})

    def _write(self, message: dict[str, object]) -> None:
        octets = json.dumps({"jsonrpc": "2.0", **message}, ensure_ascii=False).encode("utf-8", "backslashreplace")
        with self._lock:
            self._stream.write(b"Content-Length: %d\r\n\r\n%b" % (len(octets), octets))
            self._stream.flush()

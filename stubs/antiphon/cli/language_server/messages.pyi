# Written by `nox -s generate` from src; do not edit.
"""Messages of JSON-RPC 2.0 as the Language Server Protocol frames them: header fields, an empty line, JSON."""

from typing import Any, BinaryIO

PARSE_ERROR: int
INVALID_REQUEST: int
METHOD_NOT_FOUND: int
INVALID_PARAMS: int
NOT_INITIALIZED: int
LONGEST: int

class MalformedError(Exception):
    """A message that cannot be read; `code` is JSON-RPC's. The next one can be."""

    code: int

    def __init__(self, code: int, what: str) -> None: ...

def read(stream: BinaryIO) -> dict[str, Any] | None:
    """The next message; None at the end of the stream. Raises MalformedError."""

class Writer:
    """Writes whole messages, from any thread."""

    def __init__(self, stream: BinaryIO) -> None: ...
    def result(self, id_: object, result: object) -> None:
        """The answer to a request."""

    def error(self, id_: object, code: int, what: str) -> None:
        """The refusal of a request; an id of None for a message that could not be read."""

    def notify(self, method: str, params: object) -> None:
        """A message that wants no answer."""

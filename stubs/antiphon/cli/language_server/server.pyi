# Written by `nox -s generate` from src; do not edit.
"""The conversation with an editor."""

from typing import BinaryIO

class Server:
    """Serves one editor over two streams. Findings come whenever they are ready; reading never waits for them."""

    def __init__(self, source: BinaryIO, sink: BinaryIO) -> None: ...
    def serve(self) -> int:
        """Answer until the editor says `exit` or goes away. Gives the exit code: 0 after `shutdown`, else 1."""

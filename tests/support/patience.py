"""How long a test waits for another process or thread, and where that one listens."""

from __future__ import annotations

import os
import random
import socket

#: The seconds within which everything happens, however busy the machine is. Nothing waits so long when all is well.
PATIENCE = 120.0

_numbers = random.Random(f"{os.getpid()} {os.times().elapsed}")  # beside the seed that Hypothesis sets for all


def free_port() -> int:
    """A port that nobody listens to.

    It lies below those that a system lends to clients, or some client would often have it before the server is up.
    """
    while True:
        port = _numbers.randrange(10_000, 32_000)
        with socket.socket() as probe:
            try:
                probe.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port

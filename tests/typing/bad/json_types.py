"""Types without a JSON form: refused by type checkers, and when they are compiled (`test_json_types.py`)."""

from __future__ import annotations

import io
import socket
import threading
from collections.abc import AsyncIterator, Callable

from antiphon import respond

respond(200).json(socket.socket)  # E: no JSON form
respond(200).json(complex)  # E: no JSON form
respond(200).json(threading.Thread)  # E: no JSON form
respond(200).json(type)  # E: no JSON form
respond(200).json(Callable[[], int])  # E: no JSON form
respond(200).json(AsyncIterator[int])  # E: no JSON form; see .stream(...)
respond(200).json(int | socket.socket)  # E: no JSON form

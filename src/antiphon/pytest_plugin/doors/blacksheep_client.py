"""BlackSheep's test client. It calls the application without ASGI between: the response itself is judged."""

from __future__ import annotations

import functools
from types import ModuleType
from typing import Any, Final

from antiphon.pytest_plugin.doors import Close, Record, replace

MODULES: Final = ("blacksheep.testing.simulator",)


def open_door(module: ModuleType, record: Record) -> Close:
    """Judge what the application gives back."""
    return replace(module.TestSimulator, "send_request", functools.partial(_judging, record))


def _judging(record: Record, request: Any) -> Any:
    @functools.wraps(request)
    async def judging(self: Any, method: str, path: str, *args: Any, **kwargs: Any) -> Any:
        response = await request(self, method, path, *args, **kwargs)
        # How the content is framed is the server's: the simulator writes it down as a server would.
        lines = [(name, value) for name, value in response.headers if name.lower() != b"transfer-encoding"]
        content = getattr(response.content, "body", b"")
        octets = bytes(content) if isinstance(content, bytes | bytearray) and method != "HEAD" else None
        record.judge(response.status, lines, octets, method, path)
        return response

    return judging

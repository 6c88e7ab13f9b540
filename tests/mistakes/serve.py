"""The outcome of each mistake at run time: `serve.py FILE...` prints an outcome for each file, as JSON.

A file's `app`, or what its `endpoint()` returns, is asked once as an ASGI application, and what it sends is handed to
h11, the strictest of the servers' parsers.
"""

from __future__ import annotations

import asyncio
import importlib.util
import json
import logging
import sys
import warnings
from pathlib import Path
from typing import Any

import h11

IMPORT, REQUEST, REFUSED, SENT = "raises at import", "fails at request", "refused by the server", "sent"

_SCOPE = {
    "type": "http",
    "asgi": {"version": "3.0", "spec_version": "2.4"},
    "http_version": "1.1",
    "method": "GET",
    "scheme": "http",
    "path": "/",
    "raw_path": b"/",
    "root_path": "",
    "query_string": b"",
    "headers": [(b"host", b"shop.example")],
    "client": ("203.0.113.7", 40000),
    "server": ("shop.example", 80),
}


def outcome(path: Path) -> str:
    """The outcome of the wrong response of one file."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise RuntimeError(f"{path} is no module")
    module = sys.modules[path.stem] = importlib.util.module_from_spec(spec)
    try:
        spec.loader.exec_module(module)
    except Exception:  # noqa: BLE001 - whatever it raises, the program does not start
        return IMPORT
    if not hasattr(module, "app") and not hasattr(module, "endpoint"):
        return SENT  # a declaration that nothing refused
    sent: list[dict[str, Any]] = []
    try:
        asyncio.run(asyncio.wait_for(_ask(module, sent), timeout=120))
    except Exception:  # noqa: BLE001 - whatever it raises, a server answers 500
        return REQUEST
    if not sent or sent[0]["status"] == 500:
        return REQUEST
    return SENT if _accepted(sent) else REFUSED


async def _ask(module: Any, sent: list[dict[str, Any]]) -> None:
    asked, over = False, asyncio.Event()

    async def receive() -> dict[str, Any]:
        nonlocal asked
        if asked:  # servers say so when the response is over
            await over.wait()
            return {"type": "http.disconnect"}
        asked = True
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: dict[str, Any]) -> None:
        sent.append(message)
        if message["type"] == "http.response.body" and not message.get("more_body"):
            over.set()

    app = module.app if hasattr(module, "app") else module.endpoint()
    await app(dict(_SCOPE), receive, send)


def _accepted(sent: list[dict[str, Any]]) -> bool:
    """Whether the server's parser lets the messages out."""
    server = h11.Connection(h11.SERVER)
    server.receive_data(b"GET / HTTP/1.1\r\nHost: shop.example\r\n\r\n")
    server.next_event()
    start, *bodies = sent
    try:
        server.send(h11.Response(status_code=start["status"], headers=list(start["headers"])))
        for body in bodies:
            server.send(h11.Data(data=body.get("body", b"")))
        server.send(h11.EndOfMessage())
    except h11.LocalProtocolError:
        return False
    return True


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    logging.disable()
    print(json.dumps({name: outcome(Path(name)) for name in sys.argv[1:]}))

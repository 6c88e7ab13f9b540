"""`python benchmarks/in_frameworks.py`: a declared response inside each framework, against the framework's own way.

Both answer with the same JSON, three fields and a session cookie, through the whole application: routing, the handler,
and what the framework sends. All run in each round, in random order; the ratio is that of one round. Below 1 antiphon
is quicker. Exit 1 where the two do not answer alike.
"""

from __future__ import annotations

import argparse
import asyncio
import dataclasses
import gc
import io
import json
import random
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from typing import Any

from in_frameworks_apps import APPLICATIONS, Ask, Asynchronous

#: Requests in one batch.
BATCH = 60
Answer = tuple[int, dict[str, str], Any]


def by_asgi(app: Any, path: str) -> Asynchronous:
    """One request to an ASGI application."""
    scope = {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "scheme": "https",
        "headers": [(b"host", b"shop.example")],
        "client": ("127.0.0.1", 1),
        "server": ("127.0.0.1", 443),
    }

    async def ask() -> Answer:
        sent: list[Any] = []

        asked = iter([{"type": "http.request", "body": b"", "more_body": False}])

        async def receive() -> Any:
            for message in asked:
                return message
            await asyncio.Event().wait()
            return None

        async def send(message: Any) -> None:
            sent.append(message)

        await app({**scope, "headers": list(scope["headers"]), "state": {}}, receive, send)
        lines = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
        return sent[0]["status"], lines, b"".join(message.get("body", b"") for message in sent[1:])

    return ask


def by_wsgi(app: Any, path: str) -> Callable[[], Answer]:
    """One request to a WSGI application."""

    def ask() -> Answer:
        started: list[Any] = []
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": path,
            "SCRIPT_NAME": "",
            "QUERY_STRING": "",
            "SERVER_NAME": "shop.example",
            "SERVER_PORT": "443",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "wsgi.url_scheme": "https",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
            "wsgi.version": (1, 0),
            "wsgi.multithread": False,
            "wsgi.multiprocess": False,
            "wsgi.run_once": False,
        }
        body = app(environ, lambda status, headers, _error=None: started.append((status, headers)))
        content = b"".join(body)
        getattr(body, "close", lambda: None)()
        status, headers = started[0]
        return int(status[:3]), {name.lower(): value for name, value in headers}, content

    return ask


@dataclasses.dataclass
class Contender:
    """One application's way to answer."""

    framework: str
    ask: Ask
    is_async: bool


async def _timed(contender: Contender) -> float:
    ask: Any = contender.ask
    begin = time.thread_time_ns()
    if contender.is_async:
        for _ in range(BATCH):
            await ask()
    else:
        for _ in range(BATCH):
            ask()
    return (time.thread_time_ns() - begin) / BATCH


async def _answer(contender: Contender) -> Answer:
    found: Any = contender.ask()
    answer: Answer = await found if isinstance(found, Awaitable) else found
    return answer


async def main(rounds: int) -> int:
    """Compare what is answered, then the time that it takes."""
    pairs: dict[str, tuple[Contender, Contender]] = {}
    for name, make in APPLICATIONS.items():
        interface, app = await make()
        ask: Any = {"asgi": by_asgi, "wsgi": by_wsgi}.get(interface)
        asks = [ask(app, path) if ask else app(path) for path in ("/antiphon", "/own")]
        ours, theirs = (Contender(name, one, is_async=interface != "wsgi") for one in asks)
        one, other = await _answer(ours), await _answer(theirs)
        if (
            one[0] != other[0]
            or json.loads(one[2]) != json.loads(other[2])
            or not _FIELDS <= one[1].keys() & other[1].keys()
        ):
            print(f"error: {name} does not answer alike: {one} and {other}", file=sys.stderr)
            return 1
        pairs[name] = ours, theirs
    ratios: dict[str, list[float]] = {name: [] for name in pairs}
    chance = random.Random(1)
    for pair in pairs.values():
        for contender in pair:
            await _timed(contender)
    gc.collect()
    gc.disable()
    for _ in range(rounds):
        order = [contender for pair in pairs.values() for contender in pair]
        chance.shuffle(order)
        spent = {id(contender): await _timed(contender) for contender in order}
        for name, (ours, theirs) in pairs.items():
            ratios[name].append(spent[id(ours)] / spent[id(theirs)])
    gc.enable()
    print("| framework | antiphon to its own way | quartiles |\n| --- | --- | --- |")
    for name, found in ratios.items():
        lower, median, upper = statistics.quantiles(found, n=4, method="inclusive")
        print(f"| {name} | {median:.2f} | {lower:.2f} to {upper:.2f} |")
    return 0


_FIELDS = {"content-type", "cache-control", "x-content-type-options", "referrer-policy", "set-cookie"}

if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--rounds", type=int, default=41, metavar="N")
    sys.exit(asyncio.run(main(parser.parse_args().rounds)))

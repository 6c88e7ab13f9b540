"""The cost of the judge around an application: CPU time of an exchange with it, as a multiple of the same without.

python benchmarks/strict.py [--rounds 15]

Each application answers exchanges in one process, with nothing of a server; bare and strict ones run in each round, in
random order, and what counts is the median of all rounds. An equal response is judged once; one that varies, as those
with a fresh id do, is judged each time.
"""

from __future__ import annotations

import argparse
import asyncio
import itertools
import random
import statistics
import time
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from typing import Any

import fastapi
import flask

from antiphon.testing import JudgedResponse, StrictASGI, StrictWSGI

EXCHANGES = 200
PIECES = 64
FOUND: list[JudgedResponse] = []

api, site, NUMBERS = fastapi.FastAPI(), flask.Flask(__name__), itertools.count()


@api.get("/equal")
@site.get("/equal")
def equal() -> dict[str, int]:
    """The same response each time."""
    return {"id": 1}


@api.get("/varies")
@site.get("/varies")
def varies() -> dict[str, int]:
    """Another content each time."""
    return {"id": next(NUMBERS)}


@api.get("/signed-in")
def signed_in(response: fastapi.Response) -> dict[str, int]:
    """Another content and another cookie."""
    response.set_cookie("sid", f"c2Vj{next(NUMBERS)}", httponly=True, secure=True, samesite="lax", max_age=600)
    return {"id": next(NUMBERS)}


@site.get("/signed-in")
def _signed_in() -> flask.Response:
    response = flask.jsonify(id=next(NUMBERS))
    response.set_cookie("sid", f"c2Vj{next(NUMBERS)}", httponly=True, secure=True, samesite="Lax", max_age=600)
    return response


def pieces() -> Iterator[bytes]:
    """Four mebibytes."""
    return itertools.repeat(bytes(1 << 16), PIECES)


@api.get("/stream")
def _stream() -> fastapi.responses.StreamingResponse:
    async def content() -> AsyncIterator[bytes]:
        for piece in pieces():
            yield piece

    return fastapi.responses.StreamingResponse(content(), media_type="application/octet-stream")


@site.get("/stream")
def _flask_stream() -> flask.Response:
    return flask.Response(pieces(), mimetype="application/octet-stream")


def by_asgi(app: Any, path: str, times: int) -> float:
    """The CPU time of so many exchanges, in seconds."""

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(_message: Any) -> None: ...

    async def ask() -> float:
        start = time.process_time()
        for _ in range(times):
            scope: dict[str, Any] = {
                "type": "http",
                "asgi": {"version": "3.0", "spec_version": "2.4"},
                "http_version": "1.1",
            }
            scope |= {"method": "GET", "scheme": "http", "path": path, "raw_path": path.encode(), "query_string": b""}
            await app({**scope, "root_path": "", "headers": [(b"host", b"shop.example")]}, receive, send)
        return time.process_time() - start

    return asyncio.run(ask())


def by_wsgi(app: Any, path: str, times: int) -> float:
    """The same of a WSGI application."""
    environ = {"REQUEST_METHOD": "GET", "PATH_INFO": path, "SERVER_NAME": "shop.example", "SERVER_PORT": "80"}
    start = time.process_time()
    for _ in range(times):
        given = {**environ, "wsgi.url_scheme": "http", "wsgi.input": None, "SERVER_PROTOCOL": "HTTP/1.1"}
        answer: Iterable[bytes] = app(given, lambda *_: None)
        for _piece in answer:
            pass
        answer.close()  # type: ignore[attr-defined]  # Flask's and the judge's have it
    return time.process_time() - start


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--rounds", type=int, default=15)
    rounds = parser.parse_args().rounds
    ask: dict[str, tuple[Callable[[Any, str, int], float], Any, Any]] = {
        "FastAPI": (by_asgi, api, StrictASGI(api, on_finding=FOUND.append)),
        "Flask": (by_wsgi, site.wsgi_app, StrictWSGI(site.wsgi_app, on_finding=FOUND.append)),
    }
    cells = [(name, path) for name in ask for path in ("/equal", "/varies", "/signed-in", "/stream")]
    taken: dict[tuple[str, str, bool], list[float]] = {}
    for _ in range(rounds):
        turns = [(*cell, strict) for cell in cells for strict in (False, True)]
        random.shuffle(turns)
        for name, path, strict in turns:
            run, bare, judged = ask[name]
            times = EXCHANGES // 10 if path == "/stream" else EXCHANGES
            spent = run(judged if strict else bare, path, times) / times * 1e6
            taken.setdefault((name, path, strict), []).append(spent)
    print("| | bare, µs | judged, µs | ratio |\n| --- | ---: | ---: | ---: |")
    for name, path in cells:
        bare, judged = (statistics.median(taken[name, path, strict]) for strict in (False, True))
        print(f"| {name} {path} | {bare:.0f} | {judged:.0f} | {judged / bare:.2f} |")


if __name__ == "__main__":
    main()

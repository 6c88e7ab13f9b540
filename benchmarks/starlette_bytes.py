"""Starlette's plain Response around octets from a fast encoder: the quickest that Starlette's classes can be."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from contender import Entry, Receive, Scope, Send, Statement
from starlette.responses import Response
from workloads import WORKLOADS, Workload

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


async def health(content: Any, scope: Scope, receive: Receive, send: Send, *, encode: Callable[[Any], bytes]) -> None:
    response = Response(encode(content), media_type="application/json")
    await response(scope, receive, send)


async def signed_in(
    content: Any, token: str, scope: Scope, receive: Receive, send: Send, *, encode: Callable[[Any], bytes]
) -> None:
    response = Response(encode(content), headers=HEADERS, media_type="application/json")
    response.set_cookie("session", token, max_age=3600, secure=True, httponly=True)
    await response(scope, receive, send)


async def listing(content: Any, scope: Scope, receive: Receive, send: Send, *, encode: Callable[[Any], bytes]) -> None:
    response = Response(encode(content), headers=HEADERS, media_type="application/json")
    await response(scope, receive, send)


STATEMENTS: dict[str, Statement] = {
    "W1": health,
    "W2": signed_in,
    "W2n": signed_in,
    "W3": listing,
    "W3n": listing,
    "W7": listing,
}


def encoded_by(contender: str, encode: Callable[[Workload], Callable[[Any], bytes] | None]) -> Iterator[Entry]:
    """An entry for each workload for which there is an encoder."""
    for workload in WORKLOADS:
        encoder = encode(workload)
        if encoder is not None and workload.group in STATEMENTS:
            yield Entry(contender, workload.name, STATEMENTS[workload.group], {"encode": encoder})


def entries() -> Iterator[Entry]:
    """Every workload with JSON, by the floor's own encoder."""
    return encoded_by("starlette Response(encoder bytes)", lambda workload: workload.encode)

"""The floor: what a good engineer writes by hand. A raw encoder, two sends of literal dicts, and nothing checked.

Not a minimum: a table of Content-Length lines, say, would be faster still, and nobody writes one by hand.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from contender import Entry, Send, Statement
from workloads import WORKLOADS

FLOOR = "floor"

JSON = (b"content-type", b"application/json")
HTML = (b"content-type", b"text/html; charset=utf-8")
EMPTY = (b"content-length", b"0")
NO_STORE = (b"cache-control", b"no-store")
NO_SNIFF = (b"x-content-type-options", b"nosniff")
NO_REFERRER = (b"referrer-policy", b"no-referrer")
DELETE_SESSION = (b"set-cookie", b"session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax")
DELETE_CART = (b"set-cookie", b"cart=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax")


async def health(content: Any, send: Send, *, encode: Callable[[Any], bytes]) -> None:
    body = encode(content)
    await send(
        {
            "type": "http.response.start",
            "status": 200,
            "headers": [JSON, (b"content-length", str(len(body)).encode())],
        }
    )
    await send({"type": "http.response.body", "body": body})


async def signed_in(content: Any, token: str, send: Send, *, encode: Callable[[Any], bytes]) -> None:
    body = encode(content)
    await send(
        {
            "type": "http.response.start",
            "status": 200,
            "headers": [
                JSON,
                NO_STORE,
                NO_SNIFF,
                NO_REFERRER,
                (b"content-length", str(len(body)).encode()),
                (
                    b"set-cookie",
                    f"session={token}; Max-Age=3600; Path=/; Secure; HttpOnly; SameSite=Lax".encode(),
                ),
            ],
        }
    )
    await send({"type": "http.response.body", "body": body})


async def listing(content: Any, send: Send, *, encode: Callable[[Any], bytes]) -> None:
    body = encode(content)
    await send(
        {
            "type": "http.response.start",
            "status": 200,
            "headers": [JSON, NO_STORE, NO_SNIFF, NO_REFERRER, (b"content-length", str(len(body)).encode())],
        }
    )
    await send({"type": "http.response.body", "body": body})


async def see_other(number: int, send: Send) -> None:
    await send(
        {
            "type": "http.response.start",
            "status": 303,
            "headers": [EMPTY, (b"location", f"/users/{number}".encode())],
        }
    )
    await send({"type": "http.response.body", "body": b""})


async def signed_out(send: Send) -> None:
    await send({"type": "http.response.start", "status": 204, "headers": [DELETE_SESSION, DELETE_CART]})
    await send({"type": "http.response.body", "body": b""})


async def page(content: str, send: Send) -> None:
    body = content.encode()
    await send(
        {
            "type": "http.response.start",
            "status": 200,
            "headers": [HTML, (b"content-length", str(len(body)).encode())],
        }
    )
    await send({"type": "http.response.body", "body": body})


STATEMENTS: dict[str, Statement] = {
    "W1": health,
    "W2": signed_in,
    "W2n": signed_in,
    "W3": listing,
    "W3n": listing,
    "W4": see_other,
    "W5": signed_out,
    "W6": page,
    "W7": listing,
}


def entries() -> Iterator[Entry]:
    """The floor of every workload."""
    for workload in WORKLOADS:
        yield Entry(FLOOR, workload.name, STATEMENTS[workload.group], {"encode": workload.encode})

"""The floor: what a good engineer writes by hand. A raw encoder, two sends of literal dicts, and nothing checked.

The floor is a coroutine function for each response, awaited by the handler, as antiphon's are; `INLINED` is the same
text inside the handler. Neither is a minimum: a table of Content-Length lines, say, would be faster still.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from contender import Entry, Send, Statement
from workloads import WORKLOADS

FLOOR = "floor"
INLINED = "floor, inlined in the handler"

Encode = Callable[[Any], bytes]

JSON = (b"content-type", b"application/json")
HTML = (b"content-type", b"text/html; charset=utf-8")
EMPTY = (b"content-length", b"0")
NO_STORE = (b"cache-control", b"no-store")
NO_SNIFF = (b"x-content-type-options", b"nosniff")
NO_REFERRER = (b"referrer-policy", b"no-referrer")
DELETE_SESSION = (b"set-cookie", b"session=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax")
DELETE_CART = (b"set-cookie", b"cart=; Max-Age=0; Path=/; Secure; HttpOnly; SameSite=Lax")


async def health(send: Send, content: Any, encode: Encode) -> None:
    body = encode(content)
    await send(
        {
            "type": "http.response.start",
            "status": 200,
            "headers": [JSON, (b"content-length", str(len(body)).encode())],
        }
    )
    await send({"type": "http.response.body", "body": body})


async def signed_in(send: Send, content: Any, token: str, encode: Encode) -> None:
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


async def listing(send: Send, content: Any, encode: Encode) -> None:
    body = encode(content)
    await send(
        {
            "type": "http.response.start",
            "status": 200,
            "headers": [JSON, NO_STORE, NO_SNIFF, NO_REFERRER, (b"content-length", str(len(body)).encode())],
        }
    )
    await send({"type": "http.response.body", "body": body})


async def see_other(send: Send, number: int) -> None:
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


async def page(send: Send, content: str) -> None:
    body = content.encode()
    await send(
        {
            "type": "http.response.start",
            "status": 200,
            "headers": [HTML, (b"content-length", str(len(body)).encode())],
        }
    )
    await send({"type": "http.response.body", "body": body})


async def call_health(content: Any, send: Send, *, encode: Encode) -> None:
    await health(send, content, encode)


async def call_signed_in(content: Any, token: str, send: Send, *, encode: Encode) -> None:
    await signed_in(send, content, token, encode)


async def call_listing(content: Any, send: Send, *, encode: Encode) -> None:
    await listing(send, content, encode)


async def call_see_other(number: int, send: Send) -> None:
    await see_other(send, number)


async def call_signed_out(send: Send) -> None:
    await signed_out(send)


async def call_page(content: str, send: Send) -> None:
    await page(send, content)


#: The call, and the function whose text is inlined instead.
STATEMENTS: dict[str, tuple[Statement, Statement]] = {
    "W1": (call_health, health),
    "W2": (call_signed_in, signed_in),
    "W2n": (call_signed_in, signed_in),
    "W3": (call_listing, listing),
    "W3n": (call_listing, listing),
    "W4": (call_see_other, see_other),
    "W5": (call_signed_out, signed_out),
    "W6": (call_page, page),
    "W7": (call_listing, listing),
}


def entries() -> Iterator[Entry]:
    """The floor of every workload, in both forms."""
    for workload in WORKLOADS:
        called, inlined = STATEMENTS[workload.group]
        yield Entry(FLOOR, workload.name, called, {"encode": workload.encode})
        yield Entry(INLINED, workload.name, inlined, {"encode": workload.encode})

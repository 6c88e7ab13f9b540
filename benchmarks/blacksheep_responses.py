"""BlackSheep's responses (Cython), with content from the floor's encoder rather than its own slower `json`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from blacksheep import Content, Cookie, CookieSameSiteMode, Response
from blacksheep.scribe import send_asgi_response
from blacksheep.server.responses import html
from contender import Entry, Send, Statement
from workloads import WORKLOADS

HEADERS = (
    (b"Cache-Control", b"no-store"),
    (b"X-Content-Type-Options", b"nosniff"),
    (b"Referrer-Policy", b"no-referrer"),
)
LAX = CookieSameSiteMode.LAX


async def health(content: Any, send: Send, *, encode: Callable[[Any], bytes]) -> None:
    response = Response(200, None, Content(b"application/json", encode(content)))
    await send_asgi_response(response, send)


async def signed_in(content: Any, token: str, send: Send, *, encode: Callable[[Any], bytes]) -> None:
    response = Response(200, [*HEADERS], Content(b"application/json", encode(content)))
    response.set_cookie(Cookie("session", token, path="/", http_only=True, secure=True, max_age=3600, same_site=LAX))
    await send_asgi_response(response, send)


async def listing(content: Any, send: Send, *, encode: Callable[[Any], bytes]) -> None:
    response = Response(200, [*HEADERS], Content(b"application/json", encode(content)))
    await send_asgi_response(response, send)


async def see_other(number: int, send: Send) -> None:
    response = Response(303, [(b"Location", f"/users/{number}".encode())])
    await send_asgi_response(response, send)


async def signed_out(send: Send) -> None:
    response = Response(204)
    # Its unset_cookie cannot say Secure, HttpOnly or SameSite.
    response.set_cookie(Cookie("session", "", path="/", http_only=True, secure=True, max_age=0, same_site=LAX))
    response.set_cookie(Cookie("cart", "", path="/", http_only=True, secure=True, max_age=0, same_site=LAX))
    await send_asgi_response(response, send)


async def page(content: str, send: Send) -> None:
    response = html(content)
    await send_asgi_response(response, send)


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
    """Every workload."""
    for workload in WORKLOADS:
        yield Entry(
            "blacksheep Response(encoder bytes)",
            workload.name,
            STATEMENTS[workload.group],
            {"encode": workload.encode},
            frozenset({"adds content-length: 0"} if workload.group == "W5" else ()),
        )

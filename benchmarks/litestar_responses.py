"""Litestar's responses: `Response(...)`, lowered by `to_asgi_response` as its route handler does, then sent."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contender import Entry, Statement
from litestar.connection import Request
from litestar.datastructures import Cookie
from litestar.plugins.pydantic import PydanticInitPlugin
from litestar.response import Redirect, Response
from litestar.types import TypeEncodersMap
from workloads import WORKLOADS

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}
SCOPE: Any = {"type": "http", "headers": []}
REQUEST: Request[Any, Any, Any] = Request(SCOPE)


async def health(content: Any, scope: Any, receive: Any, send: Any, *, type_encoders: TypeEncodersMap | None) -> None:
    response = Response(content)
    asgi = response.to_asgi_response(None, REQUEST, type_encoders=type_encoders)
    await asgi(scope, receive, send)


async def signed_in(
    content: Any, token: str, scope: Any, receive: Any, send: Any, *, type_encoders: TypeEncodersMap | None
) -> None:
    response = Response(content, headers=HEADERS)
    response.set_cookie("session", token, max_age=3600, secure=True, httponly=True)
    asgi = response.to_asgi_response(None, REQUEST, type_encoders=type_encoders)
    await asgi(scope, receive, send)


async def listing(content: Any, scope: Any, receive: Any, send: Any, *, type_encoders: TypeEncodersMap | None) -> None:
    response = Response(content, headers=HEADERS)
    asgi = response.to_asgi_response(None, REQUEST, type_encoders=type_encoders)
    await asgi(scope, receive, send)


async def see_other(number: int, scope: Any, receive: Any, send: Any) -> None:
    response = Redirect(f"/users/{number}", status_code=303)
    asgi = response.to_asgi_response(None, REQUEST)
    await asgi(scope, receive, send)


async def signed_out(scope: Any, receive: Any, send: Any) -> None:
    response = Response(None, status_code=204)
    # Its delete_cookie cannot say Secure, HttpOnly or SameSite.
    response.set_cookie(Cookie("session", max_age=0, secure=True, httponly=True))
    response.set_cookie(Cookie("cart", max_age=0, secure=True, httponly=True))
    asgi = response.to_asgi_response(None, REQUEST)
    await asgi(scope, receive, send)


async def page(content: str, scope: Any, receive: Any, send: Any) -> None:
    response = Response(content, media_type="text/html")
    asgi = response.to_asgi_response(None, REQUEST)
    await asgi(scope, receive, send)


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
    """Every workload; pydantic models go through the encoders of Litestar's own plugin."""
    pydantic_encoders = PydanticInitPlugin.encoders()
    for workload in WORKLOADS:
        yield Entry(
            "litestar Response",
            workload.name,
            STATEMENTS[workload.group],
            {"type_encoders": pydantic_encoders if workload.name.endswith("pydantic") else None},
            frozenset({"adds content-type: text/plain; charset=utf-8"} if workload.group == "W4" else ()),
        )

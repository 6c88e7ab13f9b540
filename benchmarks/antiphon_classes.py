"""antiphon's drop-in classes, used exactly as Starlette's in `starlette_classes.py`, but given the content as it is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contender import Entry, Receive, Scope, Send, Statement
from workloads import WORKLOADS

from antiphon.responses import HTMLResponse, JSONResponse, RedirectResponse, Response

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


async def health(content: Any, scope: Scope, receive: Receive, send: Send) -> None:
    response = JSONResponse(content)
    await response(scope, receive, send)


async def signed_in(content: Any, token: str, scope: Scope, receive: Receive, send: Send) -> None:
    response = JSONResponse(content, headers=HEADERS)
    response.set_cookie("session", token, max_age=3600, secure=True, httponly=True)
    await response(scope, receive, send)


async def listing(content: Any, scope: Scope, receive: Receive, send: Send) -> None:
    response = JSONResponse(content, headers=HEADERS)
    await response(scope, receive, send)


async def see_other(number: int, scope: Scope, receive: Receive, send: Send) -> None:
    response = RedirectResponse(f"/users/{number}", 303)
    await response(scope, receive, send)


async def signed_out(scope: Scope, receive: Receive, send: Send) -> None:
    response = Response(status_code=204)
    response.delete_cookie("session", secure=True, httponly=True)
    response.delete_cookie("cart", secure=True, httponly=True)
    await response(scope, receive, send)


async def page(content: str, scope: Scope, receive: Receive, send: Send) -> None:
    response = HTMLResponse(content)
    await response(scope, receive, send)


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
    """Every workload. Its deletions write Expires because Starlette's do."""
    deletions = frozenset({"cookie cart adds Expires", "cookie session adds Expires"})
    for workload in WORKLOADS:
        known = deletions if workload.group == "W5" else frozenset[str]()
        yield Entry("antiphon drop-in classes", workload.name, STATEMENTS[workload.group], differences=known)

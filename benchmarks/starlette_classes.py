"""Starlette's response classes, used as its documentation shows them.

Content of types that `json.dumps` does not know is first turned into builtins, by the cheapest documented conversion.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from contender import Entry, Receive, Scope, Send, Statement
from starlette.responses import HTMLResponse, JSONResponse, RedirectResponse, Response
from workloads import WORKLOADS

HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


async def health(content: Any, scope: Scope, receive: Receive, send: Send, *, builtins: Callable[[Any], Any]) -> None:
    response = JSONResponse(builtins(content))
    await response(scope, receive, send)


async def signed_in(
    content: Any, token: str, scope: Scope, receive: Receive, send: Send, *, builtins: Callable[[Any], Any]
) -> None:
    response = JSONResponse(builtins(content), headers=HEADERS)
    response.set_cookie("session", token, max_age=3600, secure=True, httponly=True)
    await response(scope, receive, send)


async def listing(content: Any, scope: Scope, receive: Receive, send: Send, *, builtins: Callable[[Any], Any]) -> None:
    response = JSONResponse(builtins(content), headers=HEADERS)
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
    """Every workload."""
    deletions = frozenset({"cookie cart adds Expires", "cookie session adds Expires"})
    for workload in WORKLOADS:
        yield Entry(
            "starlette JSONResponse and kin",
            workload.name,
            STATEMENTS[workload.group],
            {"builtins": workload.builtins},
            deletions if workload.group == "W5" else frozenset(),
        )

"""FastAPI's response half: what its route handler does once the endpoint has returned.

Copied from `fastapi.routing.get_request_handler` (0.165) with a return type and no response class, which is its fastest
documented way: the injected Response, validation, `TypeAdapter.dump_json`, then a plain Response. Request parsing,
dependency solving and tracing are left out, which flatters it. A handler that returns a Response itself skips all of
this, and is the row "starlette Response(encoder bytes)".
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contender import Entry, Receive, Scope, Send, Statement
from fastapi.routing import serialize_response
from fastapi.utils import create_model_field
from starlette.responses import Response
from workloads import WORKLOADS


async def health(content: Any, scope: Scope, receive: Receive, send: Send, *, field: Any) -> None:
    injected = Response()
    del injected.headers["content-length"]
    octets = await serialize_response(field=field, response_content=content, dump_json=True)
    response = Response(octets, media_type="application/json", background=None)
    response.headers.raw.extend(injected.headers.raw)
    await response(scope, receive, send)


async def signed_in(content: Any, token: str, scope: Scope, receive: Receive, send: Send, *, field: Any) -> None:
    injected = Response()
    del injected.headers["content-length"]
    injected.headers["Cache-Control"] = "no-store"
    injected.headers["X-Content-Type-Options"] = "nosniff"
    injected.headers["Referrer-Policy"] = "no-referrer"
    injected.set_cookie("session", token, max_age=3600, secure=True, httponly=True)
    octets = await serialize_response(field=field, response_content=content, dump_json=True)
    response = Response(octets, media_type="application/json", background=None)
    response.headers.raw.extend(injected.headers.raw)
    await response(scope, receive, send)


async def listing(content: Any, scope: Scope, receive: Receive, send: Send, *, field: Any) -> None:
    injected = Response()
    del injected.headers["content-length"]
    injected.headers["Cache-Control"] = "no-store"
    injected.headers["X-Content-Type-Options"] = "nosniff"
    injected.headers["Referrer-Policy"] = "no-referrer"
    octets = await serialize_response(field=field, response_content=content, dump_json=True)
    response = Response(octets, media_type="application/json", background=None)
    response.headers.raw.extend(injected.headers.raw)
    await response(scope, receive, send)


STATEMENTS: dict[str, Statement] = {"W1": health, "W2": signed_in, "W3": listing, "W7": listing}


def entries() -> Iterator[Entry]:
    """The workloads with JSON whose type FastAPI takes for a response model: it knows no Struct."""
    for workload in WORKLOADS:
        if workload.group in STATEMENTS and not workload.name.endswith("Struct"):
            field = create_model_field("response", workload.declared, mode="serialization")
            yield Entry("fastapi (response_model)", workload.name, STATEMENTS[workload.group], {"field": field})

"""antiphon's declared responses: a class for each, and an instance of it for each answer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from antiphon_compiled import SIGNED_OUT
from contender import Entry, Receive, Scope, Send, Statement
from workloads import WORKLOADS

from antiphon import Bodiless, Location, Redirect, Reply, cookie, fragment

NAME = "antiphon reply classes"

STATIC = (
    fragment()
    .cache_control(no_store=True)
    .header("X-Content-Type-Options", "nosniff")
    .header("Referrer-Policy", "no-referrer")
)


class SeeOther(Redirect):
    """Where to go next."""


class SignedOut(Bodiless, add=fragment().delete_cookie(SIGNED_OUT[0]).delete_cookie(SIGNED_OUT[1])):
    """The session is over."""


def health(declared: Any) -> Any:
    """`200` with content of the declared type."""

    class Health(Reply[declared]):
        pass

    return Health


def listing(declared: Any) -> Any:
    """`200` with three static fields."""

    class Listing(Reply[declared], add=STATIC):
        pass

    return Listing


def signed_in(declared: Any) -> Any:
    """`200` with three static fields and a session cookie."""

    class SignedIn(Reply[declared], add=STATIC):
        session: str = cookie(max_age=3600)

    return SignedIn


async def content_reply(content: Any, scope: Scope, receive: Receive, send: Send, *, declared: Any) -> None:
    response = declared(content)
    await response(scope, receive, send)


async def signed_in_reply(
    content: Any, token: str, scope: Scope, receive: Receive, send: Send, *, declared: Any
) -> None:
    response = declared(content, session=token)
    await response(scope, receive, send)


async def see_other_reply(number: int, scope: Scope, receive: Receive, send: Send) -> None:
    response = SeeOther(location=Location(f"/users/{number}"))
    await response(scope, receive, send)


async def signed_out_reply(scope: Scope, receive: Receive, send: Send) -> None:
    response = SignedOut()
    await response(scope, receive, send)


DECLARED = {"W1": health, "W2": signed_in, "W2n": signed_in, "W3": listing, "W3n": listing, "W7": listing}

STATEMENTS: dict[str, Statement] = {
    "W2": signed_in_reply,
    "W2n": signed_in_reply,
    "W4": see_other_reply,
    "W5": signed_out_reply,
}


def entries() -> Iterator[Entry]:
    """Every workload but W6: a reply's content is JSON."""
    for workload in WORKLOADS:
        if workload.group == "W6":
            continue
        declare = DECLARED.get(workload.group)
        names = {} if declare is None else {"declared": declare(workload.declared)}
        yield Entry(NAME, workload.name, STATEMENTS.get(workload.group, content_reply), names)

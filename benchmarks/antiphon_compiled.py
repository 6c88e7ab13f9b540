"""antiphon's compiled responses: as objects, which any framework takes, and sent in place by `.send`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from contender import Entry, Receive, Scope, Send, Statement
from workloads import WORKLOADS

from antiphon import Location, Params, cookie, header, respond
from antiphon.spec import CookieSpec


class SignedInParams(Params):
    """The session, which differs with each response."""

    session: str = cookie(max_age=3600)


class SeeOtherParams(Params):
    """Where to go next."""

    location: Location


class SeeOtherTextParams(Params):
    """Where to go next, as text: the compiled response checks it, not the handler."""

    location: str = header("Location")


def deletable(name: str) -> CookieSpec:
    return CookieSpec(name=name, path="/", secure=True, http_only=True, same_site="lax")


SIGNED_OUT = (deletable("session"), deletable("cart"))

see_other = respond(303).params(SeeOtherParams).compile()
see_other_text = respond(303).params(SeeOtherTextParams).compile()
signed_out = respond(204).delete_cookie(SIGNED_OUT[0]).delete_cookie(SIGNED_OUT[1]).compile()
page = respond(200).html().compile()


def health(declared: Any) -> Any:
    """`200` with content of the declared type."""
    return respond(200).json(declared).compile()


def _listing(declared: Any) -> Any:
    return (
        respond(200)
        .json(declared)
        .cache_control(no_store=True)
        .header("X-Content-Type-Options", "nosniff")
        .header("Referrer-Policy", "no-referrer")
    )


def listing(declared: Any) -> Any:
    """`200` with three static fields."""
    return _listing(declared).compile()


def signed_in(declared: Any) -> Any:
    """`200` with three static fields and a session cookie."""
    return _listing(declared).params(SignedInParams).compile()


# As objects.


async def content_object(content: Any, scope: Scope, receive: Receive, send: Send, *, compiled: Any) -> None:
    response = compiled(content)
    await response(scope, receive, send)


async def signed_in_object(
    content: Any, token: str, scope: Scope, receive: Receive, send: Send, *, compiled: Any
) -> None:
    response = compiled(content, session=token)
    await response(scope, receive, send)


async def see_other_object(number: int, scope: Scope, receive: Receive, send: Send) -> None:
    response = see_other(location=Location(f"/users/{number}"))
    await response(scope, receive, send)


async def see_other_text_object(number: int, scope: Scope, receive: Receive, send: Send) -> None:
    response = see_other_text(location=f"/users/{number}")
    await response(scope, receive, send)


async def signed_out_object(scope: Scope, receive: Receive, send: Send) -> None:
    response = signed_out()
    await response(scope, receive, send)


async def page_object(content: str, scope: Scope, receive: Receive, send: Send) -> None:
    response = page(content)
    await response(scope, receive, send)


# Sent in place.


async def content_send(content: Any, send: Send, *, compiled: Any) -> None:
    await compiled.send(send, content)


async def signed_in_send(content: Any, token: str, send: Send, *, compiled: Any) -> None:
    await compiled.send(send, content, session=token)


async def see_other_send(number: int, send: Send) -> None:
    await see_other.send(send, location=Location(f"/users/{number}"))


async def see_other_text_send(number: int, send: Send) -> None:
    await see_other_text.send(send, location=f"/users/{number}")


async def signed_out_send(send: Send) -> None:
    await signed_out.send(send)


async def page_send(content: str, send: Send) -> None:
    await page.send(send, content)


COMPILED = {
    "W1": health,
    "W2": signed_in,
    "W2n": signed_in,
    "W3": listing,
    "W3n": listing,
    "W7": listing,
}

OBJECTS: dict[str, Statement] = {
    "W1": content_object,
    "W2": signed_in_object,
    "W2n": signed_in_object,
    "W3": content_object,
    "W3n": content_object,
    "W4": see_other_object,
    "W5": signed_out_object,
    "W6": page_object,
    "W7": content_object,
}

SENDS: dict[str, Statement] = {
    "W1": content_send,
    "W2": signed_in_send,
    "W2n": signed_in_send,
    "W3": content_send,
    "W3n": content_send,
    "W4": see_other_send,
    "W5": signed_out_send,
    "W6": page_send,
    "W7": content_send,
}


def entries() -> Iterator[Entry]:
    """Every workload, each in both forms; W4 also with a Location that is text until the response checks it."""
    for workload in WORKLOADS:
        build = COMPILED.get(workload.group)
        names = {} if build is None else {"compiled": build(workload.declared)}
        yield Entry("antiphon compiled, object", workload.name, OBJECTS[workload.group], names)
        yield Entry("antiphon compiled, send", workload.name, SENDS[workload.group], names)
    yield Entry("antiphon compiled, object, str param", "W4", see_other_text_object)
    yield Entry("antiphon compiled, send, str param", "W4", see_other_text_send)

"""The application of the live servers: the example shop, and one response for each step, state and body kind."""

from __future__ import annotations

from starlette.types import Receive, Scope, Send

from shop.app import app as shop
from tests.live.bodies import BODIES
from tests.live.params import PARAMS
from tests.live.said import Said
from tests.live.states import STATES
from tests.live.steps import STEPS
from tests.live.typed_fields import TYPED_FIELDS

EVERY: dict[str, Said] = BODIES | STATES | STEPS | PARAMS | TYPED_FIELDS


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """`/every/NAME` is sent as a response object, `/in-place/NAME` by `send`; anything else is the shop's."""
    path: str = scope.get("path", "")
    kind, _, name = path.removeprefix("/").partition("/")
    said = EVERY.get(name)
    if said is not None and kind == "every":
        await said.compiled(*said.content, **said.params)(scope, receive, send)
    elif said is not None and kind == "in-place":
        await said.compiled.send(send, *said.content, **said.params)
    else:
        await shop(scope, receive, send)

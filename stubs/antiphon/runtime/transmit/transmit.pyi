# Written by `nox -s generate` from src; do not edit.
"""Send a response piece by piece: what streams, lines, events and files have in common. HOT.

Nothing is sent before the first piece is there, so an error until then is raised as if nothing had begun. The drop-in
StreamingResponse alone sends its header at once, as Starlette does. An error after the header ends the response: with a
last piece, where the response declares one, and else by being raised again, upon which servers close the connection, so
that nobody takes the part for the whole. Both are logged once.

When the client leaves, or the task is cancelled, the iterator has been closed when this returns, or was given
CLOSE_WITHIN seconds for it.
"""

from collections.abc import AsyncIterator, Callable
from typing import Any

from antiphon.runtime.plan import RawHeader
from antiphon.runtime.transmit.asgi import Receive, Scope, Send
from antiphon.runtime.transmit.items import opened
from antiphon.runtime.transmit.pings import Ping

async def transmit(
    content: Any,
    status: int,
    headers: list[RawHeader],
    scope: Scope,
    receive: Receive,
    send: Send,
    *,
    pieces: Callable[[Any], AsyncIterator[Any]] = opened,
    octets: Callable[[Any], bytes] = bytes,
    sent_as_is: type | None = bytes,
    last_words: Callable[[Exception], bytes | None] | None = None,
    ping: Ping | None = None,
    watched: bool = True,
    at_once: bool = False,
) -> None:
    """Send the pieces of the content, each as soon as it is there. HEAD and nothing else gets the header alone.

    `pieces` begins to iterate the content, and `octets` gives those of a piece that is not of the type `sent_as_is`.
    `last_words` gives the final piece after an error, or None. `ping` is sent whenever there is no piece for so long,
    and begins the response if nothing has. `watched` says whether a client that leaves is noticed by `receive` too, and
    not by `send` alone. `at_once` sends the header before the first piece is asked for.

    Raises what the content raises, and ParamError where the pieces are more or fewer octets than a Content-Length among
    the headers says, before what is too much is sent; Disconnected, which is an OSError, when `send` raises one.
    """

def is_head(scope: Scope) -> bool:
    """Whether an exchange asks for the header alone."""

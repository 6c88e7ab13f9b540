"""Send a response piece by piece: what streams, lines, events and files have in common. HOT.

Nothing is sent before the first piece is there, so an error until then is raised as if nothing had begun. The drop-in
StreamingResponse alone sends its header at once, as Starlette does. An error after the header ends the response: with a
last piece, where the response declares one, and else by being raised again, upon which servers close the connection, so
that nobody takes the part for the whole. Both are logged once.

When the client leaves, or the task is cancelled, the iterator has been closed when this returns, or was given
CLOSE_WITHIN seconds for it.
"""

from __future__ import annotations

import functools
from collections.abc import AsyncIterator, Callable
from typing import Any

from antiphon.runtime.plan import RawHeader
from antiphon.runtime.transmit.asgi import Message, Receive, Scope, Send
from antiphon.runtime.transmit.closing import close
from antiphon.runtime.transmit.connection import Disconnected, Watch, until_disconnect, while_connected
from antiphon.runtime.transmit.items import close_unopened, opened
from antiphon.runtime.transmit.length import check_number
from antiphon.runtime.transmit.pings import Ping, PingedSending
from antiphon.runtime.transmit.sending import Sending


async def transmit(  # noqa: PLR0917 - `Transmit`
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
    start: Message = {"type": "http.response.start", "status": status, "headers": headers[:]}
    if is_head(scope):
        await close_unopened(content)
        await _header_alone(start, send)
        return
    check_number(headers)
    items = pieces(content)
    watches: list[Watch] = []
    if watched and scope["type"] == "http":
        watches.append(lambda: _until_over(sending, receive))
    if ping is None:
        sending = Sending(items, octets, sent_as_is, start, last_words)
    else:
        sending = pinged = PingedSending(items, octets, sent_as_is, start, last_words)
        watches.append(functools.partial(pinged.until_lost, send, ping))

    async def work(finish: Callable[[], object]) -> None:
        try:
            await sending.all(send, finish, at_once=at_once)
        finally:
            finish()  # a client that left is noticed twice, and the second notice would cancel the closing
            if sending.items is not items:  # a generator around them
                await close(sending.items)
            await close(items)

    if watches:
        await while_connected(work, watches)
    else:
        await work(lambda: None)


async def _until_over(sending: Sending, receive: Receive) -> None:
    await until_disconnect(receive)
    sending.is_over = True


def is_head(scope: Scope) -> bool:
    """Whether an exchange asks for the header alone."""
    return scope["type"] == "http" and str(scope.get("method")).upper() == "HEAD"


async def _header_alone(start: Message, send: Send) -> None:
    """The answer to HEAD (RFC 9110 section 9.3.2). With content daphne would begin the next response."""
    try:
        await send(start)
        await send({"type": "http.response.body", "body": b"", "more_body": False})
    except OSError as error:
        raise Disconnected(*error.args) from error

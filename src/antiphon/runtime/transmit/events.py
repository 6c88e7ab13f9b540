"""Server-sent events, each sent as soon as it is there (HTML section 9.2)."""

from __future__ import annotations

import functools
from collections.abc import AsyncIterable, Callable, Iterable
from typing import Any, Union

from antiphon.runtime.content.options import AS_DECLARED, JSONOptions
from antiphon.runtime.content.unknown import NaN
from antiphon.runtime.content.validation import Validate
from antiphon.runtime.events.declared import declared_events
from antiphon.runtime.events.event import Comment
from antiphon.runtime.events.framing import retry_line
from antiphon.runtime.events.items import Block, item_encoder
from antiphon.runtime.plan import Content, RawHeader
from antiphon.runtime.transmit.asgi import Receive, Scope, Send
from antiphon.runtime.transmit.items import check_iterable
from antiphon.runtime.transmit.pings import Ping
from antiphon.runtime.transmit.transmit import transmit

#: A comment without text.
PING = b":\n\n"


def events_content(
    type_: Any,
    *,
    nan: NaN = "error",
    validate: Validate = "never",
    options: JSONOptions = AS_DECLARED,
    ping: float | None = 15.0,
    retry: int | None = None,
    error: bytes | None = None,
) -> Content:
    """How an iterable of the declared items is sent as a stream of events.

    `ping` is in seconds and `retry` in milliseconds; `error` is the last block of a stream that breaks off. Raises
    ParamError for a `retry` that no client takes, and TypeError where `validate` asks for what cannot be checked.
    """
    events = declared_events(type_)
    encode = item_encoder(events, nan=nan, validate=validate, options=options)
    opening = b"" if retry is None else retry_line(retry) + b"\n"
    named = " | ".join(getattr(one.event or one.data, "__qualname__", str(one.data)) for one in events)
    send_all = functools.partial(
        transmit,
        sent_as_is=None,
        last_words=None if error is None else lambda _error: error,
        ping=None if ping is None else Ping(ping, PING),
    )

    async def transmit_events(  # noqa: PLR0917 - `Transmit`
        content: Any, status: int, headers: list[RawHeader], scope: Scope, receive: Receive, send: Send
    ) -> None:
        octets = _opened_by(opening, encode) if opening else encode
        await send_all(content, status, headers, scope, receive, send, octets=octets)

    item: Any = Union[type_, Comment]
    annotation = AsyncIterable[item] | Iterable[item]
    accept = functools.partial(check_iterable, of=named)
    return Content(annotation, None, accept, None, transmit=transmit_events)


def _opened_by(opening: bytes, encode: Block) -> Callable[[Any], bytes]:
    """The encoder of one stream, which puts something before its first block."""
    before = opening

    def octets(item: Any) -> bytes:
        nonlocal before
        block, before = before + encode(item), b""
        return block

    return octets

"""ASGI's contract for the response to a WebSocket's handshake: the one that accepts it, or one that denies it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Final

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.diagnostics.protocol_faults import EXTENSION, FIELDS, ORDER
from antiphon.testing.asgi_contract import ASGIContract
from antiphon.testing.asgi_keys import field_lines

#: The extension, and what messages of a denial begin with.
_DENIAL: Final = "websocket.http.response"


class WebSocketContract(ASGIContract):
    """The state of one handshake. The messages after it are not of a response, and are left alone."""

    def __init__(self, scope: Mapping[str, Any]) -> None:
        super().__init__(scope)
        self._answered = False

    def take(self, message: Any) -> Iterator[Diagnostic]:
        """One message that the application sends."""
        kind = str(message.get("type")) if isinstance(message, Mapping) else ""
        if kind in (f"{_DENIAL}.start", f"{_DENIAL}.body"):
            if _DENIAL not in self._offered:
                yield EXTENSION.found(
                    f"{kind} is sent, and the scope does not offer {_DENIAL}",
                    help=f"look for {_DENIAL!r} in scope['extensions'] first, or send websocket.close",
                )
            if self._answered:
                yield ORDER.found(f"{kind} is sent after the handshake was answered")
            yield from super().take({**message, "type": kind.removeprefix("websocket.")})
            return
        if self.status is not None:
            yield ORDER.found(f"{kind} is sent after a response that denies the connection")
        if kind == "websocket.accept":
            if self._answered:
                yield ORDER.found(f"{kind} is sent a second time")
            yield from _accepted(message)
        self._answered |= kind in ("websocket.accept", "websocket.close")

    def end(self) -> Iterator[Diagnostic]:
        """The application has returned. It may close a connection without a response of its own."""
        return super().end() if self.status is not None else iter(())


def _accepted(message: Mapping[str, Any]) -> Iterator[Diagnostic]:
    lines, found = field_lines(message.get("headers") or ())
    yield from found
    if any(name == b"sec-websocket-protocol" for name, _ in lines):
        yield FIELDS.found(
            "websocket.accept has the field sec-websocket-protocol",
            path="headers",
            help="give the protocol as `subprotocol` of the message",
        )

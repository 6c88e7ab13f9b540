"""The judge around an ASGI application."""

from __future__ import annotations

import inspect
from collections.abc import Awaitable, Callable, Mapping, MutableMapping
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from antiphon.runtime.transmit.asgi import Message, Receive, Send
from antiphon.testing.asgi_contract import ASGIContract
from antiphon.testing.asgi_keys import read_once
from antiphon.testing.declared.holding import holding
from antiphon.testing.judged_response import OnFinding
from antiphon.testing.judging import BODY_LIMIT, Exchange, Judging
from antiphon.testing.websocket_contract import WebSocketContract

if TYPE_CHECKING:
    from antiphon.rules.profile import Profile

Application: TypeAlias = Callable[[Any, Any, Any], Awaitable[None]]


#: The contract for the response, by the type of a scope.
_CONTRACTS: Final[Mapping[str, type[ASGIContract]]] = {"http": ASGIContract, "websocket": WebSocketContract}


class StrictASGI:
    """An ASGI application whose responses are judged as they are sent, as a real server would see them.

    With `on_finding="raise"` an error is raised in the application, out of the `send` that it awaits, as WrongResponse:
    what is wrong with status and fields before anything was sent, what is wrong with the content after its last piece.
    Where the application catches it, it is raised again at the end. Warnings are logged ("antiphon.testing").
    "log" logs both; a function is called with a JudgedResponse, at the end of each response that has findings.
    A response is kept in memory up to `body_limit` octets. One that is declared is held to its declaration (DC001 to
    DC004): a class of replies, a compiled response where Python runs in development mode, and whatever an operation of
    FastAPI or Starlette names. Of a WebSocket the handshake is judged: the fields that accept it, and a response that
    denies it. Lifespan passes through.
    """

    def __init__(
        self,
        app: Application,
        *,
        on_finding: OnFinding = "raise",
        profile: Profile = "default",
        body_limit: int = BODY_LIMIT,
    ) -> None:
        self.app = app
        self.judging: Judging = Judging(on_finding, profile, body_limit)
        """The choices, and who counts the responses that are judged."""

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer as the application does. Raises WrongResponse as the class says."""
        if scope["type"] not in _CONTRACTS:
            await self.app(scope, receive, send)
            return
        exchange = _Exchange(scope, receive, send, self.judging)
        try:
            await self.app(scope, exchange.receive, exchange.send)
        except BaseException:
            exchange.fail()
            raise
        exchange.end()

    def __getattr__(self, name: str) -> Any:
        """Attributes of the application itself: its state, its router."""
        if name == "app":  # a copy that is not filled yet
            raise AttributeError(name)
        return getattr(self.app, name)


class _Exchange:
    """One request and its response, message by message."""

    def __init__(self, scope: Any, receive: Receive, send: Send, judging: Judging) -> None:
        self._scope, self._receive, self._send = scope, receive, send
        self._judging, self._contract = judging, _CONTRACTS[scope["type"]](scope)
        method = str(scope.get("method", "GET"))  # that of a handshake
        self._judge = Exchange(judging, self._contract, method, str(scope.get("path")))
        self._left = False

    async def receive(self) -> Message:
        message = await self._receive()
        self._left |= message["type"] in ("http.disconnect", "websocket.disconnect")
        return message

    async def send(self, message: Message) -> None:
        judge, contract = self._judge, self._contract
        message, sent = read_once(message)
        began = contract.status is not None
        found = list(contract.take(message))
        judge.endpoint = _endpoint(self._scope)
        if began or contract.status is None:
            judge.add(found)
        else:
            judge.hold = holding(self._scope, inspect.currentframe())
            judge.began(found)
        judge.keep(message.get("body") if isinstance(message, Mapping) else None)
        if contract.ended:
            judge.ended()
        try:
            await self._send(sent)
        except OSError:  # ASGI 2.4: the client is gone
            self._left = True
            raise

    def fail(self) -> None:
        """The application has raised, or the client refused what it sent: what was found until then is still told."""
        if self._judging.on_finding != "raise":
            self._judge.endpoint = _endpoint(self._scope)
            self._judge.ended(complete=self._contract.ended)
            self._judge.tell()

    def end(self) -> None:
        """The application has returned."""
        judge = self._judge
        judge.endpoint = _endpoint(self._scope)
        judge.ended(() if self._left else self._contract.end(), complete=self._contract.ended)
        judge.tell()


def _endpoint(scope: Mapping[str, Any]) -> object:
    """The handler, where the framework writes it down: Starlette, FastAPI and Litestar do."""
    return scope.get("endpoint") or getattr(scope.get("route_handler"), "fn", None)

"""The judge around an ASGI application."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterable, Mapping, MutableMapping
from typing import Any, Final, TypeAlias

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.profile import Profile
from antiphon.testing.asgi_contract import ASGIContract
from antiphon.testing.judged_response import JudgedResponse, OnFinding, deal_with, handler_of, judged, new_findings

Message: TypeAlias = MutableMapping[str, Any]
Receive: TypeAlias = Callable[[], Awaitable[Message]]
Send: TypeAlias = Callable[[Message], Awaitable[None]]
Application: TypeAlias = Callable[[Any, Any, Any], Awaitable[None]]

#: Content up to this many octets is judged; of more, the fields alone.
BODY_LIMIT: Final[int] = 1 << 20


class StrictASGI:
    """An ASGI application whose responses are judged as they are sent, as a real server would see them.

    With `on_finding="raise"` an error is raised in the application, out of the `send` that it awaits, as WrongResponse:
    what is wrong with status and fields before anything was sent, what is wrong with the content after its last piece.
    Where the application catches it, it is raised again at the end. Warnings are logged ("antiphon.testing").
    "log" logs both; a function is called with a JudgedResponse, at the end of each response that has findings.
    A response is kept in memory up to `body_limit` octets. Exchanges that are not HTTP pass through.
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
        self._on_finding: OnFinding = on_finding
        self._profile: Profile = profile
        self._body_limit = body_limit

    async def __call__(self, scope: MutableMapping[str, Any], receive: Receive, send: Send) -> None:
        """Answer as the application does. Raises WrongResponse as the class says."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        exchange = _Exchange(scope, receive, send, self._profile, self._body_limit, raising=self._on_finding == "raise")
        await self.app(scope, exchange.receive, exchange.send)
        exchange.end()
        if exchange.findings:
            deal_with(exchange.response(), self._on_finding)

    def __getattr__(self, name: str) -> Any:
        """Attributes of the application itself: its state, its router."""
        return getattr(self.app, name)


class _Exchange:
    """One request and its response."""

    def __init__(
        self, scope: Any, receive: Receive, send: Send, profile: Profile, body_limit: int, *, raising: bool
    ) -> None:
        self.findings: list[Diagnostic] = []
        self._scope, self._receive, self._send = scope, receive, send
        self._profile: Profile = profile
        self._limit, self._raising = body_limit, raising
        self._contract = ASGIContract(scope)
        self._body: bytearray | None = bytearray()
        self._left = self._judged_whole = False

    async def receive(self) -> Message:
        message = await self._receive()
        self._left |= message["type"] == "http.disconnect"
        return message

    async def send(self, message: Message) -> None:
        began = self._contract.status is not None
        found = list(self._contract.take(message))
        if not began and self._contract.status is not None:
            found += self._judged(None)
        self._keep(message)
        if self._contract.ended and not self._judged_whole:
            self._judged_whole = True
            found += self._judged(self._content())
        self._add(found)
        try:
            await self._send(message)
        except OSError:  # ASGI 2.4: the client is gone
            self._left = True
            raise

    def end(self) -> None:
        """The application has returned."""
        if not self._left:
            self.findings += self._contract.end()

    def response(self) -> JudgedResponse:
        scope = self._scope
        return JudgedResponse(
            str(scope.get("method")),
            str(scope.get("path")),
            self._contract.status,
            tuple(self.findings),
            handler_of(scope.get("endpoint")),
        )

    def _add(self, found: Iterable[Diagnostic]) -> None:
        new = new_findings(found, self.findings)
        self.findings += new
        if self._raising and any(finding.level == "error" for finding in new):
            deal_with(self.response(), "raise")

    def _judged(self, body: bytes | None) -> list[Diagnostic]:
        contract = self._contract
        return judged(contract.status or 500, contract.lines, body, str(self._scope.get("method")), self._profile)

    def _keep(self, message: Message) -> None:
        piece = message.get("body", b"") if isinstance(message, Mapping) else None
        if self._body is not None and isinstance(piece, bytes | bytearray | memoryview):
            self._body += piece
            if len(self._body) > self._limit:
                self._body = None

    def _content(self) -> bytes | None:
        """The content as it was sent; None where it is not known whole."""
        if self._body is None or not self._contract.counted or self._scope.get("method") == "HEAD":
            return None
        return bytes(self._body)

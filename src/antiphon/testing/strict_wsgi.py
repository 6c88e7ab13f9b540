"""The judge around a WSGI application."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.rules.profile import Profile
from antiphon.testing.judged_response import JudgedResponse, OnFinding, deal_with, judged, new_findings
from antiphon.testing.strict_asgi import BODY_LIMIT
from antiphon.testing.wsgi_contract import WSGIContract

Application: TypeAlias = Callable[[dict[str, Any], Any], Iterable[bytes]]


class StrictWSGI:
    """A WSGI application whose responses are judged as they are sent, as a real server would see them.

    With `on_finding="raise"` an error is raised as WrongResponse: what is wrong with status and fields out of
    `start_response`, what is wrong with the content when the last piece is asked for. Warnings are logged
    ("antiphon.testing"). "log" logs both; a function is called with a JudgedResponse, at the end of each response that
    has findings. A response is kept in memory up to `body_limit` octets.
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

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer as the application does. Raises WrongResponse as the class says."""
        exchange = _Exchange(environ, start_response, self._on_finding, self._profile, self._body_limit)
        exchange.pieces = self.app(environ, exchange.start_response)
        return exchange

    def __getattr__(self, name: str) -> Any:
        """Attributes of the application itself."""
        return getattr(self.app, name)


class _Exchange:
    """One request and its response: the iterable that the server is given."""

    pieces: Iterable[bytes] = ()

    def __init__(
        self,
        environ: dict[str, Any],
        start_response: Callable[..., Any],
        on_finding: OnFinding,
        profile: Profile,
        body_limit: int,
    ) -> None:
        self._environ, self._start_response = environ, start_response
        self._on_finding: OnFinding = on_finding
        self._profile: Profile = profile
        self._limit = body_limit
        self._contract = WSGIContract(environ)
        self._body: bytearray | None = bytearray()
        self._findings: list[Diagnostic] = []
        self._told = False

    def start_response(self, status: Any, headers: Any, exc_info: Any = None) -> Callable[[bytes], object]:
        found = list(self._contract.start(status, headers, again=exc_info is not None))
        self._add([*found, *self._judged(None)])
        write = self._start_response(status, headers, exc_info) if exc_info else self._start_response(status, headers)

        def checked_write(piece: bytes) -> object:
            self._take(piece)
            return write(piece)

        return checked_write

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self._take(piece)
            yield piece
        self._add([*self._contract.end(), *self._judged(self._content())])
        self._tell()

    def close(self) -> None:
        """The server is done with the response."""
        close = getattr(self.pieces, "close", None)
        try:
            if close is not None:
                close()
        finally:
            self._tell()

    def _tell(self) -> None:
        """Once, at the end of the content or, where the server asks for less, when it closes the response."""
        response = self._response()
        if self._findings and not self._told and (self._on_finding != "raise" or not response.errors):
            self._told = True
            deal_with(response, self._on_finding)

    def _take(self, piece: Any) -> None:
        self._add(self._contract.take(piece))
        if self._body is not None and isinstance(piece, bytes):
            self._body += piece
            if len(self._body) > self._limit:
                self._body = None

    def _add(self, found: Iterable[Diagnostic]) -> None:
        new = new_findings(found, self._findings)
        self._findings += new
        if self._on_finding == "raise" and any(finding.level == "error" for finding in new):
            deal_with(self._response(), "raise")

    def _judged(self, body: bytes | None) -> list[Diagnostic]:
        contract = self._contract
        if contract.status is None:
            return []
        return judged(contract.status, contract.lines, body, str(self._environ.get("REQUEST_METHOD")), self._profile)

    def _content(self) -> bytes | None:
        """The content as it was sent; None where it is not known whole."""
        if self._body is None or self._environ.get("REQUEST_METHOD") == "HEAD":
            return None
        return bytes(self._body)

    def _response(self) -> JudgedResponse:
        environ, path = self._environ, self._environ.get("SCRIPT_NAME", "") + self._environ.get("PATH_INFO", "")
        return JudgedResponse(str(environ.get("REQUEST_METHOD")), path, self._contract.status, tuple(self._findings))

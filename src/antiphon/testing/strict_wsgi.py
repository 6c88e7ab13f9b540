"""The judge around a WSGI application."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from antiphon.testing.content_length import announced
from antiphon.testing.judged_response import OnFinding
from antiphon.testing.judging import BODY_LIMIT, Exchange, Judging
from antiphon.testing.wsgi_contract import WSGIContract

if TYPE_CHECKING:
    from antiphon.rules.profile import Profile

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
        self._judging = Judging(on_finding, profile, body_limit)
        self.begun: Callable[[Unsettled], object] = lambda _: None
        """Called with each exchange: for a client that may neither read nor close a response."""

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer as the application does. Raises WrongResponse as the class says."""
        exchange = _Exchange(environ, start_response, self._judging)
        self.begun(exchange)
        exchange.pieces = self.app(environ, exchange.start_response)
        return exchange

    def __getattr__(self, name: str) -> Any:
        """Attributes of the application itself."""
        return getattr(self.app, name)


class Unsettled(Protocol):
    """An exchange that goes on."""

    def settle(self) -> None:
        """Judge what was sent so far as the response. Counts once."""
        ...


class _Exchange:
    """One request and its response: the iterable that the server is given."""

    pieces: Iterable[bytes] = ()

    def __init__(self, environ: dict[str, Any], start_response: Callable[..., Any], judging: Judging) -> None:
        self._start_response = start_response
        self._contract = WSGIContract(environ)
        path = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
        self._judge = Exchange(judging, self._contract, str(environ.get("REQUEST_METHOD")), path)

    def start_response(self, status: Any, headers: Any, exc_info: Any = None) -> Callable[[bytes], object]:
        self._judge.began(self._contract.start(status, headers, again=exc_info is not None))
        write = self._start_response(status, headers, exc_info) if exc_info else self._start_response(status, headers)

        def checked_write(piece: bytes) -> object:
            self._take(piece)
            return write(piece)

        return checked_write

    def __iter__(self) -> Iterator[bytes]:
        for piece in self.pieces:
            self._take(piece)
            yield piece
        self._judge.ended(self._contract.end())
        self._judge.tell()

    def close(self) -> None:
        """The server is done with the response, of which it may not have asked for all."""
        close = getattr(self.pieces, "close", None)
        try:
            if close is not None:
                close()
        finally:
            self.settle()

    def settle(self) -> None:
        """Judge what was sent so far: all of it, where it has the length that it announces."""
        contract = self._contract
        if contract.status is not None:
            self._judge.ended(complete=announced(contract.lines) == contract.sent)
            self._judge.tell()

    def _take(self, piece: Any) -> None:
        self._judge.add(self._contract.take(piece))
        self._judge.keep(piece if isinstance(piece, bytes) else None)

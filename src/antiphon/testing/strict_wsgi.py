"""The judge around a WSGI application."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Protocol, TypeAlias

from antiphon.testing.content_length import announced
from antiphon.testing.flask_view import flask_view
from antiphon.testing.judged_response import OnFinding
from antiphon.testing.judging import BODY_LIMIT, Exchange, Judging
from antiphon.testing.wsgi_contract import WSGIContract
from antiphon.testing.wsgi_results import CountedPieces, Pieces, files_of, is_whole

if TYPE_CHECKING:
    from antiphon.diagnostics.diagnostic import Diagnostic
    from antiphon.rules.profile import Profile

Application: TypeAlias = Callable[[dict[str, Any], Any], Iterable[bytes]]


class StrictWSGI:
    """A WSGI application whose responses are judged as they are sent, as a real server would see them.

    With `on_finding="raise"` an error is raised as WrongResponse: what is wrong with status and fields out of
    `start_response`, what is wrong with the content when the last piece is asked for, or before the server gets any of
    it, where the application returns a list or a tuple. Warnings are logged ("antiphon.testing"). "log" logs both; a
    function is called with a JudgedResponse, at the end of each response that has findings. A response is kept in
    memory up to `body_limit` octets. Of a file that is given to `wsgi.file_wrapper`, the fields are judged.
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
        self.begun: Callable[[Unsettled], object] = lambda _: None
        """Called with each exchange: for a client that may neither read nor close a response."""

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        """Answer as the application does. Raises WrongResponse as the class says."""
        exchange = _Exchange(self.app, environ, start_response, self.judging)
        self.begun(exchange)
        is_file = files_of(environ)
        try:
            result = self.app(environ, exchange.start_response)
        except BaseException:
            exchange.fail()
            raise
        if is_file(result):
            exchange.settle()
            return result
        return exchange.gave(result)

    def __getattr__(self, name: str) -> Any:
        """Attributes of the application itself."""
        if name == "app":  # a copy that is not filled yet
            raise AttributeError(name)
        return getattr(self.app, name)


class Unsettled(Protocol):
    """An exchange that goes on."""

    def settle(self) -> None:
        """Judge what was sent so far as the response. Counts once."""
        ...


class _Exchange:
    """One request and its response."""

    pieces: Iterable[bytes] = ()
    _goes_on = False

    def __init__(
        self, app: Application, environ: dict[str, Any], start_response: Callable[..., Any], judging: Judging
    ) -> None:
        self._app, self._environ, self._start_response = app, environ, start_response
        self._judging, self._contract = judging, WSGIContract(environ)
        path = environ.get("SCRIPT_NAME", "") + environ.get("PATH_INFO", "")
        self._judge = Exchange(judging, self._contract, str(environ.get("REQUEST_METHOD")), path)

    def start_response(self, *arguments: Any, **keywords: Any) -> Callable[[bytes], object]:
        """As the server's own, which is called with the same arguments."""
        contract, judge = self._contract, self._judge
        judge.add(contract.called(arguments, keywords))
        status, headers, exc_info = _named(arguments, keywords)
        if exc_info and contract.transmitted:
            self._goes_on = True  # the server raises now; an application that lets it through does not
        else:
            judge.endpoint = flask_view(self._app, self._environ)
            judge.began(contract.start(status, headers, again=exc_info is not None))
            if isinstance(headers, Iterator):
                again = iter(contract.headers)
                arguments = tuple(again if one is headers else one for one in arguments)
                keywords = {name: again if one is headers else one for name, one in keywords.items()}
        write = self._start_response(*arguments, **keywords)

        def checked_write(piece: bytes) -> object:
            self._step(contract.write(piece), piece)
            return write(piece)

        return checked_write

    def fail(self) -> None:
        """The application has raised, or the server has refused what it began: what was found is still told."""
        if self._judging.on_finding != "raise":
            self._judge.tell()

    def gave(self, result: Any) -> Iterable[Any]:
        """The application has returned this; gives what the server is given."""
        self.pieces = result
        try:
            self._judge.add(self._contract.gave(result))
            if isinstance(result, str | bytes):  # PC004; servers make of it what they like
                self.settle()
                return result
            if is_whole(result):
                for _ in self.iterate():
                    pass
                return result
        except BaseException:  # the server gets nothing that it could close
            getattr(result, "close", lambda: None)()
            raise
        return CountedPieces(self) if hasattr(type(result), "__len__") else Pieces(self)

    def iterate(self) -> Iterator[bytes]:
        """Give the pieces, judged one after another."""
        self._contract.iterates()
        for piece in self.pieces:
            self._step(self._contract.take(piece), piece)
            yield piece
        self._judge.ended([*self._after_raising(), *self._contract.end()])
        self._judge.tell()

    def close(self) -> None:
        """The server is done with the response, of which it may not have asked for all."""
        close = getattr(self.pieces, "close", None)
        try:
            if close is not None:
                close()
        finally:
            self.settle()
            # A generator holds start_response, and so this: it would be collected late, and what it holds open with it.
            self.pieces = ()

    def settle(self) -> None:
        """Judge what was sent so far: all of it, where it has the length that it announces."""
        contract = self._contract
        if contract.status is not None:
            self._judge.ended(complete=announced(contract.lines) == contract.sent)
            self._judge.tell()

    def _step(self, found: Iterable[Diagnostic], piece: Any) -> None:
        self._judge.add([*self._after_raising(), *found])
        self._judge.keep(piece if isinstance(piece, bytes) else None)

    def _after_raising(self) -> Iterable[Diagnostic]:
        """The finding about whatever is done after start_response has raised; none where it has not."""
        return self._contract.raised() if self._goes_on else ()


def _named(arguments: tuple[Any, ...], keywords: Mapping[str, Any]) -> tuple[Any, Any, Any]:
    """Status, fields and exc_info of a call, in whichever way they were given."""
    given = dict(zip(("status", "response_headers", "exc_info"), arguments, strict=False)) | dict(keywords)
    return given.get("status"), given.get("response_headers", given.get("headers")), given.get("exc_info")

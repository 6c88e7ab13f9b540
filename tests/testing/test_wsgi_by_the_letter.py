"""PEP 3333 sentence by sentence, for the response; and whatever `wsgiref.validate` finds in it."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any
from wsgiref.util import is_hop_by_hop, setup_testing_defaults
from wsgiref.validate import validator

import pytest

from antiphon.http.hop_by_hop import HOP_BY_HOP
from antiphon.testing import JudgedResponse, StrictWSGI, WrongResponse

App = Callable[[dict[str, Any], Any], Any]
OK = "200 OK"
TYPE = ("Content-Type", "text/plain; charset=utf-8")


def serve(app: App, method: str = "GET") -> bytes:
    """The content, as a server that follows the PEP asks for it and sends it."""
    environ: dict[str, Any] = {"REQUEST_METHOD": method, "PATH_INFO": "/a", "wsgi.input": io.BytesIO()}
    setup_testing_defaults(environ)
    sent: list[bytes] = []

    def start_response(status: str, response_headers: Any, exc_info: Any = None) -> Any:
        if exc_info and any(sent):
            raise exc_info[1].with_traceback(exc_info[2])
        return sent.append

    pieces = app(environ, start_response)
    try:
        sent.extend(piece if isinstance(piece, bytes) else b"?" for piece in pieces)
    finally:
        getattr(pieces, "close", lambda: None)()
    return b"".join(sent)


def messages(app: App, method: str = "GET", fails: type[Exception] = TypeError) -> list[str]:
    """The findings as `code message`. The server may fail as it should."""
    found: list[JudgedResponse] = []
    try:
        serve(StrictWSGI(app, on_finding=found.append), method)
    except fails:
        assert fails is not Exception
    return [f"{one.code} {one.message}" for response in found for one in response.findings]


def says(*pieces: Any, status: Any = OK, headers: Any = (TYPE,)) -> App:
    """An application that answers with these pieces, as a list."""

    def app(environ: dict[str, Any], start_response: Any) -> Any:
        start_response(status, list(headers) if isinstance(headers, tuple) else headers)
        return list(pieces)

    return app


def returns(value: Any, headers: Any = (TYPE,)) -> App:
    """An application that returns this."""

    def app(environ: dict[str, Any], start_response: Any) -> Any:
        start_response(OK, list(headers))
        return value

    return app


def by_keyword(environ: dict[str, Any], start_response: Any) -> Any:
    start_response(OK, response_headers=[TYPE])
    return [b"a"]


def odd_exc_info(environ: dict[str, Any], start_response: Any) -> Any:
    start_response(OK, [TYPE], ValueError("a"))
    return [b"a"]


def writes_while_asked(environ: dict[str, Any], start_response: Any) -> Iterator[bytes]:
    start_response(OK, [TYPE])(b"a")
    yield b"b"


def generated_fields(environ: dict[str, Any], start_response: Any) -> Any:
    start_response(OK, (line for line in [TYPE, ("X-A", "b")]))
    return [b"a"]


class Counted:
    """An iterable that says how many pieces it has."""

    def __init__(self, length: int) -> None:
        self.length = length

    def __len__(self) -> int:
        return self.length

    def __iter__(self) -> Iterator[bytes]:
        return iter([b"a", b"b"])


@pytest.mark.parametrize(
    ("app", "expected"),
    [
        (says(b"a", status="200  OK"), "PC002 the status is '200  OK', not three digits, one space and a phrase"),
        (says(b"a", status="200 OK "), "PC002 the status is '200 OK ', not three digits, one space and a phrase"),
        (says(b"a", status=" 200 OK"), "PC002 the status is ' 200 OK', not three digits, one space and a phrase"),
        (says(b"a", status="200\tOK"), "PC002 the status is '200\\tOK', not three digits, one space and a phrase"),
        (says(b"a", status="200 \u20ac"), "PC002 the status is '200 \u20ac', not three digits, one space and a phrase"),
        (says(b"a", headers=(TYPE, ("X-A-", "b"))), "PC003 field line 1 has a name that ends in punctuation: 'X-A-'"),
        (says(b"a", headers=(TYPE, ("X-A:", "b"))), "PC003 field line 1 has a name that ends in punctuation: 'X-A:'"),
        (says(b"a", headers=(TYPE, ("X-A", "b\tc"))), "PC003 field line 1 has a tab in its value"),
        (
            says(b"a", headers=(TYPE, ("Status", "200 OK"))),
            "PC003 field line 1 is called Status, which a CGI gateway takes for the status of the response",
        ),
        (generated_fields, "PC003 the fields are of type generator, not list"),
        (returns(None), "PC010 the application returns NoneType, not an iterable of bytes"),
        (returns("text"), "PC004 the application returns str, of which each character is a piece"),
        (returns(b"octets"), "PC004 the application returns bytes, of which each character is a piece"),
        (returns([b"a", None]), "PC004 a piece of the content is of type NoneType"),
        (returns(Counted(3)), "PC010 what the application returns has a length of 3 and gives 2 pieces"),
        (by_keyword, "PC010 start_response is given response_headers by keyword"),
        (odd_exc_info, "PC010 exc_info is not what sys.exc_info() gives"),
        (writes_while_asked, "PC001 write() is called while the pieces of the response are asked for"),
    ],
)
def test_a_breach(app: App, expected: str) -> None:
    """Each is one finding."""
    assert [expected] == messages(app, fails=Exception if app is generated_fields else TypeError)


@pytest.mark.parametrize(
    "name",
    [
        *("Connection", "Keep-Alive", "Proxy-Authenticate", "Proxy-Authorization", "Proxy-Connection"),
        *("TE", "Trailer", "Trailers", "transfer-encoding", "UPGRADE"),
    ],
)
def test_fields_of_the_connection(name: str) -> None:
    """They are the server's alone."""
    app = says(b"a", headers=(TYPE, (name, "a")))

    assert f"PC009 {name} belongs to the connection between the server and its client" in messages(app)


def test_every_field_that_servers_refuse() -> None:
    """The standard library's list and waitress's are part of this one."""
    ours = {name.decode() for name in HOP_BY_HOP} | {"trailers"}

    assert pytest.importorskip("waitress.task").hop_by_hop <= ours
    assert all(map(is_hop_by_hop, ours - {"proxy-connection", "proxy-authentication-info", "trailer"}))


def test_fields_that_can_be_read_once_arrive() -> None:
    """The server gets whatever the judge has read."""
    came: list[Any] = []
    found: list[JudgedResponse] = []
    app = StrictWSGI(generated_fields, on_finding=found.append)

    app({"REQUEST_METHOD": "GET"}, lambda _status, headers: came.extend(headers))

    assert [TYPE, ("X-A", "b")] == came


def failing(*, sent: bytes, traps: bool = False, again: bool = True) -> App:
    """An application that fails after this content, and answers with an error page, as frameworks do."""

    def app(environ: dict[str, Any], start_response: Any) -> Iterator[bytes]:
        start_response(OK, [TYPE])
        yield sent
        try:
            raise ValueError("broken")  # noqa: TRY301 - a handler that fails
        except ValueError:
            information = sys.exc_info() if again else None
            try:
                start_response("500 Internal Server Error", [TYPE], information)
            except ValueError:
                if not traps:
                    raise
        yield b"an error"

    return app


def test_an_error_before_anything_is_sent() -> None:
    """The response is replaced, and the second one is judged."""
    assert [] == messages(failing(sent=b""))
    assert b"an error" == serve(StrictWSGI(failing(sent=b"")))


def test_an_error_after_content() -> None:
    """The server raises the error again, and an application that lets it through has done as it should."""
    assert [] == messages(failing(sent=b"a"), fails=ValueError)
    with pytest.raises(ValueError, match="broken"):
        serve(StrictWSGI(failing(sent=b"a")))


def test_an_error_that_the_application_traps() -> None:
    """It must not, since nothing more can be sent."""
    went_on = "PC001 the application goes on after start_response was given exc_info, and content had been sent"

    assert [went_on] == messages(failing(sent=b"a", traps=True))
    assert ["PC001 start_response is called a second time without exc_info"] == messages(
        failing(sent=b"a", again=False)
    )


def test_what_the_application_returned_is_closed() -> None:
    """Though the server gets an exception in its place."""
    closed: list[bool] = []

    class Text(str):  # noqa: SLOT000 - it is returned once
        def close(self) -> None:
            closed.append(True)

    with pytest.raises(WrongResponse, match="PC004"):
        serve(StrictWSGI(returns(Text("a"))))

    assert [True] == closed


@pytest.mark.parametrize(
    "app",
    [
        says(b"a", b"b"),
        says(b"", b"a"),
        says(b"a", status="299 "),
        says(b"a", status="200 Very OK, \xe9"),
        returns(Counted(2)),
        returns(piece for piece in [b"a"]),
        returns({b"a": 1}),
        says(status="204 No Content", headers=()),
    ],
)
def test_what_is_right(app: App) -> None:
    """Nothing is said of it."""
    assert [] == messages(app)


#: Applications whose response `wsgiref.validate` refuses.
REFUSED: list[App] = [
    says(b"a", status=200),
    says(b"a", status="20 OK"),
    says(b"a", status="abc OK"),
    says(b"a", status="099 OK"),
    says(b"a", headers={"Content-Type": "text/plain"}),
    says(b"a", headers=(TYPE, ["X-A", "b"])),
    says(b"a", headers=(TYPE, ("X-A", "b", "c"))),
    says(b"a", headers=(TYPE, (b"X-A", "b"))),
    says(b"a", headers=(TYPE, ("Status", "200 OK"))),
    says(b"a", headers=(TYPE, ("X-A:", "b"))),
    says(b"a", headers=(TYPE, ("X\nA", "b"))),
    says(b"a", headers=(TYPE, ("1 a", "b"))),
    says(b"a", headers=(TYPE, ("X-A_", "b"))),
    says(b"a", headers=(TYPE, ("X-A", "b\x01"))),
    says(b"a", headers=(TYPE, ("X-A", "b\n"))),
    says(b"a", headers=()),
    says(b"a", status="204 No Content", headers=(TYPE,)),
    says("text"),
    returns(None),
    returns("text"),
    returns(b"text"),
    by_keyword,
    odd_exc_info,
]


@pytest.mark.parametrize("app", REFUSED, ids=range(len(REFUSED)))
def test_what_wsgiref_refuses(app: App) -> None:
    """All that the standard library's validator says of a response is a finding here."""

    def validated() -> None:
        pieces: Iterable[bytes] = []
        environ: dict[str, Any] = {"REQUEST_METHOD": "GET", "SCRIPT_NAME": "", "PATH_INFO": "/a", "QUERY_STRING": ""}
        setup_testing_defaults(environ)
        try:
            pieces = validator(app)(environ, lambda *_: lambda _: None)
            list(pieces)
        finally:
            getattr(pieces, "close", lambda: None)()

    with pytest.raises((AssertionError, ValueError, TypeError)):
        validated()
    assert messages(app)

"""A server answers as it would without the judge: it is given whatever it looks at in a result."""

from __future__ import annotations

import gc
import io
from collections.abc import Callable, Iterator
from typing import Any
from wsgiref.handlers import SimpleHandler
from wsgiref.util import FileWrapper, setup_testing_defaults

import pytest

from antiphon.testing import JudgedResponse, StrictWSGI, WrongResponse

OK = "200 OK"
TYPE = ("Content-Type", "text/plain; charset=utf-8")
Result = Callable[[dict[str, Any]], Any]


class Closable(list[bytes]):
    """A list that has something to close."""

    closed = 0

    def close(self) -> None:
        """Count."""
        self.closed += 1


class Counted:
    """An iterable of one piece, which says so."""

    def __len__(self) -> int:
        return 1

    def __iter__(self) -> Iterator[bytes]:
        return iter([b"hello"])


class File(io.BytesIO):
    """A file that a server cannot take the pieces of by itself."""

    __iter__ = None  # type: ignore[assignment]  # uWSGI reads it


def says(result: Result) -> Callable[[dict[str, Any], Any], Any]:
    """An application that gives this, and a cookie that browsers drop."""

    def app(environ: dict[str, Any], start_response: Any) -> Any:
        start_response(OK, [TYPE, ("Set-Cookie", "a=b; SameSite=None")])
        return result(environ)

    return app


def in_wrapper(environ: dict[str, Any]) -> Any:
    """A file in the server's own wrapper."""
    return environ["wsgi.file_wrapper"](File(b"hello"), 3)


RESULTS: dict[str, Result] = {
    "a list": lambda _: [b"hel", b"lo"],
    "a list of one": lambda _: [b"hello"],
    "a tuple": lambda _: (b"hello",),
    "nothing": lambda _: [],
    "a generator": lambda _: iter([b"hello"]),
    "counted": lambda _: Counted(),
    "closable": lambda _: Closable([b"hello"]),
    "a file": in_wrapper,
}


@pytest.mark.parametrize("name", RESULTS)
def test_the_answer_of_a_server_is_the_same(name: str) -> None:
    """The handler of wsgiref counts the pieces, and knows its own wrapper."""
    app, found = says(RESULTS[name]), list[JudgedResponse]()

    def answer(app: Any) -> bytes:
        environ: dict[str, Any] = {}
        setup_testing_defaults(environ)
        answered = io.BytesIO()
        SimpleHandler(io.BytesIO(), answered, io.StringIO(), environ).run(app)
        return answered.getvalue()

    assert answer(app) == answer(StrictWSGI(app, on_finding=found.append))
    assert ["CK052"] == [finding.code for response in found for finding in response.findings]


def uwsgi(file: Any, _size: int = 0) -> Any:
    """The wrapper of uWSGI is a function that gives the file back, and knows it again."""
    return file


@pytest.mark.parametrize("wrapper", [FileWrapper, uwsgi])
def test_a_file_in_the_servers_wrapper_is_the_servers(wrapper: Callable[..., Any]) -> None:
    """It is given the very object, and the fields are judged."""
    made, found = list[Any](), list[JudgedResponse]()

    def app(environ: dict[str, Any], start_response: Any) -> Any:
        made.append(says(in_wrapper)(environ, start_response))
        return made[0]

    got = StrictWSGI(app, on_finding=found.append)({"wsgi.file_wrapper": wrapper}, lambda *_: None)

    assert got is made[0]
    assert ["CK052"] == [finding.code for finding in found[0].findings]


@pytest.mark.parametrize("result", [[b"hello"], (b"hello",), Closable([b"hello"])])
def test_pieces_that_are_all_there_are_given_as_they_are(result: Any) -> None:
    """Granian asks whether it is a list, and then announces its length."""
    assert result is StrictWSGI(says(lambda _: result), on_finding="log")({}, lambda *_: None)


def test_where_errors_are_raised_nothing_of_a_list_is_sent() -> None:
    """The server has nothing to close then, so that the judge does."""
    result = Closable([b"{"])

    def app(_environ: Any, start_response: Any) -> Any:
        start_response(OK, [TYPE, ("Content-Length", "9")])
        return result

    with pytest.raises(WrongResponse, match="Content-Length is 9, and 1 octets are sent"):
        StrictWSGI(app)({"REQUEST_METHOD": "GET"}, lambda *_: None)
    assert result.closed == 1


def test_a_server_that_refuses_an_iterator_of_fields_still_does() -> None:
    """The judge reads it, and gives another."""
    came: list[Any] = []

    def app(_environ: Any, start_response: Any) -> Any:
        start_response(status=OK, headers=iter([TYPE]))
        return [b"hello"]

    StrictWSGI(app, on_finding="log")({}, lambda headers, **_: came.append(headers))

    assert isinstance(came[0], Iterator)
    assert [TYPE] == list(came[0])


def test_a_server_that_refuses_a_second_start() -> None:
    """It raises in the application, which gives no result then; what was found is told."""
    found: list[JudgedResponse] = []
    begun: list[Any] = []

    def start_response(*arguments: Any) -> None:
        if begun:
            raise AssertionError("Response headers already set!")  # as gunicorn
        begun.append(arguments)

    def app(_environ: Any, start_response: Any) -> Any:
        start_response(OK, [TYPE])
        start_response(OK, [TYPE])

    with pytest.raises(AssertionError, match="already set"):
        StrictWSGI(app, on_finding=found.append)({}, start_response)
    assert ["PC001"] == [finding.code for finding in found[0].findings]


def test_what_the_application_holds_goes_when_the_server_is_done() -> None:
    """A generator is finished by its last reference, without waiting for the collector of cycles."""
    finished: list[int] = []

    class Closable:
        def __init__(self, pieces: Iterator[bytes]) -> None:
            self.pieces = pieces

        def __iter__(self) -> Iterator[bytes]:
            return self.pieces

        def close(self) -> None:
            """As some frameworks, it leaves the pieces alone."""

    def pieces(start_response: Any) -> Iterator[bytes]:
        try:
            start_response(OK, [TYPE])
            yield b"a"
            yield b"b"
        finally:
            finished.append(1)

    def app(_environ: Any, start_response: Any) -> Any:
        return Closable(pieces(start_response))

    gc.disable()
    try:
        result: Any = StrictWSGI(app)({"REQUEST_METHOD": "GET"}, lambda *_: None)
        next(iter(result))
        result.close()
        del result
        assert [1] == finished
    finally:
        gc.enable()

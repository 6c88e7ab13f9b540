"""The judge around a WSGI application."""

from __future__ import annotations

import copy
import io
import logging
from collections.abc import Callable, Iterable
from typing import Any
from wsgiref.util import setup_testing_defaults

import pytest

from antiphon.diagnostics.protocol_faults import PROTOCOL_FAULTS
from antiphon.diagnostics.refusal import Refusal
from antiphon.testing import JudgedResponse, StrictWSGI, WrongResponse

App = Callable[[dict[str, Any], Any], Iterable[bytes]]
TYPE = ("Content-Type", "text/plain; charset=utf-8")


def says(*pieces: Any, status: Any = "200 OK", headers: Any = (TYPE,), times: int = 1) -> App:
    """An application that answers with these."""

    def app(environ: dict[str, Any], start_response: Any) -> Iterable[Any]:
        for _ in range(times):
            start_response(status, list(headers) if isinstance(headers, tuple) else headers)
        return pieces

    return app


def exchange(app: App, method: str = "GET") -> bytes:
    """The content that a server would send."""
    environ: dict[str, Any] = {"REQUEST_METHOD": method, "PATH_INFO": "/a", "wsgi.input": io.BytesIO()}
    setup_testing_defaults(environ)
    written: list[bytes] = []
    pieces = app(environ, lambda *_: written.append)
    try:
        return b"".join([*pieces, *written])
    finally:
        getattr(pieces, "close", lambda: None)()


def judged(app: App, method: str = "GET") -> list[str]:
    """The codes of what is found, in order."""
    found: list[JudgedResponse] = []
    exchange(StrictWSGI(app, on_finding=found.append), method)
    return [finding.code for response in found for finding in response.findings]


@pytest.mark.parametrize(
    ("app", "code"),
    [
        (says(b"a", times=2), "PC001"),
        (says(b"a", times=0), "PC001"),
        (says(times=0), "PC007"),
        (says(b"a", status="200"), "PC002"),
        (says(b"a", status=200), "PC002"),
        (says(b"a", status="100 Continue"), "PC002"),
        (says(b"a", status="200 OK\r\nX: y"), "PC002"),
        (says(b"a", headers={"Content-Type": "text/plain"}), "PC003"),
        (says(b"a", headers=(["X-A", "b"],)), "PC003"),
        (says(b"a", headers=((b"X-A", b"b"),)), "PC003"),
        (says(b"a", headers=(("X-A", "\u20ac"),)), "PC003"),
        (says(b"ab", headers=(TYPE, ("Content-Length", "1"))), "PC005"),
        (says(b"ab", headers=(TYPE, ("Content-Length", "3"))), "PC005"),
        (says(b"ab", status="204 No Content", headers=()), "PC006"),
        (says(b"a", headers=(TYPE, ("Set-Cookie", "a=b; SameSite=None"))), "CK052"),
        (says(b"a", headers=(TYPE, ("X-A", "b\r\nc: d"))), "HD002"),
    ],
)
def test_what_is_wrong(app: App, code: str) -> None:
    """Breaches of PEP 3333, and what the rules find."""
    assert code in judged(app)


@pytest.mark.parametrize(
    "fault",
    [fault for fault in PROTOCOL_FAULTS if fault.bad.startswith("def app(environ")],
    ids=lambda fault: str(fault.slug),
)
def test_the_examples_of_a_fault(fault: Refusal) -> None:
    """The bad one is found with its own code, the good one has no finding."""
    names: list[dict[str, Any]] = [{}, {}]
    for text, into in zip((fault.bad, fault.good), names, strict=True):
        exec(text, into)

    assert fault.code in judged(names[0]["app"])
    assert [] == judged(names[1]["app"])


def test_text_is_no_content() -> None:
    """A server fails in the middle of such a response."""
    found: list[JudgedResponse] = []
    pieces = StrictWSGI(says("text"), on_finding=found.append)({"REQUEST_METHOD": "GET"}, lambda *_: None)
    assert "text" in map(str, pieces)

    assert "PC004" in [finding.code for finding in found[0].findings]


@pytest.mark.parametrize(
    ("app", "method"),
    [
        (says(b"a", b"b"), "GET"),
        (says(headers=(TYPE, ("Content-Length", "3"))), "HEAD"),
        (says(status="204 No Content", headers=()), "GET"),
        (says(b"ab", headers=(TYPE, ("Content-Length", "2"))), "GET"),
    ],
)
def test_what_is_right(app: App, method: str) -> None:
    """Nothing is said of it."""
    assert [] == judged(app, method)


def test_the_old_write_is_judged() -> None:
    """Content may also be given to what start_response returns."""

    def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [TYPE, ("Content-Length", "1")])(b"ab")
        return []

    assert ["PC005"] == judged(app)


def test_errors_are_raised_and_warnings_logged(caplog: pytest.LogCaptureFixture) -> None:
    """An error out of start_response, with the request that it answers."""
    with pytest.raises(WrongResponse, match="GET /a was answered with 200"):
        exchange(StrictWSGI(says(b"a", headers=(TYPE, ("Set-Cookie", "a=b; SameSite=None")))))
    with caplog.at_level(logging.WARNING, "antiphon.testing"):
        assert b"<p>" == exchange(StrictWSGI(says(b"<p>", headers=())))

    assert "warning[" in caplog.text


def test_the_application_is_closed() -> None:
    """As PEP 3333 says, though the judge is between."""
    closed: list[bool] = []

    class Pieces(list[bytes]):
        def close(self) -> None:
            closed.append(True)

    def app(environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        start_response("200 OK", [TYPE])
        return Pieces([b"a"])

    exchange(StrictWSGI(app))

    assert [True] == closed


def test_fields_that_cannot_be_read_one_by_one() -> None:
    """The type of the fields is told: the judge itself raises nothing."""
    found: list[JudgedResponse] = []
    exchange(StrictWSGI(says(b"", headers=5), on_finding=found.append))

    assert "PC003" in [one.code for response in found for one in response.findings]


def test_a_copy() -> None:
    """Strict applications are copied as other objects are, though they hand attributes on."""
    strict = StrictWSGI(says())

    assert copy.copy(strict).app is strict.app

"""The behaviour that StrictASGI and StrictWSGI share."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from antiphon.captures import check
from antiphon.testing import JudgedResponse, StrictASGI, StrictWSGI
from tests.testing.test_strict_asgi import TYPE, body, exchange, says, start
from tests.testing.test_strict_wsgi import exchange as wsgi_exchange
from tests.testing.test_strict_wsgi import says as wsgi_says


def _asgi(**options: Any) -> None:
    exchange(StrictASGI(says(start(200, TYPE), body(b"a", more_body=True), body(b"b")), **options))


def _wsgi(**options: Any) -> None:
    wsgi_exchange(StrictWSGI(wsgi_says(b"a", b"b"), **options))


@pytest.mark.parametrize("ask", [_asgi, _wsgi])
@pytest.mark.parametrize(("on_finding", "times"), [("raise", 2), ("log", 1), (list[JudgedResponse]().append, 1)])
def test_a_response_is_judged_once_where_nothing_is_raised(
    ask: Callable[..., None], on_finding: Any, times: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Twice where an error must be raised before anything is sent."""
    asked: list[bytes | None] = []

    def check_wire(_status: int, _lines: object, content: bytes | None, *_: object, **__: object) -> tuple[()]:
        asked.append(content)
        return ()

    monkeypatch.setattr(check, "check_wire", check_wire)
    ask(on_finding=on_finding)

    assert [None, b"ab"][2 - times :] == asked


def test_a_response_that_is_closed_early_is_judged_by_its_fields() -> None:
    """A server that asks for one piece of it has shown nothing of the others."""
    found: list[JudgedResponse] = []
    answer = wsgi_says(b"{", b"}", headers=(("Content-Type", "application/json"), ("Set-Cookie", "a=b; SameSite=None")))

    def app(environ: dict[str, Any], start_response: Any) -> Any:
        return iter(answer(environ, start_response))  # a list would be judged whole

    pieces: Any = StrictWSGI(app, on_finding=found.append)({"REQUEST_METHOD": "GET"}, lambda *_: None)
    next(iter(pieces))
    pieces.close()

    assert ["CK052"] == [finding.code for response in found for finding in response.errors]

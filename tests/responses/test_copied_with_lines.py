"""A response again, with other field lines, whatever its class does when it is made or copied."""

from __future__ import annotations

from typing import Any, Self

import pytest
import starlette.responses
from starlette.background import BackgroundTask

from antiphon import Problem, Raisable, Reply, host_cookie, respond
from antiphon.responses import JSONResponse, PlainTextResponse, Response
from antiphon.responses.attributes import copied


class Taken(Reply[Problem], Raisable, status=409):
    sid: str | None = host_cookie(default=None)


class Slotted(PlainTextResponse):
    __slots__ = ("colour",)

    def __init__(self, content: str) -> None:
        super().__init__(content)
        self.colour = "red"


class Made(PlainTextResponse):
    """Its constructor asks for an argument, and so does what makes it."""

    def __init__(self, content: str) -> None:
        super().__init__(content)

    def __new__(cls, content: str) -> Self:  # noqa: ARG004 - the point
        return super().__new__(cls)

    def __getnewargs__(self) -> tuple[str]:
        return ("",)


class Own(PlainTextResponse):
    def __copy__(self) -> Own:
        again = Own(bytes(self.body).decode())
        again.status_code = 299
        return again


WORK = BackgroundTask(print)
MADE: list[Any] = [
    Response(b"a", 201, {"X-A": "1"}),
    JSONResponse([1], background=WORK),
    Taken(Problem(title="t"), sid="a", background=WORK),
    respond(200).text("ok").compile()(background=WORK),
    respond(200).stream("text/csv", str).compile()(["a"]),
    starlette.responses.PlainTextResponse("a", background=WORK),
    Slotted("a"),
    Made("a"),
]


@pytest.mark.parametrize("response", MADE, ids=lambda made: type(made).__name__)
def test_all_but_the_lines_is_the_same(response: Any) -> None:
    """Class, status, content and work; the former has its own lines still."""
    before = list(response.raw_headers)
    lines = [*before, (b"x-b", b"2")]
    assert "x-b" not in response.headers  # Starlette's classes keep the view that is made here
    again = copied(response, lines)
    assert type(again) is type(response)
    assert (again.raw_headers, response.raw_headers) == (lines, before)
    assert again.headers["x-b"] == "2"
    for name in ("status_code", "body", "background", "media_type", "colour", "sid", "content", "carried"):
        assert getattr(again, name, None) is getattr(response, name, None)


def test_a_way_of_its_own_to_be_copied_counts() -> None:
    """A class that defines `__copy__` is copied by it."""
    again = copied(Own("a"), [(b"x-b", b"2")])
    assert (again.status_code, again.raw_headers) == (299, [(b"x-b", b"2")])

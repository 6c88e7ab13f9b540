"""Responses can be copied and pickled, and what comes out is a response of its own; compiled functions by reference."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from functools import cached_property
from typing import Any

import msgspec
import pytest
from fastapi import FastAPI
from starlette.background import BackgroundTask
from starlette.testclient import TestClient

from antiphon import Bodiless, Location, Params, Redirect, Reply, host_cookie, respond
from antiphon.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
)


class Session(Params):
    session: str = host_cookie()


class User(msgspec.Struct):
    id: int


class SignedIn(Reply[User]):
    session: str = host_cookie()


class Gone(Bodiless):
    session: str = host_cookie()


class Home(Redirect):
    session: str = host_cookie()


class Coloured(JSONResponse[int, Any]):
    """A subclass of a user's own, with everything that a class may add."""

    __slots__ = ("size",)

    @cached_property
    def colour(self) -> str:
        return "red"


created = respond(201).json(User).params(Session).compile()
page = respond(200).html().compile()
gone = respond(204).params(Session).compile()
problem = respond(404).problem(title="No such user").compile()
moved = respond(303).location("/x").compile()


def _coloured() -> Response[Any, Any]:
    response = Coloured([1])
    response.size = 1  # type: ignore[attr-defined]  # a slot
    assert response.colour == "red"
    return response


RESPONSES: list[Callable[[], Any]] = [
    lambda: created(User(1), session="t"),
    lambda: page("<p>"),
    lambda: gone(session="t"),
    problem,
    moved,
    lambda: SignedIn(User(1), session="t"),
    lambda: Gone(session="t"),
    lambda: Home(location=Location("/x"), session="t"),
    lambda: Response("x", 202, {"x-a": "1"}, "text/csv"),
    lambda: Response(memoryview(b"x")),
    lambda: JSONResponse({"a": [1]}),
    lambda: HTMLResponse("x"),
    lambda: PlainTextResponse("x"),
    lambda: RedirectResponse("/"),
    lambda: FileResponse(__file__),
    _coloured,
]


def _pickled(protocol: int) -> Callable[[Any], Any]:
    def pickled(value: Any) -> Any:
        return pickle.loads(pickle.dumps(value, protocol))

    return pickled


COPIES: dict[str, Callable[[Any], Any]] = {
    "copy": copy.copy,
    "deepcopy": copy.deepcopy,
    **{f"pickle {protocol}": _pickled(protocol) for protocol in range(pickle.HIGHEST_PROTOCOL + 1)},
}


@pytest.mark.parametrize("make", RESPONSES)
@pytest.mark.parametrize("way", COPIES)
def test_a_copy_answers_as_the_response_does(make: Callable[[], Any], way: str) -> None:
    """The same class, the same messages, and field lines that are its own."""
    response = make()
    again = COPIES[way](response)

    assert type(again) is type(response)
    assert repr(again).partition(" at ")[0] == repr(response).partition(" at ")[0]
    for name in ("status_code", "raw_headers", "background", "media_type", "body", "path", "size", "colour"):
        assert getattr(again, name, None) == getattr(response, name, None)
    assert again.raw_headers is not response.raw_headers
    lines = response.raw_headers[:]
    again.set_cookie("a", "b")
    again.headers["x-b"] = "1"
    assert (len(again.raw_headers), response.raw_headers) == (len(lines) + 2, lines)


@pytest.mark.parametrize("way", COPIES)
def test_a_copy_is_sent(way: str) -> None:
    """FastAPI sends a copy of a compiled response, and adds to it what it adds to any."""
    app = FastAPI()
    answered: list[str] = []

    def handler() -> Any:
        copied = COPIES[way](created(User(7), session="t"))
        copied.background = BackgroundTask(answered.append, "after")
        return copied

    app.get("/")(handler)
    answer = TestClient(app).get("/")

    assert (answer.status_code, answer.json(), answered) == (201, {"id": 7}, ["after"])
    assert answer.headers["set-cookie"].startswith("__Host-session=t; ")


def test_a_reply_keeps_what_it_was_given() -> None:
    """Content and params are there in a copy; a deep one has content of its own."""
    reply = SignedIn(User(1), session="t")
    for copied in (copy.copy(reply), pickle.loads(pickle.dumps(reply))):
        assert (copied.content, copied.session) == (User(1), "t")
    assert copy.deepcopy(reply).content is not reply.content


@pytest.mark.parametrize("function", [created, page, gone, problem, created.send, page.send])
def test_a_compiled_function_is_pickled_by_reference(function: Any) -> None:
    """It is the attribute of its module, as any other function: the same one comes back."""
    assert function.__module__ == __name__
    assert pickle.loads(pickle.dumps(function)) is function
    assert copy.copy(function) is copy.deepcopy(function) is function


def test_a_compiled_function_without_a_name_is_not_pickled() -> None:
    """One that no module has says so."""
    local = respond(204).compile()
    with pytest.raises((pickle.PicklingError, AttributeError), match=r"respond_204"):
        pickle.dumps(local)

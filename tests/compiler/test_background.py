"""`background=`, a keyword of every compiled response: the work that follows it."""

from __future__ import annotations

import asyncio
import inspect
from collections.abc import Callable
from typing import Any

import pytest
from starlette.background import BackgroundTask, BackgroundTasks

from antiphon import Location, ParamError, Params, ResponseSpec, SpecError, host_cookie, redirect, respond
from antiphon.compiler.compiler import compile_spec
from antiphon.spec import ParamSpec


class Created(Params):
    location: Location
    session: str | None = host_cookie(default=None)


created: Any = respond(201).json(list[int]).params(Created).compile()
#: Every kind of content, with and without params, and how each is called.
MADE: dict[str, tuple[Any, tuple[Any, ...], dict[str, Any]]] = {
    "json": (respond(200).json(list[int]).compile(), ([1],), {}),
    "json and params": (created, ([1],), {"location": Location("/x"), "session": "a"}),
    "fixed": (respond(200).text("ok").compile(), (), {}),
    "text": (respond(200).text().compile(), ("ok",), {}),
    "no content": (respond(204).compile(), (), {}),
    "redirect": (redirect(303, location="/x").compile(), (), {}),
    "one param": (respond(204).cookie_param("sid").compile(), (), {"sid": "a"}),
    "problem": (respond(503).problem(title="Busy").compile(), (), {}),
}
#: The same for content that is sent piece by piece.
CARRIED: dict[str, tuple[Any, tuple[Any, ...], dict[str, Any]]] = {
    "stream": (respond(200).stream("text/csv", str).compile(), (["a"],), {}),
    "lines": (respond(200).json_lines(int).compile(), ([1, 2],), {}),
    "file": (respond(200).file("text/plain").compile(), (__file__,), {}),
}


async def sent(make: Callable[..., Any]) -> list[Any]:
    """The messages that are sent, and the work that was done, in order."""
    log: list[Any] = []

    async def send(message: Any) -> None:
        log.append(message["type"])

    async def receive() -> Any:
        await asyncio.Event().wait()

    scope = {"type": "http", "method": "GET", "headers": [], "asgi": {"spec_version": "2.4"}}
    await make(scope, receive, send, BackgroundTask(log.append, "work"))
    return log


@pytest.mark.parametrize("name", [*MADE, *CARRIED])
def test_work_follows_the_response(name: str) -> None:
    """It is on the object that is made, and runs when everything was sent; without it there is none."""
    make, content, params = (MADE | CARRIED)[name]

    async def made(scope: Any, receive: Any, send: Any, work: Any) -> None:
        response = make(*content, **params, background=work)
        assert response.background is work
        await response(scope, receive, send)

    assert "work" == asyncio.run(sent(made))[-1]
    assert make(*content, **params).background is None


@pytest.mark.parametrize("name", MADE)
def test_send_in_place(name: str) -> None:
    """`send` sends the same, and does the work then."""
    make, content, params = MADE[name]

    async def with_work(scope: Any, receive: Any, send: Any, work: Any) -> None:
        await make.send(send, *content, **params, background=work)

    async def without(scope: Any, receive: Any, send: Any, work: Any) -> None:
        await make.send(send, *content, **params)

    assert [*asyncio.run(sent(without)), "work"] == asyncio.run(sent(with_work))


@pytest.mark.parametrize("name", CARRIED)
def test_send_in_place_what_is_carried(name: str) -> None:
    """The same of content that is sent piece by piece."""
    make, content, params = CARRIED[name]

    async def with_work(scope: Any, receive: Any, send: Any, work: Any) -> None:
        await make.send(scope, receive, send, *content, **params, background=work)

    assert "work" == asyncio.run(sent(with_work))[-1]


def test_the_policy_counts_for_send_too() -> None:
    """Where the client left, work is done unless the declaration says `on_success`."""
    always = respond(200).text("ok").compile()
    on_success = respond(200).background("on_success").text("ok").compile()
    for make, expected in ((always, ["work"]), (on_success, [])):
        done: list[str] = []

        async def send(message: Any) -> None:
            raise OSError

        with pytest.raises(OSError):  # noqa: PT011 - it is the one that `send` raises
            asyncio.run(make.send(send, background=BackgroundTask(done.append, "work")))
        assert expected == done


def test_several_tasks() -> None:
    """BackgroundTasks are work as well."""
    log: list[int] = []
    tasks = BackgroundTasks([BackgroundTask(log.append, 1), BackgroundTask(log.append, 2)])

    async def with_work(scope: Any, receive: Any, send: Any, work: Any) -> None:
        await created.send(send, [1], location=Location("/x"), background=tasks)

    asyncio.run(sent(with_work))
    assert [1, 2] == log


@pytest.mark.parametrize("wrong", [3, "mail", object()])
def test_what_is_no_work_is_refused_at_the_call(wrong: Any) -> None:
    """Before anything is sent, also where content was given to a response that has none."""
    fixed: Any = respond(200).text("ok").compile()
    message = r"^background: (int|str|object) is not work that can follow a response"
    with pytest.raises(ParamError, match=message):
        created([1], location=Location("/x"), background=wrong)
    with pytest.raises(ParamError, match=message):
        fixed(background=wrong)
    with pytest.raises(ParamError, match=message):
        fixed(wrong)


def test_no_param_has_the_name() -> None:
    """A param called `background` is refused where it is declared, and by the compiler of a spec that is read."""
    with pytest.raises(SpecError, match="AN009"):
        respond(204).header_param("background", str, wire="X-Background").compile()
    with pytest.raises(SpecError, match="AN028"):

        class Hidden(Params):
            background: str  # type: ignore[assignment]  # refused by checkers, too

    spec = ResponseSpec(status=204, params=(ParamSpec(name="background", fills="header", slot="ETag"),))
    with pytest.raises(ValueError, match="'background' cannot be the name of a parameter"):
        compile_spec(spec)


def test_the_signature_shows_it_last() -> None:
    """After the params, which are by keyword, too."""
    assert "background" == list(inspect.signature(created).parameters)[-1]

"""Work after the response, as a keyword of every reply."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.background import BackgroundTask, BackgroundTasks
from starlette.routing import Route
from starlette.testclient import TestClient

from antiphon import (
    Bodiless,
    Created,
    FamilyReply,
    Location,
    Problem,
    ProblemReply,
    Raisable,
    Redirect,
    Reply,
    TextReply,
)
from antiphon.integrations.starlette import install


class Shown(Reply[Problem], Raisable): ...


class Gone(Bodiless): ...


class Made(Created[Problem]): ...


class Elsewhere(Redirect): ...


class Words(TextReply): ...


class Refused(FamilyReply[Problem], family="4XX"): ...


class Sold(ProblemReply, type="https://background.example/problems/sold", status=410): ...


MAKE: list[Callable[..., Any]] = [
    lambda **given: Shown(Problem(title="t"), **given),
    Gone,
    lambda **given: Made(Problem(title="t"), location=Location("/a"), **given),
    lambda **given: Elsewhere(location=Location("/a"), **given),
    lambda **given: Words("words", **given),
    lambda **given: Refused(Problem(title="t"), status=404, **given),
    Sold,
]


@pytest.mark.parametrize("make", MAKE)
@pytest.mark.parametrize("raised", [False, True])
def test_the_work_is_done_after_the_response(make: Callable[..., Any], raised: bool) -> None:
    """In order; a reply without it has none, and one that is raised does its work as well."""
    done: list[int] = []
    assert make().background is None
    work = BackgroundTasks([BackgroundTask(done.append, 1), BackgroundTask(done.append, 2)])

    async def endpoint(_request: Any) -> Any:
        reply = make(background=work)
        if raised and isinstance(reply, Raisable):
            raise reply
        return reply

    app = Starlette(routes=[Route("/", endpoint)])
    install(app)
    TestClient(app, follow_redirects=False).get("/")
    assert done == [1, 2]

"""Replies that are raised below a handler, in FastAPI and in Starlette."""

from __future__ import annotations

import copy
import logging
import pickle
from collections.abc import Iterator
from typing import Annotated, Any

import pytest
from fastapi import APIRouter, Depends, FastAPI, WebSocket
from fastapi import Response as Injected
from fastapi.testclient import TestClient
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route
from starlette.testclient import TestClient as StarletteClient
from starlette.testclient import WebSocketDenialResponse

from antiphon import Bodiless, Challenge, Problem, Raisable, Raised, Reply, Unauthorized, host_cookie, raises, respond
from antiphon.integrations import starlette
from antiphon.integrations.fastapi import UndeclaredError, install
from antiphon.responses import Response


class Taken(Reply[Problem], Raisable, status=409):
    """Somebody has it."""

    sid: str | None = host_cookie(default=None)


class Gone(Bodiless, Raisable, status=204): ...


class Login(Unauthorized[Problem], Raisable): ...


class Plain(Reply[Problem], status=403): ...


class PlainRaised(Plain, Raisable):
    """An exception that derives from a reply which is declared elsewhere."""


busy = respond(503).retry_after(5).problem(title="Busy").compile()


def service(name: str) -> str:
    """Far below the handler."""
    match name:
        case "taken":
            raise Taken(Problem(title="Taken"), sid="secret-session")
        case "gone":
            raise Gone
        case "login":
            raise Login(Problem(title="Log in"), www_authenticate=Challenge("Bearer"))
        case "derived":
            raise PlainRaised(Problem(title="No"))
        case "busy":
            raise Raised(busy())
        case _:
            return name


@raises(Login)
def session(name: str) -> Iterator[str]:
    """A dependency that raises, and cleans up."""
    if name == "dependency":
        raise Login(Problem(title="Log in"), www_authenticate=Challenge("Bearer"))
    yield name
    CLOSED.append(name)


CLOSED: list[str] = []
router = APIRouter()


@router.get("/async/{name}", dependencies=[Depends(session)])
@raises(Taken, Gone, busy)
async def asynchronous(name: str) -> dict[str, str]:
    """A handler without a reply in its annotation."""
    return {"name": service(name)}


@router.get("/sync/{name}")
def synchronous(name: str, _session: Annotated[str, Depends(session)]) -> Annotated[Plain, raises(Taken, busy)]:
    """A handler in a thread."""
    service(name)
    return Plain(Problem(title="No"))


async def starlettes(request: Request) -> Response:
    """A handler of Starlette."""
    return Response(service(request.path_params["name"]))


def _fastapi(**options: Any) -> FastAPI:
    app = FastAPI(debug=options.pop("debug", False))
    install(app, **options)
    app.include_router(router)
    return app


def _starlette() -> Starlette:
    app = Starlette(routes=[Route("/async/{name}", starlettes)])
    starlette.install(app)
    return app


RAISED = [("taken", 409), ("gone", 204), ("login", 401), ("derived", 403), ("busy", 503)]


@pytest.mark.parametrize(("name", "status"), RAISED)
@pytest.mark.parametrize("make", [_fastapi, _starlette])
def test_a_raised_reply_is_sent(make: Any, name: str, status: int) -> None:
    """From a function below the handler, in each framework."""
    answer = StarletteClient(make()).get(f"/async/{name}")
    assert answer.status_code == status
    if name == "taken":
        assert answer.headers["set-cookie"].startswith("__Host-sid=secret-session")
        assert answer.json() == {"title": "Taken", "status": 409}
    if name == "busy":
        assert answer.headers["retry-after"] == "5"


@pytest.mark.parametrize("path", ["/async/dependency", "/sync/dependency"])
def test_a_dependency_raises(path: str) -> None:
    """Nothing of the handler runs."""
    answer = TestClient(_fastapi()).get(path)
    assert (answer.status_code, answer.headers["www-authenticate"]) == (401, "Bearer")


def test_the_operation_documents_what_is_raised() -> None:
    """By the handler, in the annotation, by its dependencies and by the application, merged by status."""
    app = _fastapi(raises=(Plain,))
    said = {path: set(one["get"]["responses"]) for path, one in app.openapi()["paths"].items()}
    assert said == {
        "/async/{name}": {"200", "204", "401", "403", "409", "422", "503"},
        "/sync/{name}": {"401", "403", "409", "422", "503"},
    }


class Keeper:
    """A dependency that is an object."""

    @raises(Taken)
    def __call__(self) -> str:
        raise Taken(Problem(title="Taken"))


class Opened:
    """A dependency that is a class."""

    @raises(Login)
    def __init__(self) -> None:
        self.name = "opened"


def test_dependencies_need_not_be_functions() -> None:
    """Objects and classes say it on the method that is called."""
    app = FastAPI(debug=True)
    install(app)

    def handler() -> int:
        return 1

    app.get("/x", dependencies=[Depends(Opened), Depends(Keeper())])(handler)
    assert TestClient(app).get("/x").status_code == 409
    assert set(app.openapi()["paths"]["/x"]["get"]["responses"]) == {"200", "401", "409"}


def test_a_router_declares_what_it_raises() -> None:
    """Only operations below that router have it."""
    app, inner, other = FastAPI(), APIRouter(), APIRouter()

    def handler() -> int:
        return 1

    inner.get("/inner")(handler)
    other.get("/other")(handler)
    install(inner, raises=(Taken,))
    app.include_router(inner)
    app.include_router(other)
    install(app)
    said = {path: set(one["get"]["responses"]) for path, one in app.openapi()["paths"].items()}
    assert said == {"/inner": {"200", "409"}, "/other": {"200"}}


def test_debug_mode_reports_an_undeclared_reply() -> None:
    """Raised or returned, with the handler's name and line."""
    app = _fastapi(debug=True)

    @app.get("/returned")
    def returned() -> Taken:
        return Plain(Problem(title="No"))  # type: ignore[return-value]  # which a type checker would have said

    client = TestClient(app)
    assert client.get("/async/taken").status_code == 409
    with pytest.raises(UndeclaredError, match=r"asynchronous \(.*test_raised.py:\d+\) raised PlainRaised 403"):
        client.get("/async/derived")
    with pytest.raises(UndeclaredError, match="returned Plain 403, which it does not declare"):
        client.get("/returned")


def test_production_sends_an_undeclared_reply_and_logs_it_once(caplog: pytest.LogCaptureFixture) -> None:
    """The client gets what was meant."""
    client = TestClient(_fastapi())
    with caplog.at_level(logging.WARNING, "antiphon"):
        assert [client.get("/async/login").status_code for _ in range(2)] == [401, 401]  # declared by a dependency
        assert [client.get("/async/derived").status_code for _ in range(2)] == [403, 403]
    assert [record.getMessage().partition(") ")[2] for record in caplog.records] == [
        "raised PlainRaised 403, which it does not declare"
    ]


def test_production_refuses_by_choice() -> None:
    """A 500, as for any other mistake of the service."""
    client = TestClient(_fastapi(undeclared="refuse"), raise_server_exceptions=False)
    assert client.get("/async/derived").status_code == 500


def test_dependencies_lines_are_on_what_a_handler_raises() -> None:
    """As on what it returns."""
    app = FastAPI()
    install(app)

    def visit(response: Injected) -> None:
        response.set_cookie("visit", "1")

    def handler() -> Taken:
        raise Taken(Problem(title="Taken"))

    app.get("/x", dependencies=[Depends(visit)])(handler)
    answer = TestClient(app).get("/x")
    assert (answer.status_code, answer.headers["set-cookie"][:7]) == (409, "visit=1")


def test_a_websocket_is_denied_with_it() -> None:
    """A reply that is raised before the socket is accepted."""
    app = FastAPI()
    install(app)

    @app.websocket("/ws")
    async def socket(_websocket: WebSocket) -> None:
        service("login")

    with pytest.raises(WebSocketDenialResponse) as denied, TestClient(app).websocket_connect("/ws"):
        pass
    assert denied.value.status_code == 401


def test_it_can_be_caught_with_its_content_and_params() -> None:
    """It is an exception of its own type."""
    with pytest.raises(Taken) as caught:
        service("taken")
    assert (caught.value.content, caught.value.sid, caught.value.status_code) == (
        Problem(title="Taken"),
        "secret-session",
        409,
    )


def test_it_shows_no_content_and_no_cookie() -> None:
    """Logs and tracebacks have the name and the status."""
    with pytest.raises(Taken) as caught:
        service("taken")
    assert (caught.value.args, str(caught.value)) == ((), "409")
    assert "secret-session" not in repr(caught.value)
    assert str(Raised(busy())) == "JSONResponse 503"


@pytest.mark.parametrize("again", [copy.copy, copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_it_can_be_copied(again: Any) -> None:
    """With its octets and fields."""
    first = Taken(Problem(title="Taken"), sid="s")
    second = again(first)
    assert (second.body, second.raw_headers, second.status_code) == (first.body, first.raw_headers, 409)
    assert second.raw_headers is not first.raw_headers

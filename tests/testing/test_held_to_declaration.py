"""Responses that a strict application holds to what is declared."""

from __future__ import annotations

import gzip
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from fastapi import Depends, FastAPI, HTTPException
from fastapi import Response as Injected
from fastapi.middleware.gzip import GZipMiddleware
from starlette.applications import Starlette
from starlette.endpoints import HTTPEndpoint
from starlette.middleware.base import BaseHTTPMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Mount, Route
from starlette.testclient import TestClient

from antiphon import Bodiless, Problem, Reply, host_cookie, respond
from antiphon.compiler import tracing
from antiphon.diagnostics.declaration_faults import DECLARATION_FAULTS
from antiphon.diagnostics.refusal import Refusal
from antiphon.integrations.fastapi import install
from antiphon.reply.operation import raises, returns
from antiphon.testing import JudgedResponse, StrictASGI, WrongResponse
from tests.testing.test_strict_asgi import application


class User(msgspec.Struct):
    id: int


class Shown(Reply[User], cache_control="no-store"): ...


class Missing(Reply[Problem], status=404): ...


class Taken(Reply[Problem], status=409): ...


class SignedIn(Bodiless):
    session: str = host_cookie()


def found_by(app: Any, path: str = "/a", method: str = "GET") -> list[str]:
    """The codes of level error, as a client meets them."""
    found: list[JudgedResponse] = []
    client = TestClient(StrictASGI(app, on_finding=found.append), raise_server_exceptions=False)
    client.request(method, path)
    return [finding.code for response in found for finding in response.errors]


def starlette(handler: Any, **options: Any) -> Starlette:
    """An application of one handler."""
    return Starlette(routes=[Route("/a", handler, methods=["GET", "POST"])], **options)


def wrong() -> Any:
    """A reply whose content no type checker saw."""
    return Shown(User(id="one"))  # type: ignore[arg-type]  # it is the mistake


@pytest.mark.parametrize("fault", DECLARATION_FAULTS, ids=lambda fault: str(fault.slug))
def test_the_examples_of_a_fault(fault: Refusal) -> None:
    """The bad one is found with its own code, the good one is not."""
    assert [fault.code] == found_by(application(fault.bad), "/")
    assert [] == found_by(application(fault.good), "/")


async def _returned(request: Request) -> Response:
    return wrong()  # type: ignore[no-any-return]  # a reply


@returns(Shown, Missing)
async def _named(request: Request) -> Any:
    return JSONResponse({"id": "one"}, headers={"Cache-Control": "no-store"})


async def _annotated(request: Request) -> Shown | Missing:
    return JSONResponse({"id": "one"}, headers={"Cache-Control": "no-store"})  # type: ignore[return-value]  # the mistake


class _Endpoint(HTTPEndpoint):
    async def get(self, request: Request) -> Shown:
        return wrong()  # type: ignore[no-any-return]  # a reply


@pytest.mark.parametrize("handler", [_returned, _named, _annotated, _Endpoint])
def test_content_that_is_not_of_the_type(handler: Any) -> None:
    """Of a class of replies wherever it comes from, and of any response whose handler names what it declares."""
    assert ["DC004"] == found_by(starlette(handler))
    assert ["DC004"] == found_by(Starlette(routes=[Mount("/m", starlette(handler))]), "/m/a")


def test_compiled_responses_are_known_where_they_are_traced(monkeypatch: pytest.MonkeyPatch) -> None:
    """As objects and by their `send`; without it they share a class."""

    def app(compiled: Any) -> tuple[Any, Any]:
        async def handler(request: Request) -> Any:
            return compiled(User(id="one"))  # type: ignore[arg-type]  # it is the mistake

        async def sending(scope: Any, receive: Any, send: Any) -> None:
            await compiled.send(send, User(id="one"))  # type: ignore[arg-type]  # it is the mistake

        return starlette(handler), sending

    plain = app(respond(200).json(User).cache_control(no_store=True).compile())
    monkeypatch.setattr(tracing, "is_active", lambda _: True)
    traced = respond(200).json(User).cache_control(no_store=True).compile()

    assert [[], []] == [found_by(one) for one in plain]
    assert [["DC004"], ["DC004"]] == [found_by(one) for one in app(traced)]
    assert "JSONResponse" == type(traced(User(1))).__name__
    assert b'{"id":1}' == traced(User(1)).body


def _sends(status: int) -> Callable[[Request], Any]:
    async def handler(request: Request) -> Response:
        return Response(status_code=status, headers={"Cache-Control": "no-store", "Allow": "GET", "ETag": '"a"'})

    return handler


@pytest.mark.parametrize(("status", "codes"), [(409, ["DC001"]), (202, ["DC001"]), (304, []), (412, []), (405, [])])
def test_a_response_that_is_not_declared(status: int, codes: list[str]) -> None:
    """Is found; the answers that no operation makes of its own are none of those."""
    assert codes == found_by(starlette(returns(Shown, Missing)(_sends(status))))


def test_an_operation_that_only_says_what_it_raises_is_open() -> None:
    """It may return anything else."""
    assert [] == found_by(starlette(raises(Missing)(_sends(202))))


async def _open(request: Request) -> Shown | PlainTextResponse:
    return PlainTextResponse("a", 202)


async def _undeclared(request: Request) -> Response:
    return PlainTextResponse("a", 202)


@pytest.mark.parametrize("handler", [_open, _undeclared])
def test_an_operation_that_does_not_declare_all(handler: Any) -> None:
    """Is held to nothing that it does not say."""
    assert [] == found_by(starlette(handler))


def test_another_reply_of_a_declared_status_is_not_declared() -> None:
    """Where it is known which one is sent."""

    class Other(Reply[Problem], status=404): ...

    @returns(Shown, Missing)
    async def handler(request: Request) -> Any:
        return Other(Problem(title="a"))

    assert ["DC001"] != found_by(starlette(handler))  # it says the same as Missing
    found = found_by(starlette(returns(Shown, Missing)(_taken)))
    assert ["DC001"] == found


async def _taken(request: Request) -> Any:
    return Taken(Problem(title="a"))


def test_a_cookie_that_a_middleware_spoils() -> None:
    """With the attribute; behind a BaseHTTPMiddleware the operation says what is declared."""

    @returns(SignedIn)
    async def sign_in(request: Request) -> Any:
        return SignedIn(session="a")

    class Spoils(BaseHTTPMiddleware):
        async def dispatch(self, request: Request, call_next: Any) -> Response:
            response: Response = await call_next(request)
            response.headers["set-cookie"] = response.headers["set-cookie"].replace("HttpOnly; ", "")
            return response

    found: list[JudgedResponse] = []
    app = starlette(sign_in)
    app.add_middleware(Spoils)
    TestClient(StrictASGI(app, on_finding=found.append)).get("/a")

    assert ["SignedIn: cookie __Host-session: has no HttpOnly, declared HttpOnly"] == [
        finding.message for response in found for finding in response.findings if finding.code == "DC003"
    ]


def test_content_in_a_coding_is_judged() -> None:
    """Of a coding that Python knows; the length of the content is that of the coded one."""

    @returns(Shown)
    async def show(request: Request) -> Any:
        return wrong()

    app = starlette(show)
    app.add_middleware(GZipMiddleware, minimum_size=1)
    assert ["DC004"] == found_by(app)

    @returns(Shown)
    async def broken(request: Request) -> Any:
        lines = {"Content-Encoding": "gzip", "Cache-Control": "no-store", "Vary": "Accept-Encoding"}
        return Response(gzip.compress(b"{}")[:-9], headers=lines, media_type="application/json")

    assert "DC004" not in found_by(starlette(broken))


def test_errors_are_raised() -> None:
    """Out of the application, as WrongResponse."""
    with pytest.raises(WrongResponse, match=r"DC004.*Expected `int`, got `str` - at `\$.id`"):
        TestClient(StrictASGI(starlette(_returned))).get("/a")


def _fastapi() -> FastAPI:
    app = FastAPI(responses={418: {"description": "tea"}})
    install(app, raises=(Taken,), undeclared="log")

    def add_cookie(response: Injected) -> None:
        response.set_cookie("seen", "1", secure=True, httponly=True, samesite="lax")

    @app.get("/wrong")
    def _wrong() -> Shown | Missing:
        return wrong()  # type: ignore[no-any-return]  # a reply

    @app.get("/right", dependencies=[Depends(add_cookie)])
    def _right(size: int = 1) -> Shown | Missing:
        return Shown(User(size))

    @app.get("/missing")
    def _missing() -> Shown | Missing:
        raise HTTPException(404)

    @app.get("/undeclared")
    def _undeclared() -> Shown:
        raise HTTPException(403)

    @app.get("/tea")
    def _tea() -> Shown:
        raise HTTPException(418)

    @app.get("/taken")
    def _taken() -> Shown:
        return Taken(Problem(title="a"))  # type: ignore[return-value]  # the application declares it

    @app.get("/model")
    def _model() -> dict[str, int]:
        raise HTTPException(403)

    return app


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("/wrong", ["DC004"]),
        ("/right", []),
        ("/right?size=x", []),
        ("/missing", ["DC002"]),
        ("/undeclared", ["DC001"]),
        ("/tea", []),
        ("/taken", []),
        ("/model", []),
        ("/nowhere", []),
    ],
)
def test_operations_of_fastapi(path: str, codes: list[str]) -> None:
    """The declarations of annotation, application and decorator count; FastAPI's own 422 is documented by FastAPI."""
    assert codes == [code for code in found_by(_fastapi(), path) if code.startswith("DC")]

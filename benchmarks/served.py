"""One response, served in many ways: each name here is an ASGI application that `servers.py` puts behind a server.

The response is W2 with a pydantic model: ten fields, three static field lines, a session cookie. Every framework builds
its content from the same model, by its own documented way.
"""

from __future__ import annotations

from typing import Any, Literal

import floor
from antiphon_compiled import signed_in
from antiphon_replies import STATIC
from contender import Receive, Scope, Send
from fastapi import Depends, FastAPI
from fastapi import Response as FastAPIResponse
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from workloads import TOKEN, WORKLOADS, UserModel

from antiphon import Problem, Raisable, Reply, cookie, returns
from antiphon.integrations.fastapi import install
from antiphon.responses import JSONResponse as OurJSONResponse

_workload = next(workload for workload in WORKLOADS if workload.name == "W2 pydantic")
_user: UserModel = _workload.content
_encode: Any = _workload.encode
_compiled: Any = signed_in(UserModel)
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer"}


async def hand_written(scope: Scope, receive: Receive, send: Send) -> None:
    """The floor: nothing routed, nothing checked."""
    await floor.signed_in(send, _user, TOKEN, _encode)


async def hand_written_again(scope: Scope, receive: Receive, send: Send) -> None:
    """The floor a second time: how far a row may stray from 1 for no reason."""
    await floor.signed_in(send, _user, TOKEN, _encode)


async def antiphon_sent(scope: Scope, receive: Receive, send: Send) -> None:
    """antiphon, sent in place."""
    await _compiled.send(send, _user, session=TOKEN)


async def antiphon_object(scope: Scope, receive: Receive, send: Send) -> None:
    """antiphon, as a response object."""
    response = _compiled(_user, session=TOKEN)
    await response(scope, receive, send)


def _with_cookie(response: Response) -> None:
    response.set_cookie("session", TOKEN, max_age=3600, secure=True, httponly=True, samesite="lax")


async def starlette_classes(scope: Scope, receive: Receive, send: Send) -> None:
    """Starlette's response class without its router."""
    response = JSONResponse(_user.model_dump(mode="json"), headers=_HEADERS)
    _with_cookie(response)
    await response(scope, receive, send)


async def _starlette_own(request: Request) -> Response:
    response = JSONResponse(_user.model_dump(mode="json"), headers=_HEADERS)
    _with_cookie(response)
    return response


async def _starlette_ours(request: Request) -> Response:
    made: Response = _compiled(_user, session=TOKEN)
    return made


starlette_own = Starlette(routes=[Route("/", _starlette_own)])
starlette_antiphon = Starlette(routes=[Route("/", _starlette_ours)])

fastapi_own = FastAPI(openapi_url=None)
fastapi_antiphon = FastAPI(openapi_url=None)
fastapi_compiled = FastAPI(openapi_url=None)
fastapi_reply = FastAPI(openapi_url=None)
fastapi_depends = FastAPI(openapi_url=None)
fastapi_merged = FastAPI(openapi_url=None)
for switched_on in (fastapi_compiled, fastapi_reply, fastapi_merged):
    install(switched_on, problems=("http", "validation", "server"))


@fastapi_own.get("/")
async def _fastapi_own(response: FastAPIResponse) -> UserModel:
    response.headers.update(_HEADERS)
    _with_cookie(response)
    return _user


@fastapi_antiphon.get("/", response_model=None)
async def _fastapi_ours() -> Response:
    made: Response = _compiled(_user, session=TOKEN)
    return made


@fastapi_compiled.get("/")
@returns(_compiled)
async def _fastapi_compiled() -> OurJSONResponse[Literal[200], UserModel]:
    made: OurJSONResponse[Literal[200], UserModel] = _compiled(_user, session=TOKEN)
    return made


class SignedIn(Reply[UserModel], add=STATIC):
    """The user, with a session."""

    session: str = cookie(max_age=3600)


class Shown(Reply[UserModel], add=STATIC):
    """The user; a dependency sets the session."""


class Missing(Reply[Problem], Raisable, status=404):
    """There is no such user."""


@fastapi_reply.get("/")
async def _fastapi_reply() -> SignedIn | Missing:
    return SignedIn(_user, session=TOKEN)


async def _session(response: FastAPIResponse) -> None:
    _with_cookie(response)


@fastapi_depends.get("/", dependencies=[Depends(_session)])
async def _fastapi_depends(response: FastAPIResponse) -> UserModel:
    response.headers.update(_HEADERS)
    return _user


@fastapi_merged.get("/", dependencies=[Depends(_session)])
async def _fastapi_merged() -> Shown | Missing:
    return Shown(_user)

"""Working code that type checkers once refused, or knew too little of: bad/rows.py has the reverse."""

from __future__ import annotations

import dataclasses
import json
from http import HTTPStatus
from typing import Any, Literal, ParamSpec, TypeVar, assert_type

import starlette.status
from starlette.background import BackgroundTask

from antiphon import (
    Bodiless,
    Compiled,
    Constant,
    Created,
    Draft,
    HasSpec,
    Location,
    NoContent,
    Problem,
    Redirect,
    Reply,
    redirect,
    respond,
)
from antiphon.responses import JSONResponse, RedirectResponse, Response


@dataclasses.dataclass
class User:
    id: int


S = TypeVar("S", bound=int)
C = TypeVar("C")
R = TypeVar("R")
P = ParamSpec("P")
T = TypeVar("T", bound="User | Problem")

# statuses by name
assert_type(respond(HTTPStatus.CREATED).compile()(), Response[Literal[HTTPStatus.CREATED], None])
assert_type(respond(HTTPStatus.UNAUTHORIZED).www_authenticate("Bearer").compile()(), Response[Literal[401], None])
respond(HTTPStatus.NO_CONTENT).compile()
respond(HTTPStatus.SEE_OTHER).location("/x").compile()
redirect(HTTPStatus.SEE_OTHER, location="/x").compile()
respond(starlette.status.HTTP_201_CREATED).compile()
assert_type(redirect(303, location="/x").compile()(), RedirectResponse[Literal[303]])


class Accepted(Reply[User], status=HTTPStatus.ACCEPTED): ...


class Moved(Redirect, status=HTTPStatus.PERMANENT_REDIRECT): ...


# replies are the responses that they are
class UserCreated(Created[User]): ...


class Missing(Reply[Problem, Literal[404]]): ...


class Deleted(Bodiless): ...


class Enveloped(Reply[T], cache_control="no-store"): ...


class UserEnveloped(Enveloped[User]): ...


assert_type(Missing(Problem()).status_code, Literal[404])
assert_type(UserCreated(User(1), location=Location("/x")).status_code, Literal[201])
assert_type(respond(204).compile()().status_code, Literal[204])


def one_of_two(found: bool) -> JSONResponse[Literal[201], User] | JSONResponse[Literal[404], Problem]:
    if found:
        return UserCreated(User(1), location=Location("/x"))
    return Missing(Problem())


def wider() -> Response[Literal[404], Problem | None]:
    return Missing(Problem())


def envelope() -> JSONResponse[int, User]:
    return UserEnveloped(User(1))


def redirects() -> RedirectResponse[int]:
    return Moved(location=Location("/x"))


def bodiless() -> Response[int, None]:
    return Deleted()


# drop-in classes know what they are given
def dropped_in() -> JSONResponse[Literal[201], User]:
    return JSONResponse(User(1), 201)


def of_any_status(status: int) -> JSONResponse:
    return JSONResponse({"a": 1}, status_code=status)


def away() -> RedirectResponse[Literal[307]]:
    return RedirectResponse("/x")


# drafts are covariant in status and response
def uncached(draft: Draft[S, C, R, P]) -> Draft[S, C, R, P]:
    return draft.cache_control(no_store=True)


def any_status(draft: Draft[int, User, JSONResponse[int, User], []]) -> Compiled[User, JSONResponse[int, User], []]:
    return draft.compile()


shown = uncached(respond(200).json(User)).compile()
assert_type(shown(User(1)), JSONResponse[Literal[200], User])
any_status(respond(200).json(User))
without: Draft[Literal[200], NoContent, Response[Literal[200], None], []] = respond(200)


# compiled responses are handed round
def logged(made: Compiled[C, R, P]) -> Compiled[C, R, P]:
    return made


def first(made: Constant[R, P], *args: P.args, **kwargs: P.kwargs) -> R:
    return made(*args, **kwargs)


def status_of(made: HasSpec) -> int:
    return made.spec.status


logged(shown)
first(respond(204).compile())
status_of(shown)
status_of(respond(204).compile())

# octets of every kind, and a body that json reads
octets = respond(200).bytes("image/png").compile()
octets(b"a")
octets(bytearray(b"a"))
octets(memoryview(b"a"))
parsed: Any = json.loads(shown(User(1)).body)

Missing(Problem(), background=BackgroundTask(print))
shown(content=User(1))

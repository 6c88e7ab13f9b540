"""Mistakes that type checkers once let pass; limits.json says which of them still do, and why."""

from __future__ import annotations

import dataclasses
from typing import Literal, TypeVar

from antiphon import Bodiless, Created, Location, Params, Problem, Redirect, Reply, header, host_cookie, respond
from antiphon.responses import JSONResponse, RedirectResponse, Response


@dataclasses.dataclass
class User:
    id: int


@dataclasses.dataclass
class Order:
    id: int


T = TypeVar("T")


# names that a response has already
class TakenStatus(Reply[User]):
    status_code: int = header("X-Upstream-Status", default=0)  # E: the response's own


class TakenBody(Reply[User]):
    body: int = header("X-Body", default=0)  # E: the response's own


class TakenHeaders(Reply[User]):
    headers: str = header("X-Headers", default="")  # E: the response's own


class TakenRaw(Reply[User]):
    raw_headers: str = header("X-Raw", default="")  # E: the response's own


class TakenSpec(Reply[User]):
    spec: str = header("X-Spec", default="")  # E: the response's own


class TakenMethod(Reply[User]):
    set_cookie: str = header("X-Set", default="")  # E: the response's own


class Unannotated(Reply[User]):
    session = host_cookie()  # E: no annotation, so no param


class Bare(Reply): ...  # E: no content type


# statuses
respond(418)  # E: not a status to send


class Missing(Reply[Problem, Literal[404]]): ...


class Made(Created[User]): ...


class Found(Reply[User]): ...


def other_status() -> Response[Literal[200], Problem]:
    return Missing(Problem())  # E: another status


def other_status_of_json() -> JSONResponse[Literal[200], User]:
    return Made(User(1), location=Location("/x"))  # E: another status


def unsaid_status() -> Response[Literal[200], User]:
    return Found(User(1))  # E: a status that the types do not know


def other_content() -> JSONResponse[Literal[201], Order]:
    return Made(User(1), location=Location("/x"))  # E: other content


def given_content() -> JSONResponse[Literal[201], User]:
    return JSONResponse(Order(1), 201)  # E: other content


def given_status() -> JSONResponse[Literal[201], User]:
    return JSONResponse(User(1), 200)  # E: another status


def status_left_out() -> JSONResponse[Literal[201], User]:
    return JSONResponse(User(1))  # E: it is 200


def given_redirect() -> RedirectResponse[Literal[307]]:
    return RedirectResponse("/x", 303)  # E: another status


# bases make no responses
Created[User](User(1), location=Location("/x"))  # E: a base
Reply[User](User(1))  # E: a base
Redirect(location=Location("/x"))  # E: a base
Bodiless()  # E: a base

# drafts
draft = respond(200).json(User)
draft.cache_control(no_store=True)  # E: the step is lost
respond(200).params(User)  # E: no Params class
respond(405).accept_finding("CK081")  # E: the reason is missing
respond(200).json(object)  # E: Any, where anything is meant


def unbounded(type_: type[T]) -> None:
    respond(200).json(type_)  # E: the bound is JSONContent


class View:
    shown = draft.compile()

    def get(self) -> object:
        return self.shown(User(1))  # E: bound as a method


class Known(Params):
    etag: str


respond(200).header_param("session", str).compile()(sesion="t")  # E: misspelt
respond(200).json(User, exclude_nones=True)  # E: misspelt
respond(200).json(User, exclude_none="yes")  # E: a bool
respond(200).json(User, key_order="random")  # E: declared or sorted
respond(200).json(User, encode="plain")  # E: a function


class Misspelt(Reply[User], exclude_nones=True): ...  # E: misspelt


class Unordered(Reply[User], key_order="random"): ...  # E: declared or sorted


# text is text
greeted = respond(200).text().header_param("x_name", str).compile()


def greet(name: str) -> None:
    greeted("Hello {name}", x_name="a")  # E: the f is missing
    greeted("Hello", x_name="é")  # E: not ASCII

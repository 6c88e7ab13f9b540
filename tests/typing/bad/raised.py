"""Raised replies, problem types and families: each line with an E mark must be an error in every checker."""

from __future__ import annotations

from typing import Literal

from fastapi import FastAPI
from starlette.background import BackgroundTask

from antiphon import (
    FamilyReply,
    Params,
    Problem,
    ProblemReply,
    Raisable,
    Raised,
    Reply,
    header,
    host_cookie,
    raises,
    respond,
    returns,
)
from antiphon.integrations.fastapi import install
from antiphon.responses import JSONResponse


class Taken(Reply[Problem], Raisable, status=409):
    sid: str = host_cookie()


class Session(Params):
    sid: str = host_cookie()


class Hidden(Params):
    background: str = header("X-Background")  # E: every response has that keyword


class Shown(Reply[Problem]): ...


class OutOfStock(ProblemReply, type="https://shop.example/problems/out-of-stock", status=409):
    article: str


class Refused(FamilyReply[Problem], family="4XX"): ...


created = respond(201).json(list[int]).compile()
busy = respond(503).problem(title="Busy").compile()
signed_in = respond(200).json(Problem).params(Session).compile()
work = BackgroundTask(print)


def undeclared() -> Shown | OutOfStock:
    return Taken(Problem(), sid="s")  # E: a reply that the annotation does not name


def misused() -> None:
    try:
        raise Taken(Problem())  # E: the cookie is missing
    except Taken as taken:
        taken.sid.real  # E: the cookie is text
    raise Shown(Problem())  # E: it is no exception


def wrong_content() -> None:
    raise Taken("taken", sid="s")  # E: the content is a Problem


def wrong_members() -> None:
    OutOfStock()  # E: a member is missing
    OutOfStock(article=1)  # E: a member of the wrong type
    OutOfStock(article="a", colour="red")  # E: no such member
    OutOfStock("a")  # E: members are keywords


def wrong_status() -> None:
    Refused(Problem())  # E: the status is missing
    Refused(Problem(), status="404")  # E: the status is a number


def wrong_raised() -> None:
    raise Raised(Problem())  # E: a problem is no response


@raises(Problem)  # E: it makes no response
def dependency() -> None: ...


@returns(int)  # E: it makes no response
def handler() -> int:
    return 1


@returns(created)  # E: the handler returns something else
def another() -> JSONResponse[Literal[200], list[str]]:
    raise NotImplementedError


created([1], background=len)  # E: a function is no task
created([1], work)  # E: it is a keyword
busy(background=1)  # E: a number is no task
busy(backgruond=work)  # E: a misspelt keyword
busy(background=work, sid="x")  # E: there is no param
signed_in(Problem(), sid="x", background=len)  # E: a function is no task
signed_in(Problem(), background=work)  # E: the param is missing
respond(204).compile()(background="mail")  # E: text is no task
respond(303).location("/x").compile()(background="mail")  # E: text is no task
respond(200).stream("text/csv", str).compile()(["a"], background="mail")  # E: text is no task
Shown(Problem(), background=len)  # E: a function is no task
install(FastAPI(), undeclared="ignore")  # E: no such choice
install(FastAPI(), problems=("https",))  # E: no such choice
install(FastAPI(), raises=(Problem,))  # E: it makes no response

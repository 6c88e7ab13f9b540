"""Raised replies, problem types and families: each line with an E mark must be an error in every checker."""

from __future__ import annotations

from typing import Literal

from fastapi import FastAPI

from antiphon import FamilyReply, Problem, ProblemReply, Raisable, Raised, Reply, host_cookie, raises, respond, returns
from antiphon.integrations.fastapi import install
from antiphon.responses import JSONResponse


class Taken(Reply[Problem], Raisable, status=409):
    sid: str = host_cookie()


class Shown(Reply[Problem]): ...


class OutOfStock(ProblemReply, type="https://shop.example/problems/out-of-stock", status=409):
    article: str


class Refused(FamilyReply[Problem], family="4XX"): ...


created = respond(201).json(list[int]).compile()


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


Shown(Problem(), background=len)  # E: a function is no task
install(FastAPI(), undeclared="ignore")  # E: no such choice
install(FastAPI(), problems=("https",))  # E: no such choice
install(FastAPI(), raises=(Problem,))  # E: it makes no response

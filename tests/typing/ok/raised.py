"""Raised replies, problem types, families and what handlers declare: all of it is right."""

from __future__ import annotations

from typing import Annotated, Literal, assert_type

from fastapi import APIRouter, FastAPI, Request
from starlette.background import BackgroundTask

from antiphon import (
    Challenge,
    Compiled,
    Constant,
    FamilyReply,
    Params,
    Problem,
    ProblemReply,
    Raisable,
    Raised,
    Reply,
    RetryAfter,
    Unauthorized,
    header,
    host_cookie,
    raises,
    respond,
    returns,
)
from antiphon.integrations import starlette
from antiphon.integrations.fastapi import install
from antiphon.responses import JSONResponse, PlainTextResponse, RedirectResponse, Response, StreamingResponse
from antiphon.runtime.transmit.asgi import Receive, Scope, Send
from antiphon.runtime.transmit.pieces import TextPieces


class Taken(Reply[Problem], Raisable, status=409):
    sid: str | None = host_cookie(default=None)


class Session(Params):
    sid: str = host_cookie()


class Login(Unauthorized[Problem], Raisable): ...


class ShopProblem(ProblemReply):
    trace_id: str | None = None


class OutOfStock(ShopProblem, type="https://shop.example/problems/out-of-stock", title="Out of stock", status=409):
    article: str
    retry_after: RetryAfter | None = header(default=None)


class Refused(FamilyReply[Problem], Raisable, family="4XX"):
    x_reason: str | None = header("X-Reason", default=None)


created = respond(201).json(list[int]).compile()
signed_in = respond(200).json(Problem).params(Session).compile()
busy = respond(503).retry_after(5).problem(title="Busy").compile()


def service(number: int) -> int:
    match number:
        case 1:
            raise Taken(Problem(title="Taken"), sid="s")
        case 2:
            raise Login(Problem(title="Log in"), www_authenticate=Challenge("Bearer"))
        case 3:
            raise OutOfStock(article="a1", detail="Sold", retry_after=RetryAfter(5))
        case 4:
            raise Refused(Problem(title="No tea"), status=418, x_reason="short")
        case 5:
            raise Raised(busy())
        case _:
            return number


def caught() -> None:
    try:
        service(1)
    except Taken as taken:
        assert_type(taken.content, Problem)
        assert_type(taken.sid, str | None)
    except OutOfStock as problem:
        assert_type(problem.article, str)
        assert_type(problem.trace_id, str | None)
    except Refused as refused:
        assert_type(refused.status, int)


def caught_of_any_kind() -> int:
    try:
        service(5)
    except Raised as raised:
        status: int = raised.response.status_code
        return status
    return 200


@raises(Login, busy)
def session(request: Request) -> str:
    return request.url.path


@returns(created, busy)
async def listed() -> JSONResponse[Literal[201], list[int]] | JSONResponse[Literal[503], None]:
    return created([1])


@raises(Taken)
def returned(number: int) -> Taken | Annotated[OutOfStock, raises(Login)]:
    return OutOfStock(article=str(number)) if number else Taken(Problem(title="Taken"))


assert_type(session.__name__, str)
work = BackgroundTask(print)
Taken(Problem(title="Taken"), background=work)
OutOfStock(article="a1", background=work)
Refused(Problem(title="No tea"), status=418, background=None)
assert_type(returned(1), Taken | OutOfStock)

# background work: a keyword of every compiled response, with params, without, and where only the compiler knows them
assert_type(created([1], background=work), JSONResponse[Literal[201], list[int]])
assert_type(busy(background=work), JSONResponse[Literal[503], None])
assert_type(signed_in(Problem(), sid="x", background=work), JSONResponse[Literal[200], Problem])
assert_type(signed_in(Problem(), sid="x", background=None), JSONResponse[Literal[200], Problem])
assert_type(respond(204).compile()(background=work), Response[Literal[204], None])
assert_type(respond(204).params(Session).compile()(sid="x", background=work), Response[Literal[204], None])
assert_type(respond(303).location("/x").compile()(background=work), RedirectResponse[Literal[303]])
assert_type(respond(200).text("ok").compile()(background=work), PlainTextResponse[Literal[200]])
assert_type(respond(200).text().cookie_param("a").compile()("b", a="c", background=work), PlainTextResponse[Literal[200]])
assert_type(respond(204).cookie_param("a").compile()(a="c", background=work), Response[Literal[204], None])
assert_type(
    respond(200).stream("text/csv", str).compile()(["a"], background=work),
    StreamingResponse[Literal[200], TextPieces],
)
held: Compiled[list[int], JSONResponse[Literal[201], list[int]], []] = created
held_too: Constant[Response[Literal[204], None], []] = respond(204).compile()


async def sent(scope: Scope, receive: Receive, send: Send) -> None:
    await created.send(send, [1], background=work)
    await signed_in.send(send, Problem(), sid="x", background=work)
    await respond(204).compile().send(send, background=work)
    await respond(200).file().compile().send(scope, receive, send, "/etc/hostname", background=work)


app, router = FastAPI(), APIRouter()
install(app, raises=(Login, busy), undeclared="refuse", problems=("http", "validation", "server"))
install(router, raises=(Taken,))
starlette.install(app, problems=("http",), fill=lambda request: {"instance": request.url.path})

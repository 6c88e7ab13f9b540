"""Handlers of other frameworks: each line with an E mark must be an error in every checker."""

from __future__ import annotations

from typing import Any

import flask
import quart
import sanic
from aiohttp import web
from blacksheep import Application
from django.http import HttpRequest
from dmr import Controller
from dmr.plugins.pydantic import PydanticSerializer
from litestar import post

from antiphon import Bodiless, Created, Location, Problem, Reply, host_cookie
from antiphon.integrations import aiohttp as on_aiohttp
from antiphon.integrations import django as on_django
from antiphon.integrations import dmr as on_dmr
from antiphon.integrations import flask as on_flask
from antiphon.integrations import quart as on_quart


class UserCreated(Created[list[int]]):
    session: str = host_cookie()


class Missing(Reply[Problem], status=404): ...


class Gone(Bodiless): ...


HERE = Location("/users/1")
app, api, service = flask.Flask("shop"), quart.Quart("shop"), Application()
shop: sanic.Sanic[Any, Any] = sanic.Sanic("shop")


@app.post("/users")
@on_flask.replies
def of_flask(model: str) -> UserCreated | Missing:
    if model:
        return UserCreated(model, location=HERE, session="s")  # E: content of another type
    if not app.debug:
        return UserCreated([1], location="/users/1", session="s")  # E: text for a Location
    return Gone()  # E: another status


@on_django.replies
def of_django(request: HttpRequest) -> UserCreated | Missing:
    if request.GET:
        return UserCreated([1], location=HERE, sesion="s")  # E: a misspelt param
    if request.POST:
        return {"id": 1}  # E: no response
    return Gone()  # E: another status


class OfDMR(Controller[PydanticSerializer]):
    @on_dmr.replies
    def get(self) -> UserCreated:
        return Missing(Problem())  # E: another status

    @on_dmr.replies(tags=["users"])
    def post(self) -> UserCreated:
        return UserCreated([1], location=HERE)  # E: a param is missing


@on_aiohttp.replies
async def of_aiohttp(request: web.Request) -> UserCreated | Missing:
    if request.can_read_body:
        return UserCreated(["a"], location=HERE, session="s")  # E: content of another type
    return Gone()  # E: another status


@on_aiohttp.replies  # E: aiohttp awaits its handlers
def not_awaited(request: web.Request) -> UserCreated:
    return UserCreated([1], location=HERE, session="s")


@api.post("/users")
@on_quart.replies
async def of_quart() -> UserCreated | Missing:
    if api.debug:
        return UserCreated([1], location=HERE, session=7)  # E: a param of another type
    return Gone()  # E: another status


@on_quart.replies  # E: Quart's views are coroutines where `replies` is above them
def not_a_coroutine() -> UserCreated:
    return UserCreated([1], location=HERE, session="s")


@post("/users", sync_to_thread=False)
def of_litestar() -> UserCreated | Missing:
    return Gone()  # E: another status


@shop.post("/users")
async def of_sanic(request: sanic.Request[Any, Any]) -> UserCreated | Missing:
    return Gone()  # E: another status


@service.router.post("/users")
async def of_blacksheep() -> UserCreated | Missing:
    return Gone()  # E: another status


class OfFalcon:
    def on_post(self, req: Any, resp: Any) -> UserCreated | Missing:
        return Gone()  # E: another status


def unchecked() -> None:
    of_flask(7)  # E: a parameter of another type
    of_django("request")  # E: Django gives a request

"""Handlers of other frameworks: no checker says a word about them."""

from __future__ import annotations

from typing import Any

import flask
import quart
import sanic
from aiohttp import web
from blacksheep import Application
from django.http import HttpRequest, HttpResponse
from django.urls import path
from dmr import Controller
from dmr.plugins.pydantic import PydanticSerializer
from litestar import Litestar, post

from antiphon import Created, Location, Problem, Reply
from antiphon.integrations import aiohttp as on_aiohttp
from antiphon.integrations import blacksheep as on_blacksheep
from antiphon.integrations import django as on_django
from antiphon.integrations import dmr as on_dmr
from antiphon.integrations import flask as on_flask
from antiphon.integrations import quart as on_quart
from antiphon.integrations import sanic as on_sanic
from antiphon.integrations.litestar import Replies


class UserCreated(Created[list[int]]): ...


class Missing(Reply[Problem], status=404): ...


def created() -> UserCreated:
    return UserCreated([1], location=Location("/users/1"))


app, api, service = flask.Flask("shop"), quart.Quart("shop"), Application()
shop: sanic.Sanic[Any, Any] = sanic.Sanic("shop")
on_flask.install(app)
on_quart.install(api)
on_sanic.install(shop)
on_blacksheep.install(service)


@app.post("/users/<int:number>")
@on_flask.replies
def of_flask(number: int) -> UserCreated | Missing:
    return created() if number else Missing(Problem())


@on_django.replies
def of_django(request: HttpRequest, number: int) -> UserCreated | Missing:
    return created() if number else Missing(Problem())


urlpatterns = [path("users/<int:number>", of_django)]
answer: HttpResponse = of_django(HttpRequest(), 1)


class OfDMR(Controller[PydanticSerializer]):
    @on_dmr.replies
    def get(self) -> UserCreated | Missing:
        return created()

    @on_dmr.replies(tags=["users"])
    def post(self) -> UserCreated | Missing:
        return created()


@on_aiohttp.replies
async def of_aiohttp(request: web.Request) -> UserCreated | Missing:
    return created() if request.can_read_body else Missing(Problem())


routes = [web.post("/users", of_aiohttp)]


@api.post("/users/<int:number>")
@on_quart.replies
async def of_quart(number: int) -> UserCreated | Missing:
    return created() if number else Missing(Problem())


@post("/users", sync_to_thread=False)
def of_litestar() -> UserCreated | Missing:
    return created()


litestar = Litestar([of_litestar], plugins=[Replies()])


@shop.post("/users")
async def of_sanic(request: sanic.Request[Any, Any]) -> UserCreated | Missing:
    return created()


@service.router.post("/users")
async def of_blacksheep() -> UserCreated | Missing:
    return created()

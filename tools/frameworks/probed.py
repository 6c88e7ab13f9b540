"""Frameworks: the way to each kind of response in each, and the field lines that it would send."""

from __future__ import annotations

import importlib
import importlib.metadata
from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

Lines = list[tuple[str, str]]


class Framework(NamedTuple):
    """A framework: its distribution, and the way to each kind of response."""

    distribution: str
    cookie: Callable[..., Lines]
    field: Callable[[str, str], Lines]
    redirect: Callable[[str], Lines]
    status: Callable[[int], object]


def _latin(raw: Any) -> Lines:
    return [(name.decode("latin-1"), value.decode("latin-1")) for name, value in raw]


def _starlette() -> Framework:
    from starlette.responses import RedirectResponse, Response

    def cookie(name: str, value: str, **given: Any) -> Lines:
        response = Response()
        response.set_cookie(name, value, **given)
        return _latin(response.raw_headers)

    return Framework(
        "starlette",
        cookie,
        lambda name, value: _latin(Response(headers={name: value}).raw_headers),
        lambda target: _latin(RedirectResponse(target).raw_headers),
        lambda status: Response(b"content", status_code=status).body,
    )


def _litestar() -> Framework:
    from litestar import Response
    from litestar.response import Redirect

    def lines(response: Any) -> Lines:
        return _latin(response.to_asgi_response(None, None).encoded_headers)

    def status(code: int) -> object:
        response: Any = Response(content="content", status_code=code)
        return response.to_asgi_response(None, None).body

    def cookie(name: str, value: str, **given: Any) -> Lines:
        response = Response(content=None)
        response.set_cookie(name, value, **given)
        return lines(response)

    return Framework(
        "litestar",
        cookie,
        lambda name, value: lines(Response(content=None, headers={name: value})),
        lambda target: lines(Redirect(target)),
        status,
    )


def _flask() -> Framework:
    from flask import Response, redirect

    def cookie(name: str, value: str, **given: Any) -> Lines:
        response = Response()
        response.set_cookie(name, value, **given)
        return list(response.headers)

    def sent(status: int) -> bytes:
        pieces, _, _ = Response(b"content", status=status).get_wsgi_response({"REQUEST_METHOD": "GET"})
        return b"".join(pieces)

    def to(target: str) -> Lines:
        return list(redirect(target).headers)

    return Framework("flask", cookie, lambda name, value: list(Response(headers={name: value}).headers), to, sent)


def _django() -> Framework:
    from django.conf import settings

    settings.configure()
    from django.http import HttpResponse, HttpResponseRedirect

    def cookie(name: str, value: str, **given: Any) -> Lines:
        response = HttpResponse()
        response.set_cookie(name, value, **given)
        return [("Set-Cookie", one.output(header="").strip()) for one in response.cookies.values()]

    return Framework(
        "django",
        cookie,
        lambda name, value: list(HttpResponse(headers={name: value}).items()),
        lambda target: list(HttpResponseRedirect(target).items()),
        lambda status: HttpResponse(b"content", status=status).content,
    )


def _aiohttp() -> Framework:
    from aiohttp import web

    def cookie(name: str, value: str, **given: Any) -> Lines:
        response = web.Response()
        response.set_cookie(name, value, **given)
        return [("Set-Cookie", one.output(header="").strip()) for one in response.cookies.values()]

    return Framework(
        "aiohttp",
        cookie,
        lambda name, value: list(web.Response(headers={name: value}).headers.items()),
        lambda target: list(web.HTTPFound(target).headers.items()),
        lambda status: web.Response(body=b"content", status=status).body,
    )


def _falcon() -> Framework:
    import falcon

    names = {"path": "path", "domain": "domain", "secure": "secure", "samesite": "same_site", "max_age": "max_age"}

    def cookie(name: str, value: str, **given: Any) -> Lines:
        response = falcon.Response()
        options: dict[str, Any] = {"secure": False, **{names[key]: one for key, one in given.items()}}
        response.set_cookie(name, value, **options)
        return list(response._wsgi_headers())

    def field(name: str, value: str) -> Lines:
        response = falcon.Response()
        response.set_header(name, value)
        return list(response._wsgi_headers())

    def redirect(target: str) -> Lines:
        found: Any = falcon.HTTPFound(target)
        return [("location", str(found.headers["location"]))]

    def status(code: int) -> object:
        response = falcon.Response()
        response.status, response.data = code, b"content"
        return response.render_body()

    return Framework("falcon", cookie, field, redirect, status)


def _sanic() -> Framework:
    from sanic.response import HTTPResponse, redirect

    def cookie(name: str, value: str, **given: Any) -> Lines:
        response = HTTPResponse()
        options: dict[str, Any] = {"secure": False, **given}
        response.add_cookie(name, value, **options)
        return _latin(response.processed_headers)

    return Framework(
        "sanic",
        cookie,
        lambda name, value: _latin(HTTPResponse(headers={name: value}).processed_headers),
        lambda target: _latin(redirect(target).processed_headers),
        lambda status: HTTPResponse("content", status=status).body,
    )


def _blacksheep() -> Framework:
    from blacksheep import Content, Cookie, CookieSameSiteMode, Response, redirect

    #: It is compiled, and has no types.
    scribe: Any = importlib.import_module("blacksheep.scribe")
    modes = {"none": CookieSameSiteMode.NONE, "lax": CookieSameSiteMode.LAX}

    def cookie(name: str, value: str, **given: Any) -> Lines:
        samesite = given.pop("samesite", None)
        mode = CookieSameSiteMode.UNDEFINED if samesite is None else modes[samesite]
        made = Cookie(name, value, same_site=mode, **given)
        return [("set-cookie", scribe.write_response_cookie(made).decode("latin-1"))]

    def status(code: int) -> object:
        content = Response(code, content=Content(b"text/plain", b"content")).content
        return content and content.body

    return Framework(
        "blacksheep",
        cookie,
        lambda name, value: _latin(Response(200, [(name.encode(), value.encode())]).headers),
        lambda target: _latin(redirect(target).headers),
        status,
    )


FRAMEWORKS: Mapping[str, Callable[[], Framework]] = {
    "Starlette (and FastAPI)": _starlette,
    "Litestar": _litestar,
    "Flask": _flask,
    "Django": _django,
    "aiohttp": _aiohttp,
    "Falcon": _falcon,
    "Sanic": _sanic,
    "BlackSheep": _blacksheep,
}


def installed() -> dict[str, tuple[Framework, str]]:
    """The frameworks that are here, with their versions."""
    found = {}
    for name, make in FRAMEWORKS.items():
        distribution = make.__name__.removeprefix("_")
        try:
            importlib.import_module(distribution)
        except ImportError:
            continue
        found[name] = (make(), importlib.metadata.version(distribution))
    return found

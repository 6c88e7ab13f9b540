"""The tables of `antiphon.sources.frameworks` say what the frameworks themselves say."""

from __future__ import annotations

import ast
import asyncio
import importlib
import inspect
from collections.abc import Callable
from typing import Any

import aiohttp.web
import django.conf
import django.http
import flask
import litestar
import pytest
import starlette.responses

from antiphon.http import set_cookie
from antiphon.sources.building import cookie
from antiphon.sources.frameworks import frameworks
from antiphon.sources.literals import Module
from antiphon.sources.scopes import Names
from antiphon.sources.unit import Unit
from antiphon.sources.worlds import worlds

#: Names of other releases of a framework than the one that is installed, and of packages that are not.
_ELSEWHERE = {
    "starlette.responses.UJSONResponse",
    "werkzeug.wrappers.BaseResponse",
    "rest_framework.response.Response",
}


def _named(dotted: str) -> Any:
    """The object of a dotted name; None where an instance is meant."""
    parts = dotted.split(".")
    for length in range(len(parts), 0, -1):
        try:
            found: Any = importlib.import_module(".".join(parts[:length]))
        except ImportError:
            continue
        for part in parts[length:]:
            found = getattr(found, part.removesuffix("()"))
        return found
    raise ImportError(dotted)


def _rows() -> list[tuple[str, tuple[str, ...]]]:
    return [
        (name, row.parameters)
        for framework in frameworks()
        for name, row in framework.responses.items()
        if name not in _ELSEWHERE and not name.startswith(("aiohttp.web_", "starlette.middleware.", "dmr."))
    ]


@pytest.mark.parametrize(("dotted", "parameters"), _rows(), ids=[name for name, _ in _rows()])
def test_each_call_of_a_table_exists_with_its_parameters(dotted: str, parameters: tuple[str, ...]) -> None:
    """The positional parameters of a row are those of the framework's own signature, in its order."""
    called = _named(dotted)
    own = [one for one in inspect.signature(called).parameters.values() if one.name != "self"]
    positional = [one.name for one in own if one.kind in {one.POSITIONAL_ONLY, one.POSITIONAL_OR_KEYWORD}]
    if any(one.kind == one.VAR_POSITIONAL for one in own):  # it hands the rest on
        assert parameters[: len(positional)] == tuple(positional)[: len(parameters)]
    else:
        assert list(parameters) == positional[: len(parameters)]


CALLS = {
    "plain": "'sid', 'value'",
    "lasting": "'sid', 'value', max_age=3600, path='/shop', secure=True, httponly=True",
    "anywhere": "'sid', 'value', samesite='none', domain='shop.example'",
    "strict": "'sid', 'value', samesite='strict'",
    "quoted": "'sid', 'a b,c;d\"e'",
    "nowhere": "'sid', '', path=None",
}


def _seen(framework: str, method: str, arguments: str) -> set_cookie.Cookie:
    """The cookie that the tables make of a call."""
    tree = ast.parse(f"x.{method}({arguments})")
    [statement] = tree.body
    assert isinstance(statement, ast.Expr)
    assert isinstance(statement.value, ast.Call)
    module = Module(tree, Names(tree), (), "x.py", {}, lambda *_: None, {}, {})
    own = next(one for one in frameworks() if one.name == framework)
    unit = Unit(own, "x", statement.value)
    unit.cookies.append(cookie(statement.value, own.cookies[method], own, module, module.names.scopes[tree]))
    return set_cookie.folded(next(worlds(unit)).cookies[0])


def _starlette(method: str, arguments: str) -> str:
    response = starlette.responses.Response()
    eval(f"response.{method}({arguments})", {"response": response})
    return response.headers["set-cookie"]


def _flask(method: str, arguments: str) -> str:
    response = flask.Response()
    eval(f"response.{method}({arguments})", {"response": response})
    return response.headers["Set-Cookie"]


def _django(method: str, arguments: str) -> str:
    if not django.conf.settings.configured:
        django.conf.settings.configure()
    response = django.http.HttpResponse()
    eval(f"response.{method}({arguments})", {"response": response})
    return str(response.cookies.output(header="")).strip()


def _litestar(method: str, arguments: str) -> str:
    response = litestar.Response("")
    eval(f"response.{method}({arguments})", {"response": response})
    return response.cookies.pop().to_header(header="").strip()


def _aiohttp(method: str, arguments: str) -> str:
    response = asyncio.run(_made())
    eval(f"response.{method}({arguments})", {"response": response})
    return response.cookies.output(header="").strip()


async def _made() -> aiohttp.web.Response:
    return aiohttp.web.Response()


REAL: dict[str, Callable[[str, str], str]] = {
    "starlette": _starlette,
    "flask": _flask,
    "django": _django,
    "litestar": _litestar,
    "aiohttp": _aiohttp,
}
_DELETE = {"aiohttp": "del_cookie"}


@pytest.mark.parametrize("framework", REAL)
@pytest.mark.parametrize("arguments", CALLS.values(), ids=list(CALLS))
def test_a_cookie_is_seen_as_the_framework_writes_it(framework: str, arguments: str) -> None:
    """The line that the table makes of a call has the attributes of the line that the framework itself writes."""
    if framework == "litestar":
        arguments = arguments.replace("path=None", "path='/'")
    written = set_cookie.read(REAL[framework]("set_cookie", arguments))
    seen = _seen(framework, "set_cookie", arguments)

    for attribute in ("name", "value", "domain", "path", "max_age", "secure", "http_only", "partitioned"):
        assert str(getattr(written, attribute)) == str(getattr(seen, attribute)), attribute
    assert (written.same_site or "").lower() == (seen.same_site or "").lower()


@pytest.mark.parametrize("framework", REAL)
@pytest.mark.parametrize("arguments", ["'sid'", "'__Host-sid', path='/'", "'sid', domain='shop.example'"])
def test_a_deletion_is_seen_as_the_framework_writes_it(framework: str, arguments: str) -> None:
    """A deletion has the Path, the Domain and the flags of the line that the framework itself writes."""
    method = _DELETE.get(framework, "delete_cookie")
    written = set_cookie.read(REAL[framework](method, arguments))
    seen = _seen(framework, method, arguments)

    for attribute in ("name", "domain", "path", "max_age", "secure", "http_only"):
        assert str(getattr(written, attribute)) == str(getattr(seen, attribute)), attribute

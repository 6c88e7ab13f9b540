"""`antiphon.sources`: what Python source shows of responses that other frameworks send."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest

from antiphon.sources.literals import Module
from antiphon.sources.read import UnreadableSourceError, judge_source


def found(source: str) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding."""
    seen = judge_source(source, "shop.py").found
    places = [(one.diagnostic.code, one.diagnostic.position) for one in seen]
    return [(code, where.line, where.column) for code, where in places if where is not None]


FOUND = {
    "Starlette: a cookie": (
        """\
from starlette.responses import Response

def shown(request):
    response = Response("hello")
    response.set_cookie("sid", "x", samesite="none")
    return response
""",
        # The response has content and no media type: Starlette gives a bare Response none.
        [("CT009", 4, 25), ("CK052", 5, 37)],
    ),
    "Starlette: a 204 with content": (
        """\
from starlette.responses import JSONResponse as Answer

async def deleted(request):
    return Answer({"deleted": True}, status_code=204)
""",
        [("ST002", 4, 19)],
    ),
    "Starlette: JSON of None is content": (
        "from starlette.responses import JSONResponse\nanswer = JSONResponse(None, 204)\n",
        [("ST002", 2, 23)],
    ),
    "Starlette: a redirect": (
        "import starlette.responses as r\n\ndef gone(request):\n    return r.RedirectResponse(url='javascript:x')\n",
        [("RD003", 4, 31)],
    ),
    "Starlette: fields of a constant": (
        """\
from starlette.responses import Response
FIELDS = {
    "X-Frame-Options": "ALLOWALL",
    "X-Request-Id": make(),
}
def shown(request):
    return Response(b"", headers=FIELDS)
""",
        [("SC002", 3, 24)],
    ),
    "Starlette: middleware": (
        """\
from starlette.middleware.base import BaseHTTPMiddleware

class Secured(BaseHTTPMiddleware):
    async def dispatch(self, request, call_next):
        response = await call_next(request)
        response.headers["X-Content-Type-Options"] = "no-sniff"
        return response
""",
        [("SC001", 6, 54)],
    ),
    "FastAPI: a parameter": (
        """\
from fastapi import FastAPI, Response
app = FastAPI()
@app.get("/")
def shown(response: Response):
    response.set_cookie(key="__Host-sid", value="x", secure=True, domain="shop.example")
    return {}
""",
        [("CK061", 5, 25)],
    ),
    "FastAPI: a parameter by Annotated and text": (
        """\
from typing import Annotated
import fastapi
def shown(response: Annotated["fastapi.Response", 1]):
    response.headers["Cache-Control"] = "max-age=one"
""",
        [("CC001", 4, 41)],
    ),
    "FastAPI: an exception": (
        """\
from fastapi import HTTPException, status
def shown():
    raise HTTPException(status_code=status.HTTP_401_UNAUTHORIZED, detail="no")
def hidden():
    raise HTTPException(401, "no", {"WWW-Authenticate": "Bearer"})
""",
        [("ST011", 3, 25)],
    ),
    "Flask: a response and a cookie": (
        """\
from flask import make_response
def shown():
    response = make_response("hello")
    response.set_cookie("kept", "x", max_age=60 * 60 * 24 * 500)
    response.set_cookie("sid", "x", samesite="None")
    response.headers["X-Frame-Options"] = "ALLOW"
    return response
""",
        [("CK021", 4, 38), ("CK052", 5, 37), ("SC002", 6, 43)],
    ),
    "Flask: tuples": (
        """\
from flask import Blueprint, jsonify
shop = Blueprint("shop", __name__)
@shop.get("/a")
def a():
    return jsonify(error="no"), 401
@shop.route("/b")
def b():
    return "", 204, {"X-Frame-Options": "ALLOW"}
@shop.route("/c")
def c(x, status):
    return x, status
def d():
    return jsonify({}), 401
@shop.route("/e")
def e():
    return {"deleted": True}, 204
""",
        [("ST011", 5, 33), ("SC002", 8, 41), ("ST002", 16, 12)],
    ),
    "Flask: after a request": (
        """\
import flask
app = flask.Flask(__name__)
@app.after_request
def secured(response):
    response.headers.add("Referrer-Policy", "orgin")
    return response
""",
        [("SC009", 5, 45)],
    ),
    "Django: a cookie and a field": (
        """\
from django.http import HttpResponse, JsonResponse
def shown(request):
    response = HttpResponse("hello")
    response["Cache-Control"] = "public; max-age=60"
    response.set_cookie("sid", "x", samesite="None")
    return response
def deleted(request):
    return JsonResponse({}, status=204)
""",
        [("CC002", 4, 33), ("CK052", 5, 37), ("ST002", 8, 12)],
    ),
    "Django: text without a charset": (
        "import django.http as h\ndef shown(request):\n    return h.HttpResponse('ü', content_type='text/plain')\n",
        [("CT005", 3, 32)],
    ),
    "Django: middleware": (
        """\
import django
class Secured:
    def __init__(self, get_response):
        self.get_response = get_response
    def __call__(self, request):
        response = self.get_response(request)
        response["X-Content-Type-Options"] = "nosnif"
        return response
""",
        [("SC001", 7, 46)],
    ),
    "Django REST framework": (
        """\
from rest_framework import status
from rest_framework.response import Response
def deleted(request):
    return Response({"detail": "gone"}, status=status.HTTP_204_NO_CONTENT)
def gone(request):
    return Response(status=status.HTTP_204_NO_CONTENT)
""",
        [("ST002", 4, 21)],
    ),
    "Litestar: a cookie as an object": (
        """\
from litestar import Response
from litestar.datastructures import Cookie
def shown() -> Response[str]:
    return Response("hello", cookies=[Cookie(key="sid", value="x", samesite="none")])
""",
        [("CK052", 4, 68)],
    ),
    "Litestar: a decorator": (
        """\
from litestar import get
@get("/", response_headers={"X-Frame-Options": "ALLOW"})
async def shown() -> str: ...
""",
        [("SC002", 2, 48)],
    ),
    "aiohttp: a response, an exception and a cookie": (
        """\
from aiohttp import web
async def shown(request):
    response = web.json_response({}, status=204)
    response.set_cookie("sid", "x", samesite="Non")
    return response
async def moved(request):
    raise web.HTTPFound("javascript:void(0)")
""",
        [("ST002", 3, 34), ("CK051", 4, 37), ("RD003", 7, 25)],
    ),
    "Flask: tuples whose content is no response": (
        """\
from flask import Flask, render_template
app = Flask(__name__)
@app.errorhandler(401)
def refused(error):
    if error.code == 1:
        return render_template("401.html"), 401
    if error.code == 2:
        return str(error), 401
    if error.code == 3:
        return "no: %s" % error, 401
    if error.code == 4:
        return "no: {}".format(error), 401
    return "no: " + error.description, 401
""",
        [("ST011", 6, 45), ("ST011", 8, 28), ("ST011", 10, 34), ("ST011", 12, 40), ("ST011", 13, 40)],
    ),
    "columns count characters": (
        'from starlette.responses import Response\nx = Response("ü", 200, {"X-Frame-Options": "ALLÖW"})\n',
        [("HD006", 2, 44), ("SC002", 2, 44)],
    ),
    "a response that the source does not show is open": (
        "from starlette.responses import JSONResponse\nanswer = JSONResponse({}, status_code=401)\n",
        [],
    ),
}


@pytest.mark.parametrize(("source", "expected"), FOUND.values(), ids=list(FOUND))
def test_what_the_source_shows_is_judged_at_its_argument(source: str, expected: list[tuple[str, int, int]]) -> None:
    """Each framework's calls give the findings of the rules, with the line and column of the argument."""
    assert expected == found(source)


LEFT_ALONE = {
    "two cookies whose names are not seen": """\
import flask

def save(name):
    response = flask.make_response("x")
    response.set_cookie("off_{0}".format(name), "1")
    response.set_cookie("on_{0}".format(name), "2")
    response.set_cookie("name", "3")
    response.set_cookie(name, "4")
    return response
""",
    "a name that nothing imports": "response = Response()\nresponse.set_cookie('sid', 'x', samesite='none')\n",
    "the class of somebody else": (
        "import starlette\nfrom shop import Response\nr = Response('')\nr.set_cookie('sid', 'x', samesite='none')\n"
    ),
    "a subclass": """\
from starlette.responses import JSONResponse
class Own(JSONResponse): ...
answer = Own({}, status_code=204)
""",
    "a name that is bound twice": """\
from starlette.responses import JSONResponse
if other:
    from shop import JSONResponse
answer = JSONResponse({}, status_code=204)
""",
    "a name that a parameter hides": """\
from starlette.responses import JSONResponse
def made(JSONResponse):
    return JSONResponse({}, status_code=204)
""",
    "an argument that is not literal": """\
from starlette.responses import JSONResponse, Response
def made(status, secure):
    response = Response(b"", status_code=204)
    response.set_cookie("sid", "x", samesite="none", secure=secure)
    response.headers["X-Frame-Options"] = status.frames
    return JSONResponse({}, status_code=status)
""",
    "options that are not seen": """\
from starlette.responses import Response
def made(**options):
    response = Response(b"")
    response.set_cookie("sid", "x", samesite="none", **options)
    return response
""",
    "a constant that something changes": """\
from starlette.responses import Response
FIELDS = {"X-Frame-Options": "ALLOW"}
FIELDS["X-Frame-Options"] = "DENY"
def made():
    return Response(b"", headers=FIELDS)
""",
    "a constant that is bound twice": """\
from starlette.responses import Response
NAME = "__Host-sid"
if insecure:
    NAME = "sid"
def made():
    response = Response(b"")
    response.set_cookie(NAME, "x")
    return response
""",
    "a receiver that may be another": """\
from starlette.responses import Response
def made(other):
    response = Response(b"")
    if other:
        response = other()
    response.set_cookie("sid", "x", samesite="none")
    return response
""",
    "a client's response": """\
import aiohttp
async def fetched(session):
    async with session.get("/") as response:
        response.headers["X-Frame-Options"] = "ALLOW"
""",
    "content that may be none": """\
from starlette.responses import Response
def made(content):
    return Response(content, status_code=204, media_type="application/json")
""",
    "a challenge that is added later": """\
from starlette.responses import JSONResponse
def made():
    response = JSONResponse({}, status_code=401)
    challenge(response)
    return response
""",
    "a challenge in fields that are not seen": """\
from fastapi import HTTPException
def made(fields):
    raise HTTPException(401, headers=fields)
""",
    "a status that a variable decides": """\
from starlette.responses import Response
def made(status):
    return Response(b"", status, {"Location": "/there"})
""",
    "a view's name": "from django.shortcuts import redirect\ndef made(request):\n    return redirect('shop:index')\n",
    "Werkzeug makes a partitioned cookie Secure": """\
from flask import Response
def made():
    response = Response("")
    response.set_cookie("sid", "x", samesite="none", partitioned=True)
    return response
""",
    "Django deletes a prefixed cookie with Secure": """\
from django.http import HttpResponse
def made(request):
    response = HttpResponse("")
    response.delete_cookie("__Host-sid")
    return response
""",
    "Starlette quotes the target of a redirect": """\
from starlette.responses import RedirectResponse
def made(request):
    return RedirectResponse("/a b/ü")
""",
    "a Flask response that a tuple gives a status": """\
from flask import Flask, make_response
app = Flask(__name__)
@app.errorhandler(401)
def refused(error):
    response = make_response("sign in")
    response.headers["WWW-Authenticate"] = "Bearer"
    return response, 401
""",
    "what a Flask function gives beside a status, which may be a response": """from flask import Flask
app = Flask(__name__)
@app.errorhandler(401)
def refused(error):
    return error.get_response(), 401
@app.errorhandler(407)
def proxied(error):
    return error, 401
""",
    "text that looks like an import": '"""from starlette import responses"""\nx = 1\n',
}


@pytest.mark.parametrize("source", LEFT_ALONE.values(), ids=list(LEFT_ALONE))
def test_what_is_not_certain_is_left_alone(source: str) -> None:
    """No guess is a finding."""
    assert [] == found(source)


def test_a_cookie_whose_name_is_not_known_is_called_as_the_source_calls_it() -> None:
    """The message shows the expression where it is a name."""
    source = """\
from starlette.responses import Response
from shop import settings
response = Response(b"")
response.set_cookie(settings.COOKIE, "x", samesite="none")
"""
    [seen] = judge_source(source, "shop.py").found

    assert "cookie 'settings.COOKIE' has SameSite=None but not Secure; browsers drop it" == seen.diagnostic.message


def test_statements_of_one_block_are_one_response() -> None:
    """Statements that say something together are judged together, up to one that does anything else with it."""
    together = """\
from starlette.responses import Response
def made():
    response = Response(b"")
    response.headers["Access-Control-Allow-Origin"] = "*"
    response.headers["Access-Control-Allow-Credentials"] = "true"
    return response
"""

    assert ["CR003"] == [code for code, _, _ in found(together)]
    assert [] == found(together.replace('"*"\n', '"*"\n    fix(response)\n'))


def test_a_finding_of_a_shared_constant_is_told_once() -> None:
    """Two responses with the same dictionary have one mistake, at the dictionary."""
    source = """\
from starlette.responses import Response
FIELDS = {"X-Frame-Options": "ALLOW"}
def first():
    return Response(b"", headers=FIELDS)
def second():
    return Response(b"", 404, headers=FIELDS)
"""

    assert [("SC002", 2, 30)] == found(source)


@pytest.mark.parametrize("source", ["import flask\ndef", "import flask\nx = " + "(" * 500, "import flask\n\0"])
def test_source_that_is_not_python_is_refused(source: str) -> None:
    """It says so, with the line."""
    with pytest.raises(UnreadableSourceError) as refused:
        judge_source(source, "shop.py")

    assert refused.value.line >= 1


def test_deep_source_is_read() -> None:
    """An expression or an import chain of a machine's making ends nothing."""
    source = "import flask\nx = " + " + ".join(["'a'"] * 800) + "\n" + "y = " + "f(" * 80 + ")" * 80 + "\n"

    assert [] == found(source)


def _folded(shape: str, last: int) -> str:
    """Names that mean the one before them several times over, 30 deep; one of them is used."""
    lines = "".join(f"x{number} = {shape.format(f'x{number - 1}')}\n" for number in range(1, 31))
    return f"x0 = 'a'\n{lines}response = Response(headers={{'A': x{last}}})\n"


#: Names that are bound by way of names: itself, each other, one before it twice, and values of values.
ENTANGLED = {
    "itself": "def f(q):\n" + "    q = q.filter(1)\n" * 200 + "    q.set_cookie('a', 'b')\n",
    "each other": "def f(q, r):\n" + "    q = r.a()\n    r = q.b()\n" * 100 + "    q.set_cookie('a', 'b')\n",
    "twice": (
        "def f():\n    x0 = 1\n"
        + "".join(f"    x{n} = x{n - 1}.a\n    x{n} = x{n - 1}.b\n" for n in range(1, 60))
        + "    x59.set_cookie('a', 'b')\n"
    ),
    "tuples": _folded("({0}, {0}, {0}, {0})", 30),
    "few tuples": _folded("({0}, {0}, {0}, {0})", 4),
    "sums": _folded("{0} + {0} + {0}", 30),
    "few sums": _folded("{0} + {0} + {0}", 4),
    "texts": _folded("f'{{{0}}}{{{0}}}{{{0}}}'", 30),
}


@pytest.mark.parametrize("source", ENTANGLED.values(), ids=list(ENTANGLED))
def test_names_that_are_bound_by_way_of_names(source: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each is looked for once: without that, a query that is filtered 20 times takes longer than anybody waits."""
    asked: Counter[str] = Counter()
    for name in ("of_binding", "literal"):
        monkeypatch.setattr(Module, name, _counting(getattr(Module, name), asked))
    judge_source(f"from starlette.responses import Response\n{source}", "shop.py")

    assert 0 < asked.total() <= 20 * len(source.splitlines())


def _counting(function: Any, asked: Counter[str]) -> Any:
    def counted(*arguments: Any) -> Any:
        asked[function.__name__] += 1
        return function(*arguments)

    return counted


@pytest.mark.parametrize(
    "number", ["1e999", "-1e999", "1e999 - 1e999", "int(1e999)", "9" * 4000, "timedelta(days=1e999 - 1e999)"]
)
def test_numbers_that_nobody_sends(number: str) -> None:
    """They are not read, and the rest of the file is."""
    source = f"""\
from datetime import timedelta
from starlette.responses import Response
response = Response(b"", status_code=int({number}), headers={{"X-Number": f"{{{number}}}"}})
response.set_cookie("sid", "x", max_age={number}, samesite="none")
"""
    assert [("CK052", 4)] == [(code, line) for code, line, _ in found(source) if code == "CK052"]

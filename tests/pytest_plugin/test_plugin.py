"""`pytest --antiphon`, in a process of its own as a project runs it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from antiphon.pytest_plugin import baseline
from tests.support.patience import PATIENCE

STARLETTE = """
from starlette.applications import Starlette
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from starlette.testclient import TestClient


async def right(request):
    return PlainTextResponse("a")


async def wrong(request):
    response = PlainTextResponse("a")
    response.set_cookie("a", "secret-value", samesite="none")
    return response


async def doubtful(request):
    return Response("<p>a", headers={"Cache-Control": "public, private"}, media_type="text/html")


client = TestClient(Starlette(routes=[Route("/right", right), Route("/wrong", wrong), Route("/doubtful", doubtful)]))


def test_right():
    assert client.get("/right").text == "a"


def test_wrong():
    assert client.get("/wrong").text == "a"


def test_doubtful():
    assert client.get("/doubtful").text == "<p>a"
"""


def run(room: Path, *arguments: str) -> tuple[int, str]:
    """The exit code and the output of pytest in a folder."""
    quick = [argument for name in ("cacheprovider", "hypothesispytest", "anyio") for argument in ("-p", f"no:{name}")]
    command = [sys.executable, "-m", "pytest", *quick, *arguments]
    environment = os.environ | {"PYTHONPATH": "", "PY_COLORS": "0", "COLUMNS": "120"}
    done = subprocess.run(
        command, cwd=room, capture_output=True, text=True, check=False, env=environment, timeout=PATIENCE
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with three responses: one right, one with an error, one with a warning."""
    (tmp_path / "test_service.py").write_text(STARLETTE)
    (tmp_path / "pytest.ini").write_text("[pytest]\n")
    return tmp_path


def test_nothing_is_active_until_asked(project: Path) -> None:
    """Installed, the plugin changes nothing."""
    code, said = run(project)

    assert 0 == code
    assert "3 passed" in said
    assert "antiphon\n" not in said


def test_an_error_fails_its_test_and_a_warning_is_told_at_the_end(project: Path) -> None:
    """With the request, the rule and the handler's place; the value of a cookie is not shown."""
    code, said = run(project, "--antiphon")
    line = STARLETTE.splitlines().index("async def wrong(request):") + 1

    assert 1 == code
    assert "1 failed, 2 passed" in said
    assert "error[CK052]" in said
    assert f"test_service.py:{line}:1" in said
    assert "GET /wrong was answered with 200" in said
    assert "warning[CC004]" in said
    assert "first in test_service.py::test_doubtful" in said
    assert "secret-value" not in said.replace(STARLETTE, "").replace('"secret-value"', "")


def test_the_configuration_can_ask(project: Path) -> None:
    """`antiphon = true`, in whatever file pytest reads."""
    (project / "pytest.ini").write_text("[pytest]\nantiphon = true\n")

    assert "1 failed, 2 passed" in run(project)[1]


def test_processes_beside_each_other_tell_the_same(project: Path) -> None:
    """With pytest-xdist, the workers' findings are in the summary and in the report."""
    code, said = run(project, "--antiphon", "-n", "2", "--antiphon-report", "found.json")

    assert 1 == code
    assert "warning[CC004]" in said
    assert {"CK052", "CC004"} <= {
        one["diagnostic"]["code"] for one in json.loads((project / "found.json").read_text())["findings"]
    }


def test_a_report_in_sarif(project: Path) -> None:
    """With the handlers' places."""
    run(project, "--antiphon", "--antiphon-report", "found.sarif")
    (log,) = json.loads((project / "found.sarif").read_text())["runs"]
    places = {
        result["ruleId"]: result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
        for result in log["results"]
    }

    assert places["CK052"].endswith("test_service.py")


def test_known_findings_do_not_fail(project: Path) -> None:
    """Each has a reason; one that did not occur is told."""
    (project / "known.toml").write_text(
        '[[known]]\ncode = "CK052"\npath = "/wr*"\nbecause = "it goes in March"\n'
        '[[known]]\ncode = "HD002"\nbecause = "it went"\n'
    )
    code, said = run(project, "--antiphon", "--antiphon-baseline", "known.toml")

    assert 0 == code
    assert "1 known" in said
    assert "did not occur: HD002 (it went); take it out of the baseline" in said


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ('[[known]]\ncode = "CK052"\n', "entry 1 needs `because`"),
        ('[[known]]\nbecause = "x"\n', "entry 1 needs `code`"),
        ('[[known]]\ncode = "CK052"\nbecause = "x"\nurl = "/"\n', "has the key 'url'"),
        ('[[known]]\ncode = 52\nbecause = "x"\n', "a value that is not text"),
        ("known = 1\n", "tables [[known]] alone"),
        ("[[known]\n", "known.toml"),
    ],
)
def test_a_baseline_that_cannot_be_read(text: str, says: str, tmp_path: Path) -> None:
    """The file, the entry, and what is wrong with it."""
    (tmp_path / "known.toml").write_text(text)

    with pytest.raises(baseline.BaselineError, match=re.escape(says)):
        baseline.read(tmp_path / "known.toml")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--antiphon-baseline", "none.toml"], "none.toml"),
        (["--antiphon-report", "found.xml"], "the name ends in .json or .sarif or .toml"),
    ],
)
def test_a_wrong_usage(project: Path, arguments: list[str], says: str) -> None:
    """One line says why; exit code 4 is pytest's for it."""
    code, said = run(project, "--antiphon", *arguments)

    assert 4 == code
    assert says in said
    assert "Traceback" not in said


CLIENTS = {
    "fastapi": """
from fastapi import FastAPI, Response
from fastapi.testclient import TestClient

app = FastAPI()

@app.get("/wrong")
def wrong(response: Response):
    response.set_cookie("a", "b", samesite="none")
    return {}

def test_wrong():
    assert TestClient(app).get("/wrong").json() == {}
""",
    "httpx": """
import asyncio
import httpx

async def app(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": [(b"set-cookie", b"a=b; SameSite=None")]})
    await send({"type": "http.response.body", "body": b""})

def wsgi(environ, start_response):
    start_response("200 OK", [("Set-Cookie", "a=b; SameSite=None")])
    return [b""]

def test_asgi():
    async def ask():
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://a") as client:
            await client.get("/wrong")
    asyncio.run(ask())

def test_wsgi():
    with httpx.Client(transport=httpx.WSGITransport(wsgi), base_url="http://a") as client:
        client.get("/wrong")
""",
    "litestar": """
from litestar import Litestar, Response, get
from litestar.datastructures import Cookie
from litestar.testing import TestClient

@get("/wrong")
async def wrong() -> Response[str]:
    return Response("a", cookies=[Cookie("a", "b", samesite="none")], media_type="text/plain")

def test_wrong():
    with TestClient(Litestar([wrong])) as client:
        assert client.get("/wrong").text == "a"
""",
    "flask": """
import flask

app = flask.Flask(__name__)

@app.get("/wrong")
def wrong():
    response = flask.Response("a")
    response.set_cookie("a", "b", samesite="None")
    return response

def test_wrong():
    assert app.test_client().get("/wrong").text == "a"

def test_not_read():
    assert app.test_client().get("/wrong").status_code == 200

@app.get("/json")
def json():
    return flask.Response("{", mimetype="application/json")

def test_content_that_is_not_read():
    assert app.test_client().get("/json").status_code == 200
""",
    "django": """
import django
from django.conf import settings
from django.http import HttpResponse
from django.urls import path

settings.configure(ROOT_URLCONF=__name__, ALLOWED_HOSTS=["*"])
django.setup()

def wrong(request):
    response = HttpResponse("a")
    response.set_cookie("a", "b", samesite="None")
    return response

def gone(request):
    return HttpResponse("content that servers send and the client takes away", status=204)

def closing(request):
    return HttpResponse("a", headers={"Connection": "close"})

urlpatterns = [path("wrong", wrong), path("gone", gone), path("closing", closing)]

def test_wrong():
    from django.test import Client
    assert Client().get("/wrong").content == b"a"

def test_content_of_a_204():
    from django.test import Client
    assert Client().get("/gone").content == b""

def test_field_of_the_connection():
    from django.test import Client
    assert Client().get("/closing").content == b"a"
""",
    "aiohttp": """
import asyncio
from aiohttp import web
from aiohttp.test_utils import TestClient, TestServer

async def wrong(request):
    response = web.Response(text="a")
    response.set_cookie("a", "b", samesite="None")
    return response

def test_wrong():
    async def ask():
        app = web.Application()
        app.router.add_get("/wrong", wrong)
        async with TestClient(TestServer(app)) as client:
            assert await (await client.get("/wrong")).text() == "a"
    asyncio.run(ask())
""",
}


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """The outcome of each test of all clients, in one run with the judge."""
    room = tmp_path_factory.mktemp("clients")
    (room / "pytest.ini").write_text("[pytest]\n")
    for package, source in CLIENTS.items():
        if find_spec(package) is not None:
            (room / f"test_{package}.py").write_text(source)
    code, said = run(room, "--antiphon", "-rA")
    assert (1, 0) == (code, run(room)[0])
    outcomes = [line.split() for line in said.splitlines() if line.startswith(("PASSED ", "FAILED "))]
    return {words[1]: words[0] for words in outcomes}


@pytest.mark.parametrize("package", CLIENTS)
def test_every_client_is_watched(package: str, watched: dict[str, str]) -> None:
    """Each test fails with the cookie that browsers drop, and passes without the judge."""
    if find_spec(package) is None:
        pytest.skip(f"{package} is not installed")
    outcomes = [outcome for name, outcome in watched.items() if name.startswith(f"test_{package}.py")]

    assert ["FAILED"] * CLIENTS[package].count("\ndef test_") == outcomes


WSGI = """
import sys
from werkzeug.test import Client
from werkzeug.wrappers import Response


def application(environ, start_response):
    response = Response("<p>a", content_type="text/html; charset=utf-8")
    response.set_cookie("sid", "t", secure=True, httponly=True, samesite="Lax")
    return response(environ, start_response)


def test_right():
    assert Client(application).get("/").text == "<p>a"


def test_loaded():
    loaded = {name for name in ("antiphon.rules.check", "antiphon.spec", "pydantic", "msgspec") if name in sys.modules}
    assert loaded == {"antiphon.rules.check"}
"""


def test_a_response_in_order_is_judged_without_pydantic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """To load it takes longer than all else that the judge does in a suite of a second."""
    pytest.importorskip("werkzeug")
    monkeypatch.setenv("PYTEST_DISABLE_PLUGIN_AUTOLOAD", "1")
    (tmp_path / "test_app.py").write_text(WSGI)

    code, output = run(tmp_path, "-p", "antiphon.pytest_plugin", "--antiphon")

    assert (0, True) == (code, "2 passed" in output), output

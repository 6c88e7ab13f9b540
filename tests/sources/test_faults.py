"""The faults of calls: seen in source where they are certain, and nowhere else."""

from __future__ import annotations

import inspect

import pytest

from antiphon.diagnostics.refusal import Refusal
from antiphon.diagnostics.source_faults import SOURCE_FAULTS
from antiphon.sources.frameworks import frameworks
from antiphon.sources.read import judge_source
from tests.sources.test_tables import _ELSEWHERE, _named
from tests.support.project import Project


def found(source: str) -> list[str]:
    """The codes of faults, in the order of their places."""
    return [
        one.diagnostic.code for one in judge_source(source, "shop.py").found if one.diagnostic.code.startswith("PY")
    ]


@pytest.mark.parametrize("fault", SOURCE_FAULTS, ids=lambda fault: str(fault.code))
def test_the_examples_of_a_fault(fault: Refusal) -> None:
    """The bad example has this fault alone, and the good one has none."""
    assert [fault.code] == found(fault.bad)
    assert [] == found(fault.good)


def test_the_keywords_of_a_table_are_those_of_the_signature() -> None:
    """Where a row says every keyword, the framework's own signature has no other, and those that it hands on count."""
    for framework in frameworks():
        for name, row in framework.responses.items():
            if row.keywords is None or name in _ELSEWHERE or name.startswith(("rest_framework.", "dmr.")):
                continue
            taken = set(row.keywords)
            own = inspect.signature(_named(name)).parameters.values()
            named = {one.name for one in own if one.kind in {one.POSITIONAL_OR_KEYWORD, one.KEYWORD_ONLY}}
            assert named - {"self"} <= taken, name
            if not any(one.kind == one.VAR_KEYWORD for one in own):
                assert taken == named - {"self"}, name


#: Sources, and how many faults they have.
CASES = {
    "a number as a field of Starlette": ("from starlette.responses import Response as R\nR(b'', headers={'X': 3})", 1),
    "the same, set later": (
        (
            "from starlette.responses import Response as R\n"
            "def f(n):\n    r = R(b'')\n    r.headers['X'] = 3\n    return r"
        ),
        1,
    ),
    "a number as a field of Django": ("from django.http import HttpResponse as R\nR('', headers={'X': 3})", 0),
    "a list as a field of Django": ("from django.http import HttpResponse as R\nR('', headers={'X': ['a']})", 1),
    "a status where Django takes the media type": (
        "from django.http import HttpResponse as R\ndef f(request):\n    return R('a', 200)",
        1,
    ),
    "an unknown value as a field": ("from starlette.responses import Response as R\nR(b'', headers={'X': n})", 0),
    "a keyword of another framework": ("from starlette.responses import JSONResponse as R\nR({}, status=404)", 1),
    "the keyword of Django": ("from django.http import JsonResponse as R\nR({}, status_code=404)", 1),
    "options that are not seen": ("from django.http import JsonResponse as R\nR({}, **options)", 0),
    "JSON that a name holds": (
        (
            "import json\nfrom django.http import JsonResponse as R\n"
            "def f(o):\n    b = json.dumps(o)\n    return R(b, safe=False)"
        ),
        1,
    ),
    "JSON or something else": (
        (
            "import json\nfrom django.http import JsonResponse as R\n"
            "def f(o):\n    b = json.dumps(o)\n    b = o\n    return R(b, safe=False)"
        ),
        0,
    ),
    "another json": ("from shop import json\nfrom django.http import JsonResponse as R\nR(json.dumps({}))", 0),
    "Django's serialized objects": (
        (
            "from django.core import serializers\nfrom django.http import JsonResponse as R\n"
            "R(serializers.serialize('json', rows), safe=False)"
        ),
        1,
    ),
    "a list without safe": ("from django.http import JsonResponse as R\nR([1])", 1),
    "a list with safe": ("from django.http import JsonResponse as R\nR([1], safe=False)", 0),
    "a moment in Starlette's JSON": (
        (
            "from datetime import datetime, UTC\nfrom starlette.responses import JSONResponse as R\n"
            "R({'at': [datetime.now(UTC)]})"
        ),
        1,
    ),
    "a moment in Django's JSON": (
        "from datetime import datetime\nfrom django.http import JsonResponse as R\nR({'at': datetime.now()})",
        0,
    ),
    "a moment as text": (
        (
            "from datetime import datetime\nfrom starlette.responses import JSONResponse as R\n"
            "R({'at': datetime.now().isoformat()})"
        ),
        0,
    ),
    "a naive expiry": (
        (
            "from datetime import datetime, timedelta\nfrom starlette.responses import Response as R\n"
            "def f(q):\n    r = R(b'')\n    r.set_cookie('a', 'b', expires=datetime.utcnow() + timedelta(1))\n"
        ),
        1,
    ),
    "an expiry of a zone": (
        (
            "from datetime import datetime, timedelta, timezone\nfrom starlette.responses import Response as R\n"
            "def f(q):\n    r = R(b'')\n"
            "    r.set_cookie('a', 'b', expires=datetime.now(timezone.utc) + timedelta(1))\n    return r"
        ),
        0,
    ),
    "the result of a generator function": (
        "from starlette.responses import StreamingResponse as R\ndef p():\n    yield b''\nR(p())",
        0,
    ),
    "a function that yields nothing": (
        "from starlette.responses import StreamingResponse as R\ndef p():\n    return [b'']\nR(p)",
        0,
    ),
    "an exception that is raised": ("from fastapi import HTTPException\nraise HTTPException(404)", 0),
    "a redirect of aiohttp that is raised": ("from aiohttp import web\nraise web.HTTPFound('/')", 0),
    "a response of aiohttp that is raised": ("from aiohttp import web\nraise web.json_response({})", 1),
    "a status that redirects": ("from starlette.responses import RedirectResponse as R\nR('/', 303)", 0),
    "a redirect of Django with a status": (
        "from django.http import HttpResponseRedirect as R\ndef f():\n    return R('/', status=200)",
        1,
    ),
    "a redirect that scripts follow by another field": (
        (
            "from starlette.responses import RedirectResponse as R\n"
            "def f():\n    r = R('/', 200)\n    r.headers['HX-Redirect'] = '/'\n    return r"
        ),
        0,
    ),
    "a redirect that carries a cookie to a script": (
        (
            "from starlette.responses import RedirectResponse as R\n"
            "def f():\n    r = R('/', 200)\n    r.set_cookie('a', 'b')\n    return r"
        ),
        0,
    ),
    "a tuple that is declared": (
        "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/')\ndef f() -> tuple[str, int]:\n    return 'a', 404",
        0,
    ),
    "a pair of numbers": (
        "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/')\ndef f(x: int, y: int):\n    return x, y",
        0,
    ),
    "a tuple of a function inside": (
        (
            "from fastapi import FastAPI\napp = FastAPI()\n@app.get('/')\ndef f():\n"
            "    def g():\n        return {}, 404\n    return g()[0]"
        ),
        0,
    ),
    "a tuple of Flask": ("from flask import Flask\napp = Flask('a')\n@app.get('/')\ndef f():\n    return {}, 404", 0),
    "a tuple of Django REST framework": (
        (
            "from rest_framework.views import APIView\nfrom rest_framework import status\nclass V(APIView):\n"
            "    def get(self, request):\n        return self.data, status.HTTP_404_NOT_FOUND"
        ),
        1,
    ),
    "a target that is checked": (
        (
            "from flask import redirect, request\ndef f():\n    n = request.args.get('next')\n"
            "    if not safe(n):\n        n = '/'\n    return redirect(n)"
        ),
        0,
    ),
    "a target that is read twice": (
        (
            "from flask import redirect, request\ndef f():\n    if safe(request.args.get('next')):\n"
            "        return redirect(request.args.get('next'))"
        ),
        0,
    ),
    "a target of Django, or another": (
        (
            "from django.shortcuts import redirect\n"
            "def f(request):\n    n = request.GET.get('next') or '/'\n    return redirect(n)"
        ),
        1,
    ),
    "a target of Django, as it is": (
        "from django.shortcuts import redirect\ndef f(request):\n    return redirect(request.GET['next'])",
        1,
    ),
    "a parameter of FastAPI": (
        (
            "from fastapi import APIRouter\nfrom fastapi.responses import RedirectResponse as R\nrouter = APIRouter()\n"
            "@router.get('/out')\ndef f(to: str):\n    return R(to)"
        ),
        1,
    ),
    "a parameter of FastAPI's path": (
        (
            "from fastapi import APIRouter\nfrom fastapi.responses import RedirectResponse as R\nrouter = APIRouter()\n"
            "@router.get('/{to}')\ndef f(to: str):\n    return R(to)"
        ),
        0,
    ),
    "a parameter that a dependency gives": (
        (
            "from fastapi import APIRouter, Depends\nfrom fastapi.responses import RedirectResponse as R\n"
            "router = APIRouter()\n@router.get('/')\ndef f(to: str = Depends(checked)):\n    return R(to)"
        ),
        0,
    ),
}


@pytest.mark.parametrize(("source", "count"), CASES.values(), ids=list(CASES))
def test_what_is_certain_is_said_and_nothing_else(source: str, count: int) -> None:
    """A fault is told where the source leaves no doubt of it."""
    assert count == len(found(source)), found(source)


def test_a_fault_is_accepted_at_its_line() -> None:
    """The comment that accepts the findings of rules accepts a fault."""
    from antiphon.cli.inputs.sources import judged_text

    line = "answer = JSONResponse({}, headers={'X': 3})  # antiphon: ignore[PY001]: a test of the client"
    judged = judged_text(f"from starlette.responses import JSONResponse\n{line}\n", "shop.py", "default")
    assert ((), 1) == (tuple(one.diagnostic.code for one in judged.found), judged.accepted)


def test_a_fault_is_ignored_by_option_and_by_configuration(project: Project) -> None:
    """`--ignore` and `[tool.antiphon.lint]` name a fault as they name a rule."""
    project.write(
        {"shop.py": "from starlette.responses import JSONResponse\nanswer = JSONResponse({}, headers={'X': 3})\n"}
    )
    assert 1 == project.run("lint", "shop.py")
    assert "PY001" in project.out
    assert 0 == project.run("lint", "--ignore", "PY001: the client is patched", "shop.py")
    ignore = '[tool.antiphon.lint]\nignore = [{code = "PY001", because = "the client is patched"}]\n'
    project.write({"pyproject.toml": ignore})
    assert 0 == project.run("lint", "shop.py")

"""The handlers of applications, read before their first request: AN043, AN044, and what a start would refuse."""

from __future__ import annotations

import pytest

from tests.support.project import Project

HEAD = """\
from __future__ import annotations

import contextlib
from typing import Annotated, Literal

from fastapi import APIRouter, Depends, FastAPI, Response, status
from antiphon import *
from antiphon.integrations.fastapi import install
from antiphon.responses import FileResponse, JSONResponse


class Shown(Reply[str]): ...
class Stored(Reply[str], status=201): ...
class Tagged(Reply[str]):
    etag: ETag
class Missing(Reply[Problem], Raisable, status=404): ...
class Gone(Missing, status=410): ...
class Hidden(Missing): ...
class Busy(Unauthorized[Problem], Raisable): ...


shown = respond(200).json(str).compile()
private = respond(200).json(str).cache_control(private=True).compile()
busy = respond(503).problem(title="Busy").compile()
full = respond(503).problem(title="Busy").compile()
problem = Problem(title="a")
app = FastAPI()
install(app)
router = APIRouter()

def refuse() -> str:
    raise Missing(problem)

@raises(Missing)
def refuse_declared() -> str:
    raise Missing(problem)

def told(response: Response) -> None:
    response.status_code = status.HTTP_202_ACCEPTED

@app.get("/")
"""

UNDECLARED = {
    "def show() -> Shown: raise Missing(problem)": "show raises Missing (404), which",
    "async def show() -> Shown: raise Missing(problem) from None": "show raises Missing (404), which",
    "def show(): raise Missing(problem)": "it declares none",
    "def show() -> Shown: raise Raised(busy())": "show raises busy (503), which",
    "def show() -> Missing: return Gone(problem)": "show returns Gone (410), which its operation does not declare; it",
    "@raises(Missing)\ndef show() -> Shown: raise Gone(problem)": "show raises Gone (410), which",
    "@returns(shown)\ndef show(): return private('a')": "show returns private (200), which",
    "def show(a: int = 1) -> Shown: return Shown('a') if a else Stored('b')": "show returns Stored (201), which",
    "def show(request: Request) -> Shown: return answer(request, Tagged('b', etag=ETag('c')))": "returns Tagged (200)",
    "def show(a: Annotated[str, Depends(refuse)]) -> Shown: return Shown(a)": "refuse raises Missing (404), which",
    "def show() -> Shown:\n  with open('a'):\n    raise Missing(problem)": "show raises Missing (404), which",
    "def show() -> Shown:\n  try: return Shown('a')\n  except KeyError: raise Missing(problem)": "show raises Missing",
    "@router.get('/r')\ndef show() -> Shown: raise Missing(problem)\napp.include_router(router)": "show raises Missing",
}

LOST = {
    "def show(response: Response) -> Shown:\n  response.status_code = 201\n  return Shown('a')": (
        "show sets the status 201 on the injected response, and the reply that is returned has 200"
    ),
    "def show(a: Annotated[None, Depends(told)]) -> Shown: return Shown('a')": "told sets the status 202",
}

LEFT_ALONE = [
    "@raises(Missing)\ndef show() -> Shown: raise Missing(problem)",
    "@raises(Missing)\ndef show() -> Shown: raise Hidden(problem)",
    "def show() -> Shown | Missing: raise Missing(problem)",
    "@raises(busy)\ndef show() -> Shown: raise Raised(full())",
    "@returns(shown, private)\ndef show(): return private('a')",
    "def show() -> FileResponse | Shown: return shown('a')",
    "def show(): return shown('a')",
    "def show(a: Annotated[str, Depends(refuse_declared)]) -> Shown: return Shown(a)",
    "def show() -> Shown:\n  try: raise Missing(problem)\n  except Missing: return Shown('a')",
    "def show() -> Shown:\n  with contextlib.suppress(Missing): raise Missing(problem)\n  return Shown('a')",
    "def show() -> Shown:\n  def inner(): raise Missing(problem)\n  return Shown('a')",
    "def show(request: Request) -> Conditional[Tagged]:\n  return answer(request, Tagged('b', etag=ETag('c')))",
    "def show(response: Response) -> Stored:\n  response.status_code = 201\n  return Stored('a')",
    "def show(response: Response) -> str | Missing:\n  response.status_code = 201\n  return 'a'",
    "def show() -> Shown: raise Missing(problem)\ninstall(app, undeclared='log')",
    "def show() -> Shown: raise Missing(problem)\ninstall(app, raises=(Missing,))",
]


def _found(project: Project, handler: str) -> list[str]:
    head = HEAD.replace("Response, status", "Request, Response, status")
    head = head.removesuffix('@app.get("/")\n') if handler.startswith("@router") else head
    project.write({"shop.py": f"{head}{handler}\n"})
    return [found for found in project.findings("shop") if " AN0" in found]


@pytest.mark.parametrize("handler", UNDECLARED)
def test_an_undeclared_response(project: Project, handler: str) -> None:
    """Returned or raised, by the handler or by a dependency, once for each place."""
    found = _found(project, handler)

    assert 1 == len(found), found
    assert "AN043 " in found[0]
    assert UNDECLARED[handler] in found[0]


@pytest.mark.parametrize("handler", LOST)
def test_a_status_that_is_not_sent(project: Project, handler: str) -> None:
    """By the handler, or by a dependency."""
    found = _found(project, handler)

    assert 1 == len(found), found
    assert "AN044 " in found[0]
    assert LOST[handler] in found[0]


@pytest.mark.parametrize("handler", LEFT_ALONE)
def test_what_is_declared_or_may_be_caught_is_left_alone(project: Project, handler: str) -> None:
    """A class of a declared one with its status too, and an application that only logs."""
    assert [] == _found(project, handler)


def test_a_router_that_is_included_is_read_as_at_the_start(project: Project) -> None:
    """Its responses= contradict the annotation of a handler; the application would not start."""
    text = "@router.get('/r', status_code=202)\ndef show() -> Shown: return Shown('a')\napp.include_router(router)"
    found = _found(project, text)

    assert 1 == len(found), found
    assert "AN041 the decorator of show says status_code=202" in found[0]

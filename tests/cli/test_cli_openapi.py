"""`antiphon openapi`: the document of a module or an application, written or compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openapi_spec_validator import validate

from tests.support.paths import ROOT
from tests.support.project import Project

APP = """\
    from antiphon import Problem, Reply
    from antiphon.integrations.fastapi import ReplyRoute
    from fastapi import FastAPI

    class Shown(Reply[dict[str, int]]):
        "It is shown."

    class Gone(Reply[Problem], status=410): ...

    app = FastAPI(title="Shop", version="7")
    app.router.route_class = ReplyRoute

    @app.get("/shown")
    def show() -> Shown | Gone:
        return Shown({"a": 1})

    number = 1
"""


def test_a_module_is_a_document_of_components(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every response of the example shop is there under its name, in a valid document."""
    monkeypatch.chdir(ROOT / "examples")

    assert 0 == project.run("openapi", "shop", "--title", "The shop", "--api-version", "2")
    document = json.loads(project.out)

    assert ("3.1.0", {"title": "The shop", "version": "2"}) == (document["openapi"], document["info"])
    assert {"signed_up", "not_found", "front_page"} <= set(document["components"]["responses"])
    assert {"Account", "InvalidInput", "Item", "Order", "Problem"} == set(document["components"]["schemas"])
    validate(document)


def test_an_application_is_a_document_of_paths(project: Project) -> None:
    """`module:app` gives the application's own document."""
    project.write({"service.py": APP})

    assert 0 == project.run("openapi", "service:app")
    document = json.loads(project.out)

    assert {"title": "Shop", "version": "7"} == document["info"]
    assert {"200", "410"} == set(document["paths"]["/shown"]["get"]["responses"])
    validate(document)


STARLETTE = """\
    from antiphon import Bodiless, Problem, Reply, raises, respond, returns
    from starlette.applications import Starlette
    from starlette.endpoints import HTTPEndpoint
    from starlette.requests import Request
    from starlette.responses import Response
    from starlette.routing import Mount, Route

    class Shown(Reply[dict[str, int]]): ...

    class Gone(Reply[Problem], status=410): ...

    class Deleted(Bodiless, deprecation="@1688169599"): ...

    busy = respond(503).problem(title="Busy").compile()

    class One(HTTPEndpoint):
        def get(self, request: Request) -> Shown | Gone:
            "Show one."
            return Shown({"a": 1})

        @raises(Gone)
        def delete(self, request: Request) -> Deleted:
            return Deleted()

    @returns(busy)
    async def everything(request: Request):
        return busy()

    async def plain(request: Request) -> Response:
        return Response()

    app = Starlette(routes=[
        Route("/all", everything),
        Route("/plain", plain, methods=["POST"]),
        Route("/hidden", plain, include_in_schema=False),
        Mount("/shelves/{shelf}", routes=[Route("/{number:int}", One)]),
    ])
"""


def test_a_starlette_application_has_its_routes(project: Project) -> None:
    """With the responses that handlers name in annotations, `@returns` and `@raises`, and the path's parameters."""
    project.write({"service.py": STARLETTE})

    assert 0 == project.run("openapi", "service:app", "--title", "Shelves")
    document = json.loads(project.out)

    validate(document)
    assert {"/all": ["get"], "/plain": ["post"], "/shelves/{shelf}/{number}": ["get", "delete"]} == {
        path: list(operations) for path, operations in document["paths"].items()
    }
    shown, deleted = document["paths"]["/shelves/{shelf}/{number}"].values()
    assert "Show one." == shown["summary"]
    assert {"200", "410"} == set(shown["responses"])
    assert {"204", "410"} == set(deleted["responses"])
    assert deleted["deprecated"]
    assert {"$ref": "#/components/responses/Gone"} == shown["responses"]["410"] == deleted["responses"]["410"]
    assert ["shelf", "number"] == [one["name"] for one in shown["parameters"]]
    assert {"503"} == set(document["paths"]["/all"]["get"]["responses"])


@pytest.mark.parametrize("target", ["service", "service:app"])
def test_version_3_2_is_said_in_the_document(project: Project, target: str) -> None:
    """Of a module and of an application."""
    project.write({"service.py": APP})

    assert 0 == project.run("openapi", target, "--openapi", "3.2")
    assert "3.2.0" == json.loads(project.out)["openapi"]


def test_a_written_document_is_compared(project: Project) -> None:
    """`--check` is silent about the same document, and shows a diff of another."""
    project.write({"service.py": APP})

    assert 0 == project.run("openapi", "service", "--out", "api.json")
    assert "wrote api.json\n" == project.out
    assert 0 == project.run("openapi", "service", "--check", "api.json")
    assert "" == project.out
    Path("api.json").write_text(Path("api.json").read_text().replace("It is shown.", "It was shown."))

    assert 1 == project.run("openapi", "service", "--check", "api.json")
    assert '+        "description": "It is shown.",' in project.out


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("service:number", "which declares no response"),
        ("service:absent", "there is no absent"),
        ("absent", "there is no module"),
        ("broken", "raises while it is imported"),
        ("empty", "empty declares no response"),
    ],
)
def test_a_target_that_cannot_be_described_is_refused(project: Project, target: str, message: str) -> None:
    """With what, where and help, and exit code 2."""
    project.write({"service.py": APP, "broken.py": "1 / 0", "empty.py": ""})

    assert 2 == project.run("openapi", target)
    assert message in project.err

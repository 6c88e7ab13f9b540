"""The documents of frameworks have what handlers declare, and are valid."""

from __future__ import annotations

import asyncio
import json
import os
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

import flask
import pytest
import quart
from aiohttp import web
from openapi_spec_validator import OpenAPIV30SpecValidator, OpenAPIV31SpecValidator

from antiphon import Location
from antiphon.integrations import blacksheep as on_blacksheep
from antiphon.integrations import flask as on_flask
from antiphon.integrations import quart as on_quart
from antiphon.integrations.aiohttp import replies
from antiphon.integrations.documents import (
    document,
    of_aiohttp,
    of_rules,
    of_sanic,
    use_blacksheep,
    use_sanic_ext,
    written,
)
from antiphon.openapi import describe
from tests.integrations.conformance.cases import Missing, User, UserCreated
from tests.integrations.conformance.wire import ask, uvicorn_serving
from tests.support.paths import ROOT
from tests.support.patience import PATIENCE, free_port


def create() -> UserCreated:
    """Make a user."""
    return UserCreated(User("a"), location=Location("/users/1"), session="s", theme="dark")


def check(made: dict[str, Any], path: str = "/users/{number}") -> None:
    """The operation has the declared responses, by the same `describe`."""
    valid: Any = OpenAPIV31SpecValidator if made["openapi"].startswith("3.1") else OpenAPIV30SpecValidator
    valid(made).validate()
    own = describe(UserCreated, Missing)["responses"]
    found = made["paths"][path]["post"]["responses"]
    assert [status for status in found if status in own] == ["201", "404"]
    for status in own:
        response = resolved(made, found[status])
        assert response["headers"].keys() == own[status]["headers"].keys()
        assert response["description"] == own[status]["description"]
    schema = resolved(made, found["201"])["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    assert made["components"]["schemas"][schema]["properties"].keys() == {"name", "age"}


def resolved(made: dict[str, Any], response: dict[str, Any]) -> dict[str, Any]:
    """The response, which may be shared."""
    name: str = response.get("$ref", "").rpartition("/")[2]
    found: dict[str, Any] = made["components"]["responses"][name] if name else response
    return found


def test_flask_alone() -> None:
    """Flask writes no document: it is written."""
    app = flask.Flask(__name__)

    @app.post("/users/<int:number>")
    @on_flask.replies
    def add(number: int) -> UserCreated | Missing:
        return create()

    check(written("shop", of_rules(app)))


def test_apiflask() -> None:
    """By its `spec_processor`."""
    apiflask: Any = pytest.importorskip("apiflask")
    app = apiflask.APIFlask(__name__)
    app.config["OPENAPI_VERSION"] = "3.1.0"
    on_flask.install(app)

    def add(number: int) -> UserCreated | Missing:
        """Add a user."""
        return create()

    def declared(made: Any) -> Any:
        return document(made, of_rules(app))

    app.add_url_rule("/users/<int:number>", view_func=add, methods=["POST"])
    app.spec_processor(declared)
    check(app.spec)
    assert app.test_client().post("/users/1").status_code == 201


def test_flask_smorest() -> None:
    """From the document that it gives."""
    smorest: Any = pytest.importorskip("flask_smorest")
    app = flask.Flask(__name__)
    app.config |= {"API_TITLE": "shop", "API_VERSION": "1", "OPENAPI_VERSION": "3.1.0"}
    on_flask.install(app)
    blueprint = smorest.Blueprint("users", "users")

    def add(number: int) -> UserCreated | Missing:
        """Add a user."""
        return create()

    blueprint.route("/users/<int:number>", methods=["POST"])(add)
    api = smorest.Api(app)
    api.register_blueprint(blueprint)
    check(document(api.spec.to_dict(), of_rules(app)))
    assert app.test_client().post("/users/1").status_code == 201


def test_quart_schema() -> None:
    """By a provider of its document."""
    quart_schema = pytest.importorskip("quart_schema")
    provider: Any = pytest.importorskip("quart_schema.openapi").OpenAPIProvider
    app = quart.Quart(__name__)
    on_quart.install(app)

    class Declared(provider):  # type: ignore[misc]  # of a package that may not be there
        def schema(self) -> dict[str, Any]:
            made: dict[str, Any] = super().schema()
            return document(made, of_rules(app))

    @app.post("/users/<int:number>")
    @on_quart.replies
    async def add(number: int) -> UserCreated | Missing:
        """Add a user."""
        return create()

    extension = quart_schema.QuartSchema(app, openapi_provider_class=Declared)
    check(json.loads(json.dumps(Declared(app, extension).schema())))


def test_aiohttp() -> None:
    """Aiohttp writes no document."""

    @replies
    async def add(_request: web.Request) -> UserCreated | Missing:
        return create()

    class One(web.View):
        @replies
        async def post(self) -> UserCreated | Missing:
            return create()

    app = web.Application()
    app.add_routes([web.post(r"/users/{number:\d+}", add), web.view("/one/{number}", One)])
    check(written("shop", of_aiohttp(app)))
    check(written("shop", of_aiohttp(app)), "/one/{number}")


def test_sanic() -> None:
    """The same for Sanic's routes."""
    sanic: Any = pytest.importorskip("sanic")
    app = sanic.Sanic("documented", configure_logging=False)

    async def add(_request: Any, number: int) -> UserCreated | Missing:
        return create()

    app.add_route(add, "/users/<number:int>", methods=["POST"])
    check(written("shop", of_sanic(app)))


def test_sanic_ext() -> None:
    """The document that it serves."""
    sanic: Any = pytest.importorskip("sanic")
    extend: Any = pytest.importorskip("sanic_ext").Extend
    app = sanic.Sanic("extended", configure_logging=False)
    extend(app)
    use_sanic_ext()

    async def add(_request: Any, number: int) -> UserCreated | Missing:
        """Add a user."""
        return create()

    async def served() -> dict[str, Any]:
        port = free_port()
        server = await app.create_server(port=port, return_asyncio_server=True, access_log=False)
        await server.startup()
        await server.before_start()
        await server.start_serving()
        answer = await asyncio.to_thread(ask, port, "GET", "/docs/openapi.json")
        server.close()
        await server.wait_closed()
        found: dict[str, Any] = json.loads(answer.body)
        return found

    app.add_route(add, "/users/<number:int>", methods=["POST"])
    made = asyncio.run(served())
    check(made)
    assert made["paths"]["/users/{number}"]["post"]["summary"] == "Add a user."


def test_blacksheep() -> None:
    """The documents that its handler keeps, with what `@docs` says, and other handlers as ever; mounted ones too."""
    from blacksheep import Application, Router
    from blacksheep.server.openapi.v3 import OpenAPIHandler
    from openapidocs.v3 import Info  # type: ignore[import-untyped]  # it has no types

    def made(number: int) -> UserCreated | Missing:
        return create()

    async def later(number: int) -> UserCreated | Missing:
        return create()

    def show() -> User:
        """Show a user."""
        return User("a")

    app, inside = Application(router=Router()), Application(router=Router())
    app.mount_registry.auto_events = app.mount_registry.handle_docs = True
    docs = OpenAPIHandler(info=Info("shop", "1"))
    use_blacksheep(docs)
    docs.bind_app(app)
    docs(summary="Add one", tags=["users"])(made)
    app.router.add_post("/users/{number}", made)
    app.router.add_get("/users", show)
    inside.router.add_post("/{number}", later)
    app.mount("/inside", inside)
    on_blacksheep.install(app)
    on_blacksheep.install(inside)
    with uvicorn_serving(app) as port:
        assert ask(port, "POST", "/inside/1").status == 201
        document: Any = json.loads(ask(port, "GET", "/openapi.json").body)
        text = ask(port, "GET", "/openapi.yaml").body
    check(document)
    check(document, "/inside/{number}")
    entry = document["paths"]["/users/{number}"]["post"]
    assert (entry["summary"], entry["tags"], list(entry["responses"])) == ("Add one", ["users"], ["201", "404"])
    assert list(document["paths"]["/users"]["get"]["responses"]) == ["200"]
    assert document["paths"]["/users"]["get"]["summary"] == "Show a user."
    assert b"A user is created." in text
    assert not [name for name in document["components"]["schemas"] if "Created" in name]


@pytest.fixture(scope="module")
def on_django() -> dict[str, Any]:
    """The documents and answers of django-ninja and DRF."""
    if not (find_spec("ninja") and find_spec("drf_spectacular")):
        pytest.skip("they are not installed")
    done = subprocess.run(
        [sys.executable, "-m", "tests.integrations.documented_django"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": f"{ROOT}:{ROOT / 'src'}"},
        capture_output=True,
        text=True,
        check=False,
        timeout=PATIENCE,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("name", ["ninja", "drf"])
def test_django(on_django: dict[str, Any], name: str) -> None:
    """Functions of django-ninja, methods of DRF's views, by drf-spectacular's hook."""
    check(on_django[name], f"/{name}/users/{{number}}")
    assert on_django["answers"] == [[201, "/users/1", ["__Host-session", "theme"]]] * 2

"""The conformance suite under Litestar, on uvicorn."""

from __future__ import annotations

from collections.abc import Iterator
from contextvars import ContextVar
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

import litestar
import pytest
from litestar import Controller, Litestar, Request, Router, delete, get, post, route
from litestar.datastructures import Cookie, ResponseHeader
from litestar.testing import TestClient
from openapi_spec_validator import OpenAPIV31SpecValidator

from antiphon import Location, Problem, raises
from antiphon.integrations.litestar import Replies
from antiphon.openapi import describe
from antiphon.responses import Response
from tests.integrations.conformance.cases import ALL, Gone, Missing, Page, User, UserCreated
from tests.integrations.conformance.suite import *  # noqa: F403 - the tests themselves
from tests.integrations.conformance.suite import CHANGED, Service
from tests.integrations.conformance.wire import Answer, uvicorn_serving

if TYPE_CHECKING:
    from litestar.params import FromPath
else:
    try:
        from litestar.params import FromPath
    except ImportError:  # before Litestar 2.22 a parameter of the path has no mark
        FromPath = Annotated[TypeVar("T"), "of the path"]


@route("/{name:str}", http_method=["GET", "HEAD"], sync_to_thread=True)
def view(request: Request[Any, Any, Any], name: FromPath[str]) -> Response[Any, Any]:
    """Give each case."""
    return ALL[name].make()


asked: ContextVar[Request[Any, Any, Any]] = ContextVar("asked")


async def keep(request: Request[Any, Any, Any]) -> None:
    """Keep the request for the hook that does not get it."""
    asked.set(request)


async def change(response: litestar.Response[Any]) -> litestar.Response[Any]:
    """Change the response of Litestar's class."""
    headers = asked.get().headers
    if "X-Append" in headers:
        response.set_header("X-Appended", "1")
        response.set_header("vary", ", ".join(filter(None, [response.headers.get("vary"), "Cookie"])))
        response.set_cookie(Cookie(key="seen", value="1", samesite=None))  # type: ignore[arg-type]  # so that it is left out
    if "X-Change" in headers:
        response.headers[CHANGED[0].decode()] = CHANGED[1].decode()
    return response


@pytest.fixture(scope="module")
def service() -> Iterator[Service]:
    """The application under uvicorn."""
    app = Litestar([view], plugins=[Replies()], before_request=keep, after_request=change, openapi_config=None)

    def client(method: str, path: str, headers: dict[str, str]) -> Answer:
        answer = TestClient(app).request(method, path, headers=headers, follow_redirects=False)
        return Answer(answer.status_code, answer.headers.raw, answer.content)

    with uvicorn_serving(app) as port:
        yield Service(port, client, around_raised=False, unread=frozenset(("octets-in-a-field", "utf-8-in-a-field")))


class Users(Controller):
    """Handlers of a controller."""

    path = "/users"

    @post(sync_to_thread=False)
    def create(self) -> UserCreated | Missing:
        """Create."""
        return UserCreated(User("a"), location=Location("/users/1"), session="s", theme="dark")

    @delete(status_code=200, sync_to_thread=False)
    def remove(self) -> Gone:
        """Delete."""
        return Gone(x_left="0")


@delete("/router", sync_to_thread=False)
def remove() -> Gone | Missing:
    """A 204 from a handler whose status is Litestar's own for DELETE."""
    return Gone(x_left="0")


@get("/either/{text:str}", sync_to_thread=False)
def either(text: FromPath[str]) -> Page | User:
    """A response or content."""
    return Page("<p>a</p>") if text == "page" else User(text)


@get(
    "/layered",
    response_headers=[ResponseHeader(name="X-Layer", value="1"), ResponseHeader(name="ETag", value='"2"')],
    response_cookies=[Cookie(key="layer", value="1")],
    sync_to_thread=False,
)
def layered() -> Page:
    """Lines of a layer are merged; the tag is the response's own."""
    return Page("<p>a</p>")


@get("/raises", guards=[], sync_to_thread=False)
@raises(Missing)
def raising() -> Page:
    """A reply that is raised."""
    raise Missing(Problem(title="Not found"), trace="7")


APP = Litestar([Users, Router("/in", route_handlers=[remove]), either, layered, raising], plugins=[Replies()])


def test_handlers_of_every_kind() -> None:
    """Of controllers and routers, unions, responses beside content, layers."""
    client = TestClient(APP)
    created = client.post("/users")
    assert (created.status_code, created.json()) == (201, {"name": "a", "age": 3})
    assert client.delete("/users").status_code == client.delete("/in/router").status_code == 204
    assert client.get("/either/page").headers["etag"] == '"1"'
    assert client.get("/either/b").json() == {"name": "b", "age": 3}
    answer = client.get("/layered")
    assert (answer.headers["x-layer"], answer.headers["etag"]) == ("1", '"1"')
    assert answer.headers["set-cookie"].startswith("layer=1")
    assert client.get("/raises").json() == {"title": "Not found", "status": 404}


def test_the_document_has_what_is_declared() -> None:
    """From the same `describe` as everywhere, beside Litestar's own schemas."""
    document = TestClient(APP).get("/schema/openapi.json").json()
    OpenAPIV31SpecValidator(document).validate()
    created = document["paths"]["/users"]["post"]["responses"]
    own = describe(UserCreated)["responses"]["201"]
    assert list(created) == ["201", "404"]
    assert created["201"]["headers"].keys() == own["headers"].keys()
    assert list(document["paths"]["/in/router"]["delete"]["responses"]) == ["204", "404"]
    assert list(document["paths"]["/raises"]["get"]["responses"]) == ["200", "404"]
    user = created["201"]["content"]["application/json"]["schema"]["$ref"].rpartition("/")[2]
    assert user in document["components"]["schemas"]
    assert document == APP.openapi_schema.to_schema()

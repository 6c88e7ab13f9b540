"""The conformance suite under django-ninja, Django REST framework and django-modern-rest, by ASGI on uvicorn."""

from __future__ import annotations

import functools
import gc
import json
import logging
import warnings
from collections.abc import Iterator
from http import HTTPStatus
from typing import Any, cast

import django
import pytest
from django.conf import settings

if settings.configured:
    pytest.skip("another module has configured Django, which is done once in a process", allow_module_level=True)
settings.configure(
    ALLOWED_HOSTS=["*"],
    DEBUG=False,
    INSTALLED_APPS=["django.contrib.contenttypes", "django.contrib.auth", "rest_framework"],
    LOGGING_CONFIG=None,
    MIDDLEWARE=[
        "django.middleware.common.CommonMiddleware",
        "tests.integrations.conformance.django_middleware.around",
        "antiphon.integrations.django.ReplyMiddleware",
    ],
    REST_FRAMEWORK={
        "DEFAULT_AUTHENTICATION_CLASSES": [],
        "DEFAULT_PERMISSION_CLASSES": [],
        "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    },
    ROOT_URLCONF=__name__,
    SECRET_KEY="a key for tests",
)
django.setup()

from django.core.handlers.asgi import ASGIHandler  # noqa: E402 - after the settings
from django.http import HttpRequest  # noqa: E402
from django.test import Client, RequestFactory  # noqa: E402
from django.urls import include, path  # noqa: E402
from dmr import Body, Controller, ResponseSpec  # noqa: E402
from dmr.openapi import build_schema  # noqa: E402
from dmr.plugins.pydantic import PydanticSerializer  # noqa: E402
from dmr.routing import Router  # noqa: E402
from dmr.routing import path as dmr_path  # noqa: E402
from ninja import NinjaAPI  # noqa: E402
from openapi_spec_validator import OpenAPIV31SpecValidator  # noqa: E402
from rest_framework.views import APIView  # type: ignore[import-untyped]  # it has no types  # noqa: E402

from antiphon import FamilyReply, Location, Problem, Reply, SpecError, respond, respond_unregistered, returns  # noqa: E402
from antiphon.integrations import django as on_django  # noqa: E402
from antiphon.integrations import dmr as on_dmr  # noqa: E402
from antiphon.openapi import describe  # noqa: E402
from antiphon.responses import Response  # noqa: E402
from tests.integrations.conformance.cases import (  # noqa: E402
    ALL,
    Download,
    Export,
    Gone,
    Missing,
    Moved,
    Page,
    User,
    UserCreated,
    legal,
    linked,
    unchanged,
)
from tests.integrations.conformance.suite import *  # noqa: E402, F403 - the tests themselves
from tests.integrations.conformance.suite import Service  # noqa: E402
from tests.integrations.conformance.wire import Answer, uvicorn_serving  # noqa: E402

#: Django leaves the file of a request's body open where the client left.
pytestmark = pytest.mark.filterwarnings("ignore:.*SpooledTemporaryFile:pytest.PytestUnraisableExceptionWarning")

accepted = respond(202).json(dict[str, int]).compile()


api = NinjaAPI(docs_url=None, openapi_url=None)


@api.api_operation(["GET", "HEAD"], "/{name}", response=None)
@on_django.replies
def of_ninja(request: HttpRequest, name: str) -> Response[Any, Any]:
    """Give each case."""
    return ALL[name].make()


class OfDRF(APIView):  # type: ignore[misc]  # it has no types
    """Gives each case; `head` is `get`."""

    @on_django.replies
    def get(self, _request: Any, name: str) -> Response[Any, Any]:
        """Give it."""
        return ALL[name].make()


class OfDMR(Controller[PydanticSerializer]):
    """Gives each case."""

    @on_dmr.replies
    @returns(UserCreated, Gone, Moved, Missing, Download, Page, accepted, linked, legal, unchanged)
    def get(self) -> Any:
        """Give it."""
        return ALL[self.kwargs["name"]].make()

    @on_dmr.replies
    @returns(UserCreated, Export, Download)
    def head(self) -> Any:
        """Give it without content."""
        return ALL[self.kwargs["name"]].make()


class OfDMRLater(Controller[PydanticSerializer]):
    """The same in coroutines."""

    @on_dmr.replies
    @returns(UserCreated, Gone, Moved, Missing, Download, Page, accepted, linked, legal, unchanged)
    async def get(self) -> Any:
        """Give it."""
        return ALL[self.kwargs["name"]].make()

    @on_dmr.replies
    @returns(UserCreated, Export, Download)
    async def head(self) -> Any:
        """Give it without content."""
        return ALL[self.kwargs["name"]].make()


class Users(Controller[PydanticSerializer]):
    """Adds users."""

    responses = (ResponseSpec(str, status_code=HTTPStatus.CONFLICT),)

    @on_dmr.replies(tags=["users"])
    def post(self, parsed_body: Body[User]) -> UserCreated | Missing:
        """Add a user."""
        if parsed_body.name == "none":
            raise Missing(Problem(title="Not found"), trace="7")
        made: Any = UserCreated(parsed_body, location=Location("/users/1"), session="s", theme="dark")
        return cast("UserCreated", Page("<p>undeclared</p>")) if parsed_body.name == "page" else made


of_dmr = Router("dmr/", [dmr_path("<name>", OfDMR.as_view()), dmr_path("later/<name>", OfDMRLater.as_view())])
documented = Router("", [dmr_path("users/<int:number>", Users.as_view())])
urlpatterns = [
    path("ninja/", api.urls),
    path("drf/<name>", OfDRF.as_view()),
    path(of_dmr.prefix, include((of_dmr.urls, "dmr"))),
    path("users/<int:number>", Users.as_view()),
]


@pytest.fixture(scope="module", params=["ninja", "drf", "dmr", "dmr/later"])
def service(request: pytest.FixtureRequest) -> Iterator[Service]:
    """The application of each, under uvicorn."""
    logging.getLogger("django").setLevel(logging.CRITICAL)

    def client(method: str, target: str, headers: dict[str, str]) -> Answer:
        answer: Any = Client().generic(method, f"/{request.param}{target}", headers=headers)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        lines = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in answer.items()]
        answer.close()
        return Answer(answer.status_code, lines, body)

    adds = frozenset((b"allow",)) if request.param == "drf" else frozenset[bytes]()
    with uvicorn_serving(ASGIHandler()) as port:
        yield Service(port, client, prefix=f"/{request.param}", server_adds=adds, client_adds=adds)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ResourceWarning)
        gc.collect()  # or a later test would be blamed for the files


def test_dmr_documents_what_is_declared() -> None:
    """By its own writer, from its ResponseSpecs: the declared responses, the controller's and its own."""
    document: Any = build_schema(documented).convert()
    OpenAPIV31SpecValidator(document).validate()
    found = document["paths"]["/users/{number}"]["post"]["responses"]
    own = describe(UserCreated, Missing)["responses"]
    assert sorted(found) == ["201", "400", "404", "406", "409", "422"]
    assert document["paths"]["/users/{number}"]["post"]["tags"] == ["users"]
    for status in own:
        assert found[status] == own[status]
    assert document["components"]["schemas"].keys() >= {"User", "Problem"}
    assert document["components"]["schemas"]["Problem"] == describe(Missing)["components"]["schemas"]["Problem"]


def test_dmr_answers() -> None:
    """Declared, raised, its own refusal, and one that is not declared."""
    client = Client()

    def post(name: Any) -> Any:
        return client.post("/users/1", json.dumps({"name": name}), content_type="application/json")

    created = post("a")
    assert (created.status_code, created["Location"], sorted(created.cookies)) == (
        201,
        "/users/1",
        ["__Host-session", "theme"],
    )
    assert (post("none").status_code, post("none")["Content-Type"]) == (404, "application/problem+json")
    assert post(7).status_code == 400
    undeclared = post("page")
    assert (undeclared.status_code, "Returned status code 200" in undeclared.content.decode()) == (422, True)


def test_dmr_validates_responses_by_the_specs() -> None:
    """Its own validator, which is not asked otherwise, agrees with the specs that were made of the declaration.

    Of cookies it wants SameSite in lower case, which nothing declared has.
    """

    class Checked(Controller[PydanticSerializer]):
        @on_dmr.replies(exclude_validate_responses=frozenset())
        @returns(linked, accepted)
        def get(self) -> Any:
            """Show a user."""
            return linked(User("a")) if "one" in self.request.GET else accepted({"a": 1})

    specs = Checked.api_endpoints["GET"].metadata.responses
    assert [dict(specs[status].headers or {}).keys() for status in (HTTPStatus.OK, HTTPStatus.ACCEPTED)] == [
        {"Link", "X-One", "Content-Length"},
        {"Content-Length"},
    ]
    answers: list[Any] = [Checked.as_view()(RequestFactory().get(target)) for target in ("/?one", "/")]
    assert [(answer.status_code, answer.content) for answer in answers] == [
        (200, b'{"name":"a","age":3}'),
        (202, b'{"a":1}'),
    ]


def test_dmr_sends_any_status_of_a_family_and_a_declared_400() -> None:
    """Its document has the first status of the family, and its own 400 gives way."""

    class Refused(FamilyReply[Problem], family="5XX"):
        """Not now."""

    class Malformed(Reply[Problem], status=400):
        """Not so."""

    class Families(Controller[PydanticSerializer]):
        @on_dmr.replies
        def post(self, parsed_body: Body[User]) -> Refused | Malformed:
            """Refuse."""
            return Malformed(Problem()) if parsed_body.name == "a" else Refused(Problem(), status=507)

    view: Any = Families.as_view()
    request: Any = functools.partial(RequestFactory().post, "/", content_type="application/json")
    answers = [view(request(data={"name": name, "age": 1})) for name in ("a", "b")]
    assert [(answer.status_code, answer["Content-Type"]) for answer in answers] == [
        (400, "application/problem+json"),
        (507, "application/problem+json"),
    ]
    document: Any = build_schema(Router("", [dmr_path("families", Families.as_view())])).convert()
    found = document["paths"]["/families"]["post"]["responses"]
    assert [(status, found[status]["description"]) for status in ("400", "500")] == [
        ("400", "Not so."),
        ("500", "Not now."),
    ]


def test_dmr_wants_a_declared_response() -> None:
    """At the line of the endpoint."""
    with pytest.raises(SpecError, match=r"the handler .*Nothing.get returns int: it names no declared response"):

        class Nothing(Controller[PydanticSerializer]):
            @on_dmr.replies
            def get(self) -> int:
                """Give a number."""
                return 1

    unregistered = respond_unregistered(299).text("a").compile()
    with pytest.raises(SpecError, match="dmr knows no such status: 299"):

        class Odd(Controller[PydanticSerializer]):
            @on_dmr.replies
            @returns(unregistered)
            def get(self) -> Any:
                """Give it."""
                return unregistered()

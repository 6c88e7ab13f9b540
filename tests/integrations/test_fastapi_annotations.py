"""FastAPI with the line switched on: what the annotations of handlers may be, and what is refused."""

from __future__ import annotations

import functools
import sys
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Annotated, Any, Literal, Never, NoReturn, Optional

import msgspec
import pydantic
import pytest
from fastapi import APIRouter, Depends, FastAPI, WebSocket
from fastapi import Response as Starlettes
from fastapi.exceptions import FastAPIError, ResponseValidationError
from fastapi.routing import APIRoute
from fastapi.testclient import TestClient
from typing_extensions import TypeAliasType

from antiphon import Bodiless, FileReply, Location, Problem, Raisable, Redirect, Reply, SpecError, host_cookie, respond
from antiphon.integrations.fastapi import ReplyRoute, install, raises, returns
from antiphon.responses import FileResponse, HTMLResponse, JSONResponse, RedirectResponse, Response


class User(pydantic.BaseModel):
    name: str


class Secretive(User):
    """A row of the database: FastAPI's response model leaves the password out."""

    password: str


class Shown(Reply[User]): ...


class Taken(Reply[Problem], status=409, media_type="application/problem+json"):
    """Somebody has it."""


class Gone(Bodiless): ...


class Session(Reply[User], status=201):
    sid: str = host_cookie()


created = respond(201).json(User).cache_control(no_store=True).compile()
taken = respond(409).problem(title="Taken").compile()
Answer = TypeAliasType("Answer", Shown | Taken)


def reply_or_reply() -> Shown | Taken:
    return Taken(Problem(title="t"))


def model_or_reply() -> User | Taken:
    return Secretive(name="Ada", password="hidden")


def model_and_none() -> User | None | Taken:  # noqa: RUF036 - the order is the point
    return None


def none_or_reply() -> None | Taken:  # noqa: RUF036 - the order is the point
    return None


def alias() -> Answer:
    return Shown(User(name="Ada"))


def quoted() -> "User | Taken":  # noqa: UP037 - twice, with the import of annotations above
    return Secretive(name="Ada", password="hidden")


def quoted_inside() -> Optional["Annotated['Shown', raises(Taken)]"]:  # noqa: UP037, UP045 - as many write it
    return Shown(User(name="Ada"))


def annotated() -> Annotated[JSONResponse[Literal[201], User], created] | Taken:
    return created(User(name="Ada"))


@returns(created, taken)
def compiled() -> JSONResponse[Literal[201], User] | JSONResponse[Literal[409]]:
    return taken()


def file_or_reply() -> FileResponse | Taken:
    return FileResponse(__file__)


def page_or_reply() -> HTMLResponse | Gone:
    return HTMLResponse("<p>")


def leads_or_reply() -> RedirectResponse | Taken:
    return RedirectResponse("/elsewhere")


def list_or_reply() -> list[User] | Taken:
    return [Secretive(name="Ada", password="hidden")]


#: The handler, the status that it answers with, the statuses of its document, and what it sends.
HANDLERS: list[tuple[Callable[..., Any], int, set[str], Any]] = [
    (reply_or_reply, 409, {"200", "409"}, {"title": "t", "status": 409}),
    (model_or_reply, 200, {"200", "409"}, {"name": "Ada"}),
    (model_and_none, 200, {"200", "409"}, None),
    (none_or_reply, 200, {"200", "409"}, None),
    (alias, 200, {"200", "409"}, {"name": "Ada"}),
    (quoted, 200, {"200", "409"}, {"name": "Ada"}),
    (quoted_inside, 200, {"200", "409"}, {"name": "Ada"}),
    (annotated, 201, {"201", "409"}, {"name": "Ada"}),
    (compiled, 409, {"201", "409"}, {"title": "Taken", "status": 409}),
    (list_or_reply, 200, {"200", "409"}, [{"name": "Ada"}]),
]
OTHERS: list[tuple[Callable[..., Any], set[str]]] = [
    (file_or_reply, {"200", "409"}),
    (page_or_reply, {"200", "204"}),
    (leads_or_reply, {"307", "409"}),
]


def _direct(handler: Any) -> FastAPI:
    app = FastAPI()
    install(app)
    app.get("/x")(handler)
    return app


def _included_before(handler: Any) -> FastAPI:
    router, app = APIRouter(), FastAPI()
    router.get("/x")(handler)
    app.include_router(router)
    install(app)
    return app


def _included_after(handler: Any) -> FastAPI:
    outer, inner, app = APIRouter(), APIRouter(), FastAPI()
    install(app)
    app.include_router(outer)
    outer.include_router(inner)
    inner.get("/x")(handler)
    return app


def _by_class(handler: Any) -> FastAPI:
    app = FastAPI()
    app.router.route_class = ReplyRoute
    app.get("/x")(handler)
    return app


def _alone(handler: Any) -> FastAPI:
    router = APIRouter()
    install(router)
    router.get("/x")(handler)
    app = FastAPI()
    app.include_router(router)
    install(app)
    return app


WAYS = [_direct, _included_before, _included_after, _by_class, _alone]


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(
    ("handler", "status", "statuses", "content"), HANDLERS, ids=lambda v: getattr(v, "__name__", "")
)
def test_each_annotation_is_read(
    way: Callable[[Any], FastAPI], handler: Callable[..., Any], status: int, statuses: set[str], content: Any
) -> None:
    """However the handler's router comes to the application."""
    app = way(handler)
    answer = TestClient(app).get("/x")
    assert (answer.status_code, answer.json()) == (status, content)
    assert set(app.openapi()["paths"]["/x"]["get"]["responses"]) == statuses


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize(("handler", "statuses"), OTHERS)
def test_classes_that_declare_nothing_are_beside_replies(
    way: Callable[[Any], FastAPI], handler: Callable[..., Any], statuses: set[str]
) -> None:
    """A file, a page, a redirect: their statuses are their classes' own."""
    app = way(handler)
    assert TestClient(app, follow_redirects=False).get("/x").status_code in map(int, statuses)
    assert set(app.openapi()["paths"]["/x"]["get"]["responses"]) == statuses


def test_the_document_has_what_is_declared() -> None:
    """Fields, cookies, media types and descriptions, without invented content, and schemas by reference."""
    app = _included_after(annotated)

    @app.get("/session")
    def session() -> Session | Gone | Taken:
        return Gone()

    document = app.openapi()
    said = document["paths"]["/session"]["get"]["responses"]
    assert set(said["201"]["headers"]) == {"Set-Cookie"}
    assert "content" not in said["204"]
    assert said["409"] == {"$ref": "#/components/responses/Taken"}
    shared = document["components"]["responses"]["Taken"]
    assert list(shared["content"]) == ["application/problem+json"]
    assert shared["description"] == "Somebody has it."
    created_ = document["paths"]["/x"]["get"]["responses"]["201"]
    assert created_["content"] == {"application/json": {"schema": {"$ref": "#/components/schemas/User"}}}
    assert "Cache-Control" in created_["headers"]
    assert set(document["components"]["schemas"]) == {"User", "Problem"}


def test_two_contents_of_one_status_are_alternatives() -> None:
    """A model and a reply of 200 are both in the document, as oneOf."""

    class Count(Reply[int]): ...

    app = FastAPI()
    install(app)

    @app.get("/x")
    def x() -> User | Count:
        return Count(1)

    schema = app.openapi()["paths"]["/x"]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
    assert schema == {"oneOf": [{"$ref": "#/components/schemas/User"}, {"type": "integer"}]}
    assert TestClient(app).get("/x").json() == 1


def test_starlettes_own_classes_are_read_where_the_router_is_switched_on() -> None:
    """FastAPI's own refusal is not met: the annotation is read before it."""

    def handler() -> User | Starlettes:
        return Starlettes("x", 202)

    app = _direct(handler)
    assert TestClient(app).get("/x").status_code == 202


class _Endpoint:
    """A handler that is an object."""

    async def __call__(self) -> Shown | Taken:
        return Shown(User(name="Ada"))


@pytest.mark.parametrize(
    "handler",
    [_Endpoint(), functools.partial(model_or_reply), _Endpoint().__call__],
    ids=["object", "partial", "method"],
)
def test_handlers_need_not_be_functions(handler: Any) -> None:
    """Objects, partials and methods are read, and called as before."""
    app = FastAPI()
    install(app)
    app.add_api_route("/x", handler, name="x")
    assert TestClient(app).get("/x").json() == {"name": "Ada"}
    assert {"200", "409"} == set(app.openapi()["paths"]["/x"]["get"]["responses"])


SEEN: list[str] = []


def current() -> str:
    """Who asks."""
    return "real"


async def closing() -> AsyncIterator[str]:
    """A resource."""
    yield "open"
    SEEN.append("closed")


def test_everything_else_of_fastapi_is_as_before() -> None:
    """Mounted applications, websockets, lifespan, generators, overrides and plain handlers."""
    SEEN.clear()

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncGenerator[None]:
        SEEN.append("up")
        yield
        SEEN.append("down")

    app, below = FastAPI(lifespan=lifespan), FastAPI()
    install(app)
    app.mount("/below", below)

    @below.get("/x")
    def mounted() -> User | Taken:
        return Taken(Problem(title="t"))

    @app.get("/plain")
    def plain(name: Annotated[str, Depends(current)], _opened: Annotated[str, Depends(closing)]) -> dict[str, str]:
        return {"name": name}

    @app.get("/untyped")
    def untyped():  # type: ignore[no-untyped-def]  # noqa: ANN202 - as many handlers are written
        return {"a": 1}

    @app.get("/reply")
    def reply(name: Annotated[str, Depends(current)]) -> Shown | Taken:
        return Shown(User(name=name))

    @app.websocket("/ws")
    async def socket(websocket: WebSocket) -> None:
        await websocket.accept()
        await websocket.send_text("hello")
        await websocket.close()

    app.dependency_overrides[current] = lambda: "overridden"
    with TestClient(app) as client:
        assert client.get("/below/x").status_code == 409
        assert client.get("/plain").json() == {"name": "overridden"}
        assert client.get("/untyped").json() == {"a": 1}
        assert client.get("/reply").json() == {"name": "overridden"}
        with client.websocket_connect("/ws") as ws:
            assert ws.receive_text() == "hello"
        assert {"200", "409"} == set(client.get("/below/openapi.json").json()["paths"]["/x"]["get"]["responses"])
    assert SEEN == ["up", "closed", "down"]


def test_a_route_class_of_ones_own_stays() -> None:
    """It keeps its own way to handle requests, and its annotations are read at start."""
    handled: list[str] = []

    class Timed(APIRoute):
        def get_route_handler(self) -> Callable[..., Any]:
            handle = super().get_route_handler()

            async def timed(request: Any) -> Any:
                handled.append(self.path)
                return await handle(request)

            return timed

    app = FastAPI()
    router = APIRouter(route_class=Timed)
    router.get("/x")(model_or_reply)
    app.include_router(router)
    install(app)
    assert TestClient(app).get("/x").json() == {"name": "Ada"}
    assert handled == ["/x"]
    assert {"200", "409"} == set(app.openapi()["paths"]["/x"]["get"]["responses"])


def _refusal(handler: Any, **options: Any) -> str:
    app = FastAPI()
    install(app)
    with pytest.raises(SpecError) as caught:
        app.get("/x", **options)(handler)
    return str(caught.value)


def _list_of_replies() -> list[Shown]:
    return []


def _a_base() -> Reply[User]:
    raise NotImplementedError


def _unknown() -> Shown | Missing:  # type: ignore[name-defined]  # noqa: F821 - the point
    raise NotImplementedError


class Opaque:
    """Pydantic makes no schema of it."""


def _opaque() -> Opaque | Taken:
    raise NotImplementedError


def _content_of_a_reply() -> User | Problem:
    raise NotImplementedError


class _Row(msgspec.Struct):
    id: int


def _structs() -> list[_Row]:
    raise NotImplementedError


def _a_field() -> Location:
    raise NotImplementedError


def _never() -> NoReturn:
    raise NotImplementedError


def _compiled() -> created:  # type: ignore[valid-type]  # the point
    raise NotImplementedError


@pytest.mark.parametrize(
    ("handler", "said"),
    [
        (_list_of_replies, "a response inside of something else"),
        (_a_base, "names no reply of its own"),
        (_unknown, "'Missing' is not defined"),
        (_opaque, "pydantic makes no response model of it"),
        (_content_of_a_reply, "declare a reply, class ...(Reply[Problem], status=404)"),
        (_structs, "_Row is a msgspec.Struct, which FastAPI has no models of: declare a reply, class ...(Reply[_Row])"),
        (_a_field, "Location is a field: declare a reply that has it"),
        (_never, "@raises(...)"),
    ],
)
def test_what_is_not_understood_is_refused(handler: Any, said: str) -> None:
    """With the handler's name, file and line, the annotation and the way out."""
    message = _refusal(handler)
    assert said in message
    assert handler.__name__ in message
    assert f"{__file__}:{handler.__code__.co_firstlineno}:1" in message
    assert "response_model=None" in message or "TYPE_CHECKING" in message
    assert "Invalid args for response field" not in message


def test_a_compiled_response_is_no_type() -> None:
    """The refusal says what to write; where nobody reads the annotation, FastAPI's own refusal is met."""
    message = _refusal(_compiled)
    assert "the handler _compiled returns created: it is not a type" in message
    assert "write `@returns(created)` above the handler, and annotate it `JSONResponse[Literal[201], User]`" in message
    with pytest.raises(FastAPIError, match="Invalid args for response field"):
        APIRouter().get("/x")(_compiled)


class Away(Reply[Problem], Raisable, status=410):
    """Not here any more."""


class Moved(Redirect, Raisable, status=308):
    """Elsewhere."""


@raises(Away)
def always_away() -> NoReturn:
    raise Away(Problem(title="t"))


@raises(Away, Moved)
async def away_or_moved() -> Never:
    raise Moved(location=Location("/x"))


@pytest.mark.parametrize(
    ("handler", "statuses"), [(always_away, {"410"}), (away_or_moved, {"410", "308"})], ids=["NoReturn", "Never"]
)
def test_a_handler_that_never_returns(handler: Any, statuses: set[str]) -> None:
    """The document has the replies that it raises, and nothing else."""
    app = FastAPI()
    install(app, undeclared="refuse")
    app.get("/x")(handler)

    assert statuses == set(app.openapi()["paths"]["/x"]["get"]["responses"])
    assert str(TestClient(app).get("/x", follow_redirects=False).status_code) in statuses


def test_a_model_that_is_none_is_refused_as_fastapi_does() -> None:
    """The refusal is a FastAPIError as well: whoever catches that goes on to."""
    app = FastAPI()
    install(app)
    options: dict[str, Any]
    for options in ({"response_model": Opaque}, {"responses": {500: {"model": Opaque}}}):
        with pytest.raises(FastAPIError, match="AN040") as refused:
            app.get("/x", **options)(lambda: None)
        assert isinstance(refused.value, SpecError)


def test_response_model_none_changes_no_document() -> None:
    """Classes that declare nothing are FastAPI's own business then."""

    def handler() -> Starlettes | dict[str, str]:
        return {"a": "b"}

    plain, app = FastAPI(), FastAPI()
    install(app)
    for one in (plain, app):
        one.get("/x", response_model=None)(handler)
    assert plain.openapi() == app.openapi()
    assert TestClient(app).get("/x").json() == {"a": "b"}


@pytest.mark.parametrize("handler", [_unknown, _opaque, _list_of_replies])
def test_response_model_none_leaves_the_annotation_unread(handler: Any) -> None:
    """The way out that the message names."""
    app = FastAPI()
    install(app)
    app.get("/x", response_model=None)(handler)
    assert set(app.openapi()["paths"]["/x"]["get"]["responses"]) >= {"200"}


@pytest.mark.parametrize(
    ("options", "said"),
    [
        ({"status_code": 202}, "status_code=202"),
        ({"response_model": int}, "response_model=int"),
        ({"response_class": HTMLResponse}, "response_class=HTMLResponse"),
        ({"response_class": FileResponse}, "response_class=FileResponse, and its annotation"),
        ({"response_class": RedirectResponse}, "response_class=RedirectResponse, and its annotation"),
        ({"response_model_exclude": {"name"}}, "response_model_exclude=, which is for models"),
        ({"response_model_exclude_none": True}, "response_model_exclude_none=, which is for models"),
        ({"response_model_by_alias": False}, "response_model_by_alias=, which is for models"),
        ({"responses": {409: {"model": User}}}, "409 has User"),
        ({"responses": {409: {"content": {"text/plain": {}}}}}, "409 is text/plain"),
    ],
)
def test_a_decorator_that_contradicts_is_refused(options: dict[str, Any], said: str) -> None:
    """Each option says nothing else than the annotation."""
    message = _refusal(reply_or_reply, **options)
    assert said in message
    assert "the decorator of reply_or_reply" in message


class Report(FileReply): ...


def _redirect() -> Moved | Taken:
    raise NotImplementedError


def _file() -> Report | Taken:
    raise NotImplementedError


@pytest.mark.parametrize(
    ("handler", "options"),
    [
        (_redirect, {"response_class": RedirectResponse}),
        (_file, {"response_class": FileResponse}),
        (reply_or_reply, {"response_class": Starlettes}),
        (model_or_reply, {"response_model_exclude": {"name"}}),
        (reply_or_reply, {"response_model_exclude": None, "response_model_by_alias": True}),
    ],
)
def test_a_decorator_that_says_the_same_is_taken(handler: Any, options: dict[str, Any]) -> None:
    """A class of the annotation's kind, and options that do nothing or are about a model."""
    app = FastAPI()
    install(app)
    app.get("/x", **options)(handler)
    assert "409" in app.openapi()["paths"]["/x"]["get"]["responses"]


def test_a_union_of_quotes_is_advised() -> None:
    """One pair of quotes around all of it helps."""

    def handler() -> Any:
        raise NotImplementedError

    handler.__annotations__["return"] = '"Taken" | "Moved"'
    app = FastAPI()
    install(app)
    with pytest.raises(SpecError) as refused:
        app.get("/x")(handler)
    assert "put the whole union in quotes" in refused.value.diagnostics[0].help


def test_all_contradictions_are_said_at_once() -> None:
    """One start, one error."""
    message = _refusal(reply_or_reply, status_code=202, response_class=HTMLResponse)
    assert "status_code=202" in message
    assert "response_class=HTMLResponse" in message


def test_a_model_beside_a_status_without_content_contradicts() -> None:
    """FastAPI by itself asserts it without a place; a handler that returns None or a reply may have it."""
    assert "status_code=204, which has no content" in _refusal(model_or_reply, status_code=204)

    def nothing() -> Taken | None:
        return None

    app = FastAPI()
    install(app)
    app.delete("/", status_code=204)(nothing)
    assert TestClient(app).delete("/").status_code == 204


def test_a_decorator_adds_to_the_annotation() -> None:
    """Descriptions, examples, other statuses, and the same again are merged."""
    app = FastAPI()
    install(app)
    example = {"application/problem+json": {"example": {"title": "Taken"}}}
    responses: dict[int | str, dict[str, Any]] = {
        409: {"description": "Ask for another.", "content": example, "model": Problem},
        429: {"description": "Later."},
    }
    app.get("/x", status_code=200, responses=responses, response_class=JSONResponse)(reply_or_reply)
    said = app.openapi()["paths"]["/x"]["get"]["responses"]
    assert set(said) == {"200", "409", "429"}
    assert said["409"]["description"] == "Ask for another."
    media = said["409"]["content"]["application/problem+json"]
    assert media == {"schema": {"$ref": "#/components/schemas/Problem"}, "example": {"title": "Taken"}}


def test_plain_responses_are_no_content_of_models() -> None:
    """Pydantic takes a reply where FastAPI asks, and never as a field of a model."""
    with pytest.raises(pydantic.errors.PydanticSchemaGenerationError):

        class Holds(pydantic.BaseModel):
            reply: Shown

    assert Response(b"").body == b""


def test_returns_and_raises_take_declarations_only() -> None:
    """TypeError for anything else, where the decorator is written."""
    wrong: Any = User
    with pytest.raises(TypeError, match="returns: User declares no response"):
        returns(wrong)


def test_errors_of_fastapi_name_the_users_handler() -> None:
    """Not the function around it."""
    app = FastAPI()
    install(app)

    @app.get("/x")
    def handler(number: int) -> User | Taken:
        return {"wrong": number}  # type: ignore[return-value]  # it is the point

    with pytest.raises(ResponseValidationError) as caught:
        TestClient(app).get("/x?number=1")
    assert f'File "{__file__}"' in str(caught.value)
    assert "in handler" in str(caught.value)


@pytest.mark.skipif(sys.version_info < (3, 14), reason="annotations are evaluated by the statement itself")
def test_a_parameter_may_name_what_is_not_there() -> None:
    """PEP 649: FastAPI needs no type of what a dependency gives, so the handler need not have one at run time."""
    source = """
def show(user: Nowhere = Depends(user)) -> Shown | Taken:
    return Shown(user)

async def show_async(user: Nowhere = Depends(user)) -> Shown | Taken:
    return Shown(user)
"""
    names: dict[str, Any] = {"Depends": Depends, "Shown": Shown, "Taken": Taken, "user": lambda: User(name="Ada")}
    exec(source, names)
    app = FastAPI()
    install(app)
    app.get("/a")(names["show"])
    app.get("/b")(names["show_async"])

    client = TestClient(app)
    assert [{"name": "Ada"}] * 2 == [client.get(path).json() for path in ("/a", "/b")]
    assert {"200", "409"} == client.get("/openapi.json").json()["paths"]["/a"]["get"]["responses"].keys()


def test_what_is_said_above_the_route_is_refused() -> None:
    """The route has been read by then, so it would be in no document."""
    app = FastAPI()
    install(app)
    shown = respond(200).json(dict[str, int]).compile()

    def handler() -> Any: ...

    for decorate in (returns(shown), raises(shown)):
        assert handler is decorate(handler)
    app.get("/x")(handler)
    for decorate in (returns(shown), raises(shown)):
        with pytest.raises(
            TypeError, match=r"handler has been read already: write @r[a-z]+\(...\) below the decorator"
        ):
            decorate(handler)

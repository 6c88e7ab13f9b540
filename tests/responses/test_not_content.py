"""A response is never content: whatever it is put in and whoever renders that, nothing of it is printed."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable
from typing import Any

import attrs
import msgspec
import orjson
import pydantic
import pydantic_core
import pytest
import starlette.responses
from fastapi import FastAPI
from fastapi.encoders import jsonable_encoder
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from litestar.serialization import default_serializer, encode_json
from starlette.testclient import TestClient

from antiphon import Bodiless, Location, ParamError, Params, Redirect, Reply, host_cookie, respond
from antiphon.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from tests.support.asked import examples

SECRET = "of-one-user"


class Session(Params):
    session: str = host_cookie()


class User(msgspec.Struct):
    id: int


class SignedIn(Reply[User]):
    session: str = host_cookie()


class Gone(Bodiless):
    session: str = host_cookie()


class Home(Redirect):
    session: str = host_cookie()


class Logged(JSONResponse[int, Any]):
    """A subclass of a user's own."""


created = respond(201).json(User).params(Session).compile()
page = respond(200).html().params(Session).compile()
gone = respond(204).params(Session).compile()


def _drop_in(make: Callable[[], Response]) -> Callable[[], Response]:
    def with_cookie() -> Response:
        response = make()
        response.set_cookie("session", SECRET, secure=True, httponly=True)
        return response

    return with_cookie


#: Every way to come by a response, each with a cookie that only its own client may see.
RESPONSES: list[Callable[[], Any]] = [
    lambda: created(User(1), session=SECRET),
    lambda: page("<p>", session=SECRET),
    lambda: gone(session=SECRET),
    lambda: SignedIn(User(1), session=SECRET),
    lambda: Gone(session=SECRET),
    lambda: Home(location=Location("/home"), session=SECRET),
    _drop_in(lambda: Response("x")),
    _drop_in(lambda: JSONResponse({"a": 1})),
    _drop_in(lambda: Logged([])),
    _drop_in(lambda: HTMLResponse("x")),
    _drop_in(lambda: PlainTextResponse("x")),
    _drop_in(lambda: RedirectResponse("/")),
    _drop_in(lambda: StreamingResponse([b"x"])),
    _drop_in(lambda: FileResponse(__file__)),
]
#: Things that make a response and are not one yet.
MAKERS: list[Any] = [created, gone, SignedIn, Gone, JSONResponse, type(created(User(1), session=SECRET)), Reply]


class Envelope(msgspec.Struct):
    data: Any


@dataclasses.dataclass
class Wrapped:
    data: Any


@dataclasses.dataclass(slots=True)
class Slotted:
    data: Any


@attrs.define
class Attributed:
    data: Any


class Model(pydantic.BaseModel):
    data: Any


class Extended(pydantic.BaseModel, extra="allow"): ...


class Strict(pydantic.BaseModel, arbitrary_types_allowed=True):
    data: starlette.responses.Response


class Root(pydantic.RootModel[Any]): ...


def _extended(value: Any) -> Extended:
    return Extended.model_validate({"extra": value})


#: Whatever may hold a value on its way into a body.
CONTAINERS: list[Callable[[Any], Any]] = [
    lambda value: [value],
    lambda value: [1, None, value],
    lambda value: (value,),
    lambda value: {"data": value},
    lambda value: {"data": {"deep": [value]}},
    Envelope,
    Wrapped,
    Slotted,
    Attributed,
    lambda value: Model(data=value),
    lambda value: Model.model_construct(data=value),
    _extended,
    Root,
]


def _asdict(value: Any) -> Any:
    return dict(value)


#: Those who might print it, with what people write for values that they do not know.
SERIALISERS: dict[str, Callable[[Any], Any]] = {
    "msgspec.json": msgspec.json.encode,
    "msgspec.msgpack": msgspec.msgpack.encode,
    "msgspec.to_builtins": msgspec.to_builtins,
    "msgspec, vars": lambda value: msgspec.json.encode(value, enc_hook=vars),
    "json": json.dumps,
    "json, vars": lambda value: json.dumps(value, default=vars),
    "json, __dict__": lambda value: json.dumps(value, default=lambda unknown: unknown.__dict__),
    "json, dict": lambda value: json.dumps(value, default=_asdict),
    "json, list": lambda value: json.dumps(value, default=list),
    "orjson": orjson.dumps,
    "orjson, vars": lambda value: orjson.dumps(value, default=vars),
    "pydantic, Any": pydantic.TypeAdapter(Any).dump_json,
    "pydantic, object": pydantic.TypeAdapter(object).dump_json,
    "pydantic, to_jsonable_python": lambda value: pydantic.TypeAdapter(Any).dump_python(value, mode="json"),
    "pydantic, vars": lambda value: pydantic.TypeAdapter(Any).dump_json(value, fallback=vars),
    "fastapi": jsonable_encoder,
    "litestar": lambda value: encode_json(value, default_serializer),
    "starlette": starlette.responses.JSONResponse,
}


def refused_by_antiphon(content: Any) -> None:
    """Each way to render content that antiphon has refuses it and says why."""
    declared_as_anything: Any = respond(200).json(dict[str, Any]).compile()
    for render in (
        JSONResponse,
        lambda value: declared_as_anything({"data": value}),
        lambda value: respond(200).json(list[Any]).compile()([value]),
        lambda value: respond(200).json(Model).compile()(Model(data=value)),
        lambda value: respond(200).json(list[Model]).compile()([Model(data=value)]),
        lambda value: respond(200).json(Envelope).compile()(Envelope(value)),
    ):
        with pytest.raises(ParamError, match="a response was given where content is expected") as caught:
            render(content)
        assert SECRET not in str(caught.value)


@pytest.mark.parametrize("make", RESPONSES)
def test_antiphon_refuses_a_response_as_content(make: Callable[[], Any]) -> None:
    """Alone and in every container, and says that it is a response."""
    refused_by_antiphon(make())
    for contain in CONTAINERS:
        refused_by_antiphon(contain(make()))


@pytest.mark.parametrize("maker", MAKERS)
def test_antiphon_refuses_what_makes_responses(maker: Any) -> None:
    """A class of responses or a compiled function in the place of what it makes."""
    refused_by_antiphon(maker)
    refused_by_antiphon([maker])


@pytest.mark.parametrize("declared", [User, list[User], Model, list[Model], User | None, int, str])
def test_another_type_is_declared(declared: Any) -> None:
    """That it is a response is said before that it is not what was declared."""
    make: Any = respond(200).json(declared).compile()
    for content in (created(User(1), session=SECRET), [created(User(1), session=SECRET)], created, JSONResponse):
        if isinstance(content, list) and declared not in (list[User], list[Model]):
            continue
        with pytest.raises(ParamError, match="a response was given where content is expected"):
            make(content)


def test_text_and_octets_are_content_too() -> None:
    """Bodies that are no JSON say the same."""
    given = created(User(1), session=SECRET)
    makes: list[Any] = [
        respond(200).text().compile(),
        respond(200).html().compile(),
        respond(200).bytes("application/pdf").compile(),
        Response,
        HTMLResponse,
        StreamingResponse,
    ]
    for make in makes:
        with pytest.raises(ParamError, match="a response was given where content is expected"):
            make(given)


@settings(max_examples=examples(300), deadline=None)
@given(
    st.sampled_from(RESPONSES),
    st.lists(st.sampled_from(CONTAINERS), max_size=3),
    st.sampled_from(sorted(SERIALISERS)),
)
def test_no_serialiser_prints_a_response(
    make: Callable[[], Any], containers: list[Callable[[Any], Any]], serialiser: str
) -> None:
    """Whoever is given a response raises, however deep it is."""
    assume(
        _extended not in containers or ("vars" not in serialiser and "__dict__" not in serialiser)
    )  # no member there
    content = make()
    for contain in containers:
        content = contain(content)

    with pytest.raises(Exception) as caught:  # noqa: PT011 - each serialiser has its own
        SERIALISERS[serialiser](content)

    assert SECRET not in str(caught.value)
    assert "raw_headers" not in str(caught.value)


def test_a_model_of_responses_is_not_printed() -> None:
    """A field that is declared as a response can be validated and never serialised."""
    model = Strict(data=created(User(1), session=SECRET))

    with pytest.raises(pydantic_core.PydanticSerializationError, match="serialize unknown type"):
        model.model_dump_json()


@pytest.mark.parametrize("path", ["/any", "/dict", "/list", "/model", "/struct"])
def test_fastapi_prints_none(path: str) -> None:
    """A handler that returns a response inside of something else fails; alone it is a response as ever."""
    app = FastAPI()
    routes: dict[str, Any] = {
        "/any": lambda: {"data": created(User(1), session=SECRET)},
        "/list": lambda: [created(User(1), session=SECRET)],
        "/model": lambda: Model(data=created(User(1), session=SECRET)),
        "/struct": lambda: Envelope(created(User(1), session=SECRET)),
    }

    def declared() -> dict[str, Any]:
        return {"data": created(User(1), session=SECRET)}

    def alone() -> Any:
        return created(User(1), session=SECRET)

    app.get(path)(routes.get(path, declared))
    app.get("/alone")(alone)
    client = TestClient(app, raise_server_exceptions=False)

    assert client.get(path).status_code == 500
    assert SECRET not in client.get(path).text
    assert client.get("/alone").status_code == 201


@pytest.mark.parametrize("make", RESPONSES)
def test_attributes_are_named_and_never_listed(make: Callable[[], Any]) -> None:
    """`vars` gives what `functools.cached_property` needs; `dir` still names all."""
    response = make()
    attributes = vars(response)

    attributes["colour"] = "red"
    assert (response.colour, attributes["colour"], attributes.get("colour")) == ("red", "red", "red")
    assert "colour" in attributes
    del attributes["colour"]
    assert not hasattr(response, "colour")
    assert attributes.get("colour", 1) == 1
    assert {"status_code", "raw_headers", "set_cookie"} <= set(dir(response))
    for listed in (dict, list, iter):
        with pytest.raises(ParamError, match="a response was given where content is expected"):
            listed(attributes)

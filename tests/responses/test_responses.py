"""The concrete responses have Starlette's interface, and render what it renders."""

from __future__ import annotations

import dataclasses
import inspect
import json
import types
from collections.abc import Callable, Mapping
from http import HTTPStatus
from pathlib import Path
from typing import Any, Literal, get_origin, get_type_hints

import msgspec
import pydantic
import pytest
import starlette.datastructures
import starlette.responses

import antiphon.responses
from antiphon import ParamError, redirect, respond
from antiphon.responses import FileResponse, HTMLResponse, JSONResponse, Response, StreamingResponse
from tests.support.exchange import sent_by
from tests.support.suites import RECORDED

SURFACE = RECORDED / "starlette_surface.json"
CLASSES = [
    getattr(antiphon.responses, name) for name in antiphon.responses.__all__ if hasattr(starlette.responses, name)
]


@pytest.mark.parametrize("ours", CLASSES, ids=lambda ours: ours.__name__)
def test_each_class_is_a_real_subclass_of_starlettes(ours: type) -> None:
    """FastAPI's isinstance and issubclass checks hold."""
    assert issubclass(ours, getattr(starlette.responses, ours.__name__))
    assert issubclass(ours, Response)


#: Annotations that are wider than Starlette's, and Starlette's.
WIDER = {
    "headers: 'HeaderLines | None'": "headers: 'Mapping[str, str] | None'",
    "max_age: 'float | None'": "max_age: 'int | None'",
    "expires: 'datetime | str | float | None'": "expires: 'datetime | str | int | None'",
}


def _signature(method: Callable[..., object]) -> str:
    text = str(inspect.signature(method))
    for ours, theirs in WIDER.items():
        text = text.replace(ours, theirs)
    return text


@pytest.mark.parametrize("ours", CLASSES, ids=lambda ours: ours.__name__)
def test_every_signature_takes_what_starlettes_takes(ours: type) -> None:
    """Names, order, kinds and defaults of every method are Starlette's, and annotations are, or wider ones."""
    theirs = getattr(starlette.responses, ours.__name__)
    names = ["__init__", "render", "init_headers", "set_cookie", "delete_cookie", "__call__"]
    for name in names:
        assert _signature(getattr(theirs, name)) == _signature(getattr(ours, name))


@pytest.mark.parametrize("ours", CLASSES, ids=lambda ours: ours.__name__)
def test_the_recorded_surface_of_starlette_1_10_is_there(ours: type) -> None:
    """The recorded surface of Starlette 1.10.0 is there, whichever version is installed."""
    recorded = json.loads(SURFACE.read_text())["classes"][ours.__name__]["own"]
    for name, text in recorded.items():
        found = inspect.getattr_static(ours, name)
        if text.startswith(("def", "async def")):
            assert text.partition("def")[2] == _signature(getattr(ours, name))
        elif text.startswith("attr"):
            assert text == f"attr = {found!r}"


@pytest.mark.parametrize("ours", CLASSES, ids=lambda ours: ours.__name__)
def test_status_code_has_an_int_default(ours: Any) -> None:
    """FastAPI reads it for /openapi.json, and fails without."""
    assert type(inspect.signature(ours.__init__).parameters["status_code"].default) is int


@pytest.mark.parametrize("ours", CLASSES, ids=lambda ours: ours.__name__)
def test_annotations_can_be_resolved(ours: Any) -> None:
    """Frameworks that resolve the annotations of a constructor find every name."""
    assert get_type_hints(ours.__init__)["status_code"] is int


def test_a_subscript_gives_the_class_itself() -> None:
    """So a framework that looks at an annotation sees a plain class."""

    def handler() -> JSONResponse[Literal[201], str]: ...  # type: ignore[empty-body]

    assert JSONResponse is JSONResponse[Literal[201], str]
    assert HTMLResponse is HTMLResponse[Literal[200]]
    assert JSONResponse is get_type_hints(handler)["return"]


@pytest.mark.parametrize(
    "compiled",
    [
        respond(200).json(int).compile(),
        respond(204).compile(),
        respond(200).html().compile(),
        respond(200).stream("text/csv").compile(),
        respond(200).file("text/csv").compile(),
        redirect(307, location="/x").compile(),
    ],
    ids=lambda compiled: str(compiled.__name__),
)
def test_annotations_of_a_compiled_response_can_be_resolved(compiled: Any) -> None:
    """Dependency injection asks for them, as of any function: an alias of a class that is its own subscript."""
    assert isinstance(compiled.__annotations__["return"], types.GenericAlias)
    returned = get_type_hints(compiled)["return"]
    assert issubclass(get_origin(returned) or returned, Response)


def test_a_response_is_starlettes_to_a_type_checker() -> None:
    """A function that is annotated with Starlette's class may return ours."""

    def handler() -> starlette.responses.Response:
        return JSONResponse([])

    assert isinstance(handler(), starlette.responses.JSONResponse)


def test_attributes_are_starlettes() -> None:
    """`media_type` is set on the instance only where it was given; raw headers are pairs in lower case."""
    response = JSONResponse({"a": 1}, 201, {"X-Trace": "é"}, "application/vnd.a+json")
    assert response.status_code == 201
    assert response.charset == "utf-8"
    assert response.background is None
    assert response.body == b'{"a":1}'
    assert response.media_type == "application/vnd.a+json"
    assert JSONResponse.media_type == "application/json"
    assert "media_type" not in vars(JSONResponse(1))
    assert response.raw_headers == [
        (b"x-trace", b"\xe9"),
        (b"content-length", b"7"),
        (b"content-type", b"application/vnd.a+json"),
    ]
    assert isinstance(response.headers, starlette.datastructures.MutableHeaders)
    assert response.headers.raw is response.raw_headers


def test_streams_and_files_have_no_body(tmp_path: Path) -> None:
    """As in Starlette: nothing is rendered beforehand."""
    assert not hasattr(StreamingResponse([b""]), "body")
    assert not hasattr(FileResponse(tmp_path), "body")


@pytest.mark.parametrize(
    ("name", "arguments", "keywords"),
    [
        ("Response", (), {}),
        ("Response", ("é",), {"media_type": "text/csv"}),
        ("Response", (b"x" * 5000, 418), {"headers": {"Content-Type": "a/b", "X-A": ""}}),
        ("Response", (None, 204), {"media_type": "text/plain"}),
        ("Response", (None, 304), {"headers": {"etag": '"a"', "content-length": "7"}}),
        ("Response", (None, 205), {}),
        ("Response", (None, HTTPStatus.ACCEPTED), {}),
        ("Response", (memoryview(b"abc"),), {"headers": {"content-length": "3"}}),
        ("Response", (None,), {"headers": {"content-length": "99"}}),
        ("HTMLResponse", ("<p>é",), {}),
        ("PlainTextResponse", ("é",), {"media_type": "text/plain; charset=utf-8"}),
        ("JSONResponse", ({"é": [1, None, True]},), {}),
        ("RedirectResponse", ("https://example.com/I ♥ ü?a=[b]#c",), {}),
        ("RedirectResponse", ("//cdn.example/x", 303, {"Location": "/elsewhere", "X-A": "b"}), {}),
        ("RedirectResponse", (starlette.datastructures.URL("/a?b=c"), 308), {}),
        ("StreamingResponse", ([b"a", "b"],), {"media_type": "text/plain"}),
        ("StreamingResponse", ([],), {"headers": {"Content-Length": "0"}}),
    ],
)
def test_what_both_accept_is_the_same_on_the_wire(
    name: str, arguments: tuple[Any, ...], keywords: dict[str, Any]
) -> None:
    """Message by message, to the octet."""
    theirs = sent_by(getattr(starlette.responses, name)(*arguments, **keywords))
    assert theirs == sent_by(getattr(antiphon.responses, name)(*arguments, **keywords))


def test_override_points_are_starlettes() -> None:
    """A subclass may replace `render`, `media_type`, `charset` and `init_headers`."""

    class Latin(Response):
        media_type = "text/x-latin"
        charset = "latin-1"

        def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
            super().init_headers({"x-mine": "1", **(headers or {})})

    class Shout(JSONResponse):
        def render(self, content: Any) -> bytes:
            return super().render(content).upper()

    assert Latin("é").body == b"\xe9"
    assert dict(Latin("é").raw_headers)[b"content-type"] == b"text/x-latin; charset=latin-1"
    assert dict(Latin("é", headers={"a": "b"}).raw_headers)[b"x-mine"] == b"1"
    assert Shout("a").body == b'"A"'


def test_a_set_cookie_of_a_subclass_also_deletes() -> None:
    """`delete_cookie` goes through `set_cookie`, as in Starlette."""

    class Logged(Response):
        def set_cookie(self, key: str, *arguments: Any, **keywords: Any) -> None:
            self.raw_headers.append((b"x-cookie", key.encode()))

    response = Logged()
    response.delete_cookie("a")
    assert (b"x-cookie", b"a") in response.raw_headers


def test_an_instance_needs_no_init() -> None:
    """The compiler makes instances by `__new__` and sets what varies; the rest may be on the class."""

    class Created(JSONResponse):
        status_code = 201
        media_type = "application/vnd.a+json"

    for _ in range(2):
        response = Created.__new__(Created)
        response.body = b"{}"
        response.raw_headers = [(b"content-length", b"2")]
        response.set_cookie("a", "b")
        response.headers["x-a"] = "1"
        assert sent_by(response) == [
            {
                "type": "http.response.start",
                "status": 201,
                "headers": [
                    (b"content-length", b"2"),
                    (b"set-cookie", b"a=b; Path=/; SameSite=lax"),
                    (b"x-a", b"1"),
                ],
            },
            {"type": "http.response.body", "body": b"{}"},
        ]


@pytest.mark.parametrize("status_code", [204, 205, 304, 103])
def test_none_is_no_content_where_the_status_has_none(status_code: int) -> None:
    """FastAPI renders None for a 204 endpoint by whatever class the endpoint has: it is no `null` then."""
    assert JSONResponse(None, status_code).body == b""
    assert JSONResponse(None).body == b"null"


class Colour(str):
    """A subclass of str, as templates make them."""

    __slots__ = ()


class Model(pydantic.BaseModel):
    """A pydantic model."""

    name: str


class Point(msgspec.Struct):
    """A Struct."""

    x: int


@dataclasses.dataclass
class Pair:
    """A dataclass."""

    left: Model
    right: Point


@pytest.mark.parametrize(
    "content",
    [
        {"é": "ü\u2028</script>", "a": [1, 1.5, None, True, -0.0, 10**30]},
        {None: 2, True: 3, 1.5: 4, 0: 5},
        (1, (2,)),
        Colour("red"),
        {"a": [Colour("red"), HTTPStatus.OK]},
        "",
    ],
)
def test_json_is_what_json_dumps_writes(content: Any) -> None:
    """Whatever Starlette's class can render has the same octets here."""
    assert starlette.responses.JSONResponse(content).body == JSONResponse(content).body


def test_json_takes_models() -> None:
    """Of pydantic, msgspec and the standard library, one in another."""
    assert JSONResponse([Pair(Model(name="a"), Point(1))]).body == b'[{"left":{"name":"a"},"right":{"x":1}}]'


def test_a_lazy_text_is_rendered() -> None:
    """Anything that can encode itself is text, as in Starlette."""

    class Lazy:
        def encode(self, charset: str) -> bytes:
            return f"in {charset}".encode()

    assert Response(Lazy()).body == b"in utf-8"


@pytest.mark.parametrize("response", [Response("a"), StreamingResponse([b"a"]), HTMLResponse("a", 403)])
def test_a_websocket_is_denied_with_a_response(response: Response) -> None:
    """ASGI's extension for it: the same messages under other names."""
    types = [message["type"] for message in sent_by(response, {"type": "websocket"})]
    assert types[0] == "websocket.http.response.start"
    assert set(types[1:]) == {"websocket.http.response.body"}


@pytest.mark.parametrize("name", ["ORJSONResponse", "UJSONResponse"])
def test_the_names_of_fastapis_json_classes(name: str) -> None:
    """They are JSONResponse: another encoder's keys are rendered, and NaN is refused."""
    response_class = getattr(antiphon.responses, name)
    assert issubclass(response_class, JSONResponse)
    assert response_class({1: 2, None: 3}, 201).body == b'{"1":2,"null":3}'
    with pytest.raises(ParamError, match="NaN"):
        response_class(float("nan"))


def test_a_semicolon_at_the_end_of_a_media_type_is_not_doubled() -> None:
    """RFC 9110 section 5.6.6 allows it, and a charset is put behind it."""
    response = Response("a", media_type="text/plain;")
    assert "text/plain; charset=utf-8" == response.headers["content-type"]

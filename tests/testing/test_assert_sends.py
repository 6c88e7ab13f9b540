"""`assert_sends`: what a declared response sends comes back with its types, and what differs is told at once."""

from __future__ import annotations

import asyncio
import dataclasses
import datetime as dt
import enum
import importlib
import io
import ipaddress
import uuid
from collections.abc import Callable, Iterable
from importlib.util import find_spec
from typing import Any, Literal

import attrs
import msgspec
import pydantic
import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.routing import Route
from starlette.testclient import TestClient
from typing_extensions import TypedDict

from antiphon import (
    Bodiless,
    BytesReply,
    Challenge,
    CookieValue,
    Created,
    ETag,
    Event,
    EventReply,
    FileReply,
    HTMLReply,
    JSONCookie,
    JSONLinesReply,
    Location,
    Problem,
    ProblemReply,
    Raisable,
    Redirect,
    Reply,
    SignedCookie,
    StreamReply,
    TextReply,
    TextStreamReply,
    Unauthorized,
    cookie,
    fixed,
    header,
    host_cookie,
    placeholder,
    respond,
)
from antiphon.cli.showing.sample import NoSample
from antiphon.cli.showing.sent import wire
from antiphon.reply.families import FamilyReply
from antiphon.rules.registry import rules
from antiphon.testing import Sent, assert_sends
from antiphon.testing.declared.differences import differences
from antiphon.testing.declared.seen import Seen


class User(msgspec.Struct):
    id: int
    name: str


class Colour(enum.Enum):
    RED = "red"


@dataclasses.dataclass
class Point:
    x: int
    when: dt.datetime


@attrs.define
class Place:
    host: ipaddress.IPv4Address


class Row(TypedDict):
    key: uuid.UUID


class Model(pydantic.BaseModel):
    users: list[str]
    size: int = pydantic.Field(alias="Size", ge=0)


class Prefs(msgspec.Struct):
    theme: str


class UserCreated(Created[User], cache_control="no-store"):
    session: str = host_cookie(max_age=dt.timedelta(hours=1))
    etag: ETag | None = header(default=None)


prefs = JSONCookie(Prefs)
signed = SignedCookie(Prefs, key="k" * 32, purpose="test", max_age=3600)


def asked(make: Callable[[], Any], **options: Any) -> Any:
    """The response that Starlette's client gets for what a handler returns."""

    async def handler(request: Request) -> Any:
        return make()

    client = TestClient(Starlette(routes=[Route("/a", handler)]), follow_redirects=False)
    return client.get("/a", **options)


def message(declared: Any, response: Any) -> str:
    """The text of an assertion that fails."""
    with pytest.raises(AssertionError) as raised:
        assert_sends(declared, response)
    return str(raised.value)


def test_a_reply_comes_back() -> None:
    """An instance of its class with what the wire said: content, status, params, fields."""
    sent = assert_sends(
        UserCreated, asked(lambda: UserCreated(User(1, "Ada"), location=Location("/users/1"), session="abc"))
    )

    assert isinstance(sent, UserCreated)
    assert (User(1, "Ada"), 201, "/users/1", "abc", None) == (
        sent.content,
        sent.status_code,
        sent.location,
        sent.session,
        sent.etag,
    )
    assert "no-store" == sent.headers["cache-control"]
    assert b'{"id":1,"name":"Ada"}' == sent.body


def test_a_compiled_response_comes_back() -> None:
    """Its status and content, with its params by name."""
    shown = respond(200).json(list[User]).header_param("x_total", int).compile()

    sent = assert_sends(shown, asked(lambda: shown([User(1, "Ada")], x_total=7)))

    assert Sent(200, [User(1, "Ada")], {"x_total": 7}) == sent


CONTENTS: list[tuple[Any, Any]] = [
    (User, User(1, "a")),
    (list[User], [User(1, "a")]),
    (dict[str, list[int]], {"a": [1]}),
    (Point, Point(1, dt.datetime(2030, 1, 2, tzinfo=dt.UTC))),
    (Place, Place(ipaddress.IPv4Address("127.0.0.1"))),
    (Row, {"key": uuid.UUID(int=7)}),
    (Model, Model(users=["a"], Size=3)),
    (list[Model], [Model(users=[], Size=0)]),
    (User | None, None),
    (Literal["a", "b"], "b"),
    (Colour, Colour.RED),
    (Iterable[User], [User(2, "b")]),
    (frozenset[int], frozenset({1, 2})),
]


@pytest.mark.parametrize(("type_", "content"), CONTENTS, ids=str)
def test_content_of_every_kind_of_type_comes_back(type_: Any, content: Any) -> None:
    """As the declared type, and equal."""
    declared: Any = respond(200).json(type_).compile()

    assert content == assert_sends(declared, asked(lambda: declared(content))).content


class Tick(Event[User], name="tick"): ...


class Feed(EventReply[Tick | User]): ...


class Lines(JSONLinesReply[User]): ...


class Octets(StreamReply): ...


class Texts(TextStreamReply): ...


class Page(HTMLReply): ...


class Csv(TextReply, media_type="text/csv"): ...


class Pdf(BytesReply, media_type="application/pdf"): ...


class Gone(Bodiless): ...


class Failed(FamilyReply[Problem], family="4XX"): ...


class OutOfStock(ProblemReply, type="https://shop.example/out", title="Out of stock", status=409):
    left: int


REPLIES: list[tuple[Any, Callable[[], Any], Any]] = [
    (Page, lambda: Page("<p>a"), "<p>a"),
    (Csv, lambda: Csv("a,b"), "a,b"),
    (Pdf, lambda: Pdf(b"%PDF"), b"%PDF"),
    (Gone, Gone, None),
    (Octets, lambda: Octets([b"a", b"b"]), [b"ab"]),
    (Texts, lambda: Texts(["a", "b"]), ["ab"]),
    (Lines, lambda: Lines([User(1, "a"), User(2, "b")]), [User(1, "a"), User(2, "b")]),
    (Feed, lambda: Feed([Tick(User(1, "a"), id="7"), User(2, "b")]), [Tick(User(1, "a"), id="7"), User(2, "b")]),
]


@pytest.mark.parametrize(("declared", "make", "content"), REPLIES, ids=lambda value: getattr(value, "__name__", None))
def test_content_of_every_kind_of_body_comes_back(declared: Any, make: Callable[[], Any], content: Any) -> None:
    """Of what is sent in pieces the list of them."""
    assert content == assert_sends(declared, asked(make)).content


class Taken(Reply[User], Raisable, status=409): ...


class MovedAway(Redirect, Raisable, status=303): ...


class Away(Bodiless, Raisable): ...


class Refused(FamilyReply[Problem], Raisable, family="4XX"): ...


RAISED: list[tuple[type[Raisable], Callable[[], Any]]] = [
    (Taken, lambda: Taken(User(1, "a"))),
    (OutOfStock, lambda: OutOfStock(left=0)),
    (MovedAway, lambda: MovedAway(location=Location("/"))),
    (Away, Away),
    (Refused, lambda: Refused(Problem(title="Wait"), status=429)),
]


@pytest.mark.parametrize(("declared", "make"), RAISED, ids=lambda value: getattr(value, "__name__", None))
def test_a_reply_that_may_be_raised_comes_back(declared: Any, make: Callable[[], Any]) -> None:
    """As an exception that may be raised again."""
    expected = make()
    sent = assert_sends(declared, asked(make))

    assert (expected.status_code, expected.body) == (sent.status_code, sent.body)
    with pytest.raises(declared, match=str(expected.status_code)):
        raise sent


def test_the_members_of_a_problem_come_back() -> None:
    """As attributes, those of each problem among them."""
    sent = assert_sends(OutOfStock, asked(lambda: OutOfStock(left=3, detail="Come back on Monday")))

    assert (3, "Come back on Monday", None) == (sent.left, sent.detail, sent.instance)


def test_a_file_comes_back_open(tmp_path: Any) -> None:
    """And the answer to a condition is one of its responses, too."""

    class Download(FileReply, media_type="text/plain; charset=utf-8"): ...

    (tmp_path / "a.txt").write_text("a")
    response = asked(lambda: Download(str(tmp_path / "a.txt")))
    content: Any = assert_sends(Download, response).content
    assert isinstance(content, io.BytesIO)
    assert b"a" == content.read()
    again = asked(lambda: Download(str(tmp_path / "a.txt")), headers={"If-None-Match": response.headers["etag"]})
    assert 304 == assert_sends(Download, again).status_code


class Params(Reply[User]):
    etag: ETag = header("ETag")
    expires: dt.datetime = header("Expires")
    retry: int = header("Retry-After")
    allow: tuple[str, ...] = header("Allow")
    colour: Colour = header("X-Colour")
    key: uuid.UUID = header("X-Key")
    total: int | None = header("X-Total", default=None)
    location: Location = fixed("/users/{user_id}/{name}")
    user_id: int = placeholder()
    name: str = placeholder()
    theme: Prefs = cookie(encode=prefs)
    login: Prefs = host_cookie(encode=signed)
    text: str = cookie(encode="percent")
    kept: CookieValue[str] = cookie()


def test_params_come_back_as_their_types() -> None:
    """From fields, templates and cookies of every codec."""
    given: dict[str, Any] = {
        "etag": ETag("a"),
        "expires": dt.datetime(2030, 1, 2, tzinfo=dt.UTC),
        "retry": 3,
        "allow": ("GET", "PUT"),
        "colour": Colour.RED,
        "key": uuid.UUID(int=1),
        "total": 9,
        "user_id": 5,
        "name": "a/ä",
        "theme": Prefs("dark"),
        "login": Prefs("light"),
        "text": "a; ä",
    }
    sent = assert_sends(Params, asked(lambda: Params(User(1, "a"), **given, kept=CookieValue("v", max_age=60))))

    assert given == {name: getattr(sent, name) for name in given}
    assert ("v", 60) == (sent.kept.value, sent.kept.max_age)


def test_everything_that_differs_is_told_at_once() -> None:
    """By field, cookie attribute and member; no cookie's value is in it."""

    def make() -> Any:
        made = UserCreated(User(1, "Ada"), location=Location("/users/1"), session="abc")
        made.raw_headers = [
            (b"content-type", b"text/html"),
            (b"set-cookie", b"__Host-session=secret-value; Secure; Path=/; SameSite=None; Max-Age=60"),
            (b"location", b"//other.example"),
        ]
        made.body = b'{"id":"x","name":"Ada"}'
        return made

    said = message(UserCreated, asked(make))

    assert "secret-value" not in said
    assert said.splitlines()[0] == "GET http://testserver/a was not answered as UserCreated is declared"
    for line in (
        "  Cache-Control: is missing, declared 'no-store'",
        "  Content-Type: is 'text/html', declared 'application/json'",
        "  cookie __Host-session: has no HttpOnly, declared HttpOnly",
        "  cookie __Host-session: has Max-Age=60, declared Max-Age=3600",
        "  cookie __Host-session: has SameSite=None, declared SameSite=Lax",
        "  content: Expected `int`, got `str` - at `$.id`",
    ):
        assert line in said.splitlines()


@pytest.mark.parametrize(
    ("declared", "content", "says"),
    [
        (respond(200).json(User).compile(), b'{"id":1,"name":"a","password":"x"}', "the member `$.password`"),
        (respond(200).json(list[User]).compile(), b'[{"id":1,"name":"a","pin":"x"}]', "the member `$[...].pin`"),
        (respond(200).json(User).compile(), b'{"id":1}', "missing required field `name`"),
        (respond(200).json(User).compile(), b"<p>", "is not JSON"),
        (respond(200).json(Model).compile(), b'{"users":[],"Size":-1}', "greater than or equal to 0 - at `$.Size`"),
        (respond(200).text("Hello").compile(), b"Bye", "is 'Bye', declared 'Hello'"),
        (respond(200).html().compile(), b"\xff", "is not text in UTF-8"),
        (Lines, b'{"id":1,"name":"a"}\n{"id":2}\n', "item 2: "),
        (Feed, b"event: tock\ndata: 1\n\n", "event 1 is named 'tock'"),
        (Feed, b'event: tick\ndata: {"id":1}\n\n', "event 1, tick: "),
        (OutOfStock, b'{"type":"https://shop.example/out","title":"Out of stock","status":409}', "`left`"),
    ],
)
def test_content_that_is_not_of_the_type(declared: Any, content: bytes, says: str) -> None:
    """With the place."""
    spec = declared.spec
    found = [str(one) for one in differences(spec, Seen(status=spec.status, lines=(), content=content))]

    assert any(says in one for one in found if one.startswith("content:")), found


@pytest.mark.parametrize(
    ("declared", "lines", "says"),
    [
        (respond(200).json(User).compile(), [], "Content-Type: is missing"),
        (Params, [("ETag", "a")], "ETag: is 'a': "),
        (Params, [("Expires", "soon")], "Expires: is 'soon': "),
        (Params, [("X-Colour", "blue")], "X-Colour: is 'blue': 'blue' is not of type Colour"),
        (Params, [("X-Key", "7")], "X-Key: is '7': '7' is not of type UUID"),
        (Params, [("Location", "/users/1")], "Location: is '/users/1', declared '/users/{user_id}/{name}'"),
        (Params, [("Set-Cookie", "theme=AAAA; Path=/")], "cookie theme: the value is not "),
        (Params, [("Set-Cookie", "__Host-login=a.b.c")], "cookie __Host-login: the value has no signature"),
        (Params, [], "cookie kept: is not set"),
        (respond(200).text("a").cookie("a", "b").compile(), [("Set-Cookie", "a=x")], "has another value"),
        (respond(200).text("a").from_content("etag").compile(), [("ETag", '"x"')], "and the content says"),
    ],
)
def test_fields_and_cookies_that_are_not_as_declared(declared: Any, lines: Any, says: str) -> None:
    """Each with what is declared."""
    spec = declared.spec
    found = [str(one) for one in differences(spec, Seen(status=spec.status, lines=tuple(lines), content=b"a"))]

    assert any(says in one for one in found), found


@pytest.mark.parametrize(
    ("declared", "lines"),
    [
        (respond(200).cache_control(max_age=60, no_transform=True), [("Cache-Control", "no-transform,  Max-Age=60")]),
        (respond(200).vary("Cookie"), [("Vary", "Accept-Encoding, cookie")]),
        (respond(200).vary("Cookie"), [("Vary", "Origin"), ("Vary", "Cookie")]),
        (respond(200).header("X-A", "1"), [("X-A", "1"), ("X-Request-Id", "7"), ("Set-Cookie", "other=1")]),
        (respond(200).headers(etag='"a"'), [("ETag", 'W/"a"'), ("Content-Encoding", "gzip")]),
    ],
)
def test_what_others_may_add_or_write_otherwise(declared: Any, lines: Any) -> None:
    """Is no difference."""
    coded = any(name == "Content-Encoding" for name, _ in lines)

    assert [] == differences(declared.spec(), Seen(status=200, lines=tuple(lines), content=b"", coded=coded))


def test_a_family_and_the_status_of_others() -> None:
    """A family admits its statuses; for another status the rest is not compared, and the content is shown."""
    problem = {"content-type": "application/problem+json"}
    lines = tuple(problem.items())
    assert [] == differences(Failed.spec, Seen(status=404, lines=lines, content=b'{"status":404}'))
    anything = Failed.spec.model_copy(update={"family": "default"})
    assert [] == differences(anything, Seen(status=502, lines=lines, content=b'{"status":502}'))
    assert [] != differences(anything, Seen(status=200, lines=lines, content=b'{"status":200}'))  # no error is sent so
    said = message(UserCreated, asked(lambda: Failed(Problem(title="No"), status=409)))

    assert "status: is 409, declared 201" in said
    assert 'the content is \'{"title":"No","status":409}\'' in said


def test_a_followed_redirect_is_told() -> None:
    """A client that follows shows another response than the one that was sent."""

    class Moved(Redirect): ...

    async def moved(request: Request) -> Moved:
        return Moved(location=Location("/b"))

    async def there(request: Request) -> Page:
        return Page("a")

    client = TestClient(Starlette(routes=[Route("/a", moved), Route("/b", there)]))

    assert "follow_redirects=False" in message(Moved, client.get("/a"))


def test_a_param_that_its_own_function_wrote_is_left_out() -> None:
    """Nobody can read it back; the rest is there."""

    class Written(Reply[User]):
        total: int = header("X-Total", encode=lambda value: f"{value} in all")

    sent = assert_sends(Written, asked(lambda: Written(User(1, "a"), total=3)))

    assert User(1, "a") == sent.content
    assert not hasattr(sent, "total")


def test_a_type_that_pydantic_only_writes_is_not_judged() -> None:
    """Its JSON is not what its validators read, so nothing can be said of it."""

    class Odd(pydantic.BaseModel):
        size: int

        @pydantic.field_serializer("size")
        def _written(self, size: int) -> str:
            return f"{size} octets"

    declared = respond(200).json(Odd).compile()

    assert None is assert_sends(declared, asked(lambda: declared(Odd(size=1)))).content


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: str(rule.code))
def test_what_a_declaration_sends_is_as_it_is_declared(rule: Any) -> None:
    """The good example of each rule, sent by its own code, has no difference."""
    try:
        sent = wire(rule.good)
    except (NoSample, LookupError, ValueError):
        pytest.skip("nothing can be made up for it")
    lines = tuple((line.name, line.value) for line in sent.lines)

    assert [] == differences(rule.good, Seen(status=sent.status, lines=lines, content=sent.content))


class Shown(Unauthorized[Problem]):
    session: str = host_cookie()


def _shown() -> Any:
    return Shown(Problem(title="a"), www_authenticate=Challenge("Bearer"), session="s")


def test_what_a_handler_returned_may_be_given() -> None:
    """Without a client."""
    assert "s" == assert_sends(Shown, _shown()).session


def _flask() -> Any:
    import flask

    app = flask.Flask(__name__)

    @app.get("/a")
    def show() -> Any:
        made = _shown()
        return flask.Response(made.body, made.status_code, [(a.decode(), b.decode()) for a, b in made.raw_headers])

    return app.test_client().get("/a")


def _django() -> Any:
    settings = importlib.import_module("django.conf").settings
    http = importlib.import_module("django.http")
    if not settings.configured:
        settings.configure(DEFAULT_CHARSET="utf-8")
    made = _shown()
    response = http.HttpResponse(made.body, status=401, headers={"WWW-Authenticate": made.headers["www-authenticate"]})
    response["Content-Type"] = "application/problem+json"
    response.set_cookie("__Host-session", "s", secure=True, httponly=True, samesite="Lax")
    return response


def _requests() -> Any:
    requests, urllib3 = importlib.import_module("requests"), importlib.import_module("urllib3")
    made = _shown()
    response = requests.Response()
    response.status_code = 401
    lines = urllib3.HTTPHeaderDict()
    for name, value in made.raw_headers:
        lines.add(name.decode(), value.decode())
    lines.add("Set-Cookie", "other=1")
    response.raw = urllib3.HTTPResponse(io.BytesIO(made.body), headers=lines, preload_content=False)
    response.request = requests.Request("GET", "http://a.example/").prepare()
    return response


def _aiohttp() -> Any:
    from aiohttp import web
    from aiohttp.test_utils import TestClient as Client
    from aiohttp.test_utils import TestServer

    async def show(request: web.Request) -> web.Response:
        made = _shown()
        response = web.Response(body=made.body, status=401)
        for name, value in made.raw_headers:
            response.headers.add(name.decode(), value.decode())
        return response

    async def ask() -> Any:
        app = web.Application()
        app.router.add_get("/a", show)
        async with Client(TestServer(app)) as client:
            response = await client.get("/a")
            await response.read()
            return response

    return asyncio.run(ask())


@pytest.mark.parametrize("ask", [_flask, _django, _requests, _aiohttp])
def test_responses_of_every_client(ask: Callable[[], Any]) -> None:
    """With each cookie on a line of its own, whatever the client makes of them."""
    if find_spec(ask.__name__.removeprefix("_")) is None:
        pytest.skip(f"{ask.__name__} is not installed")
    sent = assert_sends(Shown, ask())

    assert ("s", "a", 401) == (sent.session, sent.content.title, sent.status_code)


@pytest.mark.parametrize("given", [None, "a", 200, object()])
def test_what_is_no_response_is_refused(given: object) -> None:
    """With the clients that are known."""
    with pytest.raises(TypeError, match="is not a known response"):
        assert_sends(Shown, given)

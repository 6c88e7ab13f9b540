"""Params that are added by steps, and templates: the same responses as those of a Params class, and no way out."""

from __future__ import annotations

import enum
import inspect
import pydoc
import traceback
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import (
    ETag,
    Location,
    ParamError,
    Params,
    Reply,
    ResponseSpec,
    SpecError,
    check,
    cookie,
    header,
    host_cookie,
    insecure_cookie,
    placeholder,
    redirect,
    respond,
)
from antiphon.compiler.compiler import compile_spec


class User(msgspec.Struct):
    id: int


class Tier(enum.Enum):
    FREE = "free"


class AllAtOnce(Params):
    location: Location
    x_seen: datetime
    retry_after: timedelta | None = header(default=None)
    tags: list[str] = header("X-Tags")
    tier: Tier = header("X-Tier", default=Tier.FREE)
    sid: int = cookie(max_age=3600, same_site="strict")
    theme: str = insecure_cookie("t", default="dark")
    csrf: UUID = host_cookie()


one_by_one = (
    respond(201)
    .json(User)
    .header_param("location", Location)
    .header_param("x_seen", datetime)
    .header_param("retry_after", timedelta | None)
    .header_param("tags", list[str], wire="X-Tags")
    .header_param("tier", Tier, wire="X-Tier", default=Tier.FREE)
    .cookie_param("sid", int, max_age=3600, same_site="strict")
    .insecure_cookie_param("theme", wire="t", default="dark")
    .host_cookie_param("csrf", UUID)
)


def target(template: str, **given: Any) -> str:
    """The Location that a template makes of its placeholders' values."""
    draft: Any = respond(201).location(template)
    for name, value in given.items():
        draft = draft.placeholder_param(name, type(value))
    response = draft.compile()(**given)
    location: str = response.headers["location"]
    return location


def codes(caught: pytest.ExceptionInfo[SpecError]) -> list[str]:
    """The codes of what was found."""
    return [diagnostic.code for diagnostic in caught.value.diagnostics]


def test_the_spec_is_that_of_a_params_class() -> None:
    """Steps describe the same value as the attributes of a class do."""
    assert respond(201).json(User).params(AllAtOnce).spec() == one_by_one.spec()


def test_what_is_sent_is_the_same() -> None:
    """Each argument is encoded by its type, whichever way it was declared."""
    arguments: dict[str, Any] = {
        "location": Location("/u"), "x_seen": datetime(2030, 1, 2, tzinfo=UTC), "tags": ["a", "b"], "sid": 3,
        "csrf": UUID(int=1),
    }  # fmt: skip
    declared = respond(201).json(User).params(AllAtOnce).compile()(User(1), **arguments)

    assert declared.raw_headers == one_by_one.compile()(User(1), **arguments).raw_headers


@pytest.mark.parametrize("draft", [respond(204), respond(303).location("/x"), respond(401).text("no"), respond(206)])
def test_every_state_takes_params(draft: Any) -> None:
    """Every state of a draft has the steps, also one that still lacks a field."""
    lacking = {401: "www_authenticate", 206: "content_range"}.get(draft.spec().status, "etag")

    assert [lacking, "sid"] == [param.name for param in draft.header_param(lacking).cookie_param("sid").spec().params]


def test_a_param_may_meet_what_a_status_demands() -> None:
    """A redirect whose location is a param compiles; one whose params are others is refused when it is compiled."""
    assert respond(303).header_param("location", Location).compile()(location=Location("/x")).status_code == 303
    with pytest.raises(SpecError) as caught:
        respond(303).cookie_param("sid").compile()
    assert codes(caught) == ["ST015"]


def test_a_params_class_comes_first() -> None:
    """A class may be added to by steps; after steps it would hide them from type checkers, and is refused."""

    class Own(Params):
        etag: ETag

    assert [p.name for p in respond(200).params(Own).cookie_param("sid").spec().params] == ["etag", "sid"]
    with pytest.raises(SpecError, match=r"comes after params that were added one by one"):
        respond(200).cookie_param("sid").params(Own)


REFUSED: dict[str, tuple[Callable[[], object], str]] = {
    "a value for a type": (lambda: respond(200).header_param("x", 3), "the type of 'x' is a value: 3"),  # type: ignore[arg-type] # pyright: ignore[reportArgumentType] - wrong on purpose
    "a default of another type": (
        lambda: respond(200).header_param("x", int, default="z"),
        "the default of 'x' is str where int is declared",
    ),
    "a default that a cookie cannot carry": (
        lambda: respond(200).cookie_param("x", default="a;b"),
        "the default of 'x'",
    ),
    "a default that leaves its segment": (
        lambda: respond(200).placeholder_param("x", default=".."),
        "the default of 'x' is '..', which a segment of a path cannot be",
    ),
}


@pytest.mark.parametrize(("step", "what"), REFUSED.values(), ids=list(REFUSED))
def test_a_wrong_argument_is_refused_at_its_line(step: Callable[[], object], what: str) -> None:
    """An argument that a step cannot use raises SpecError at the line that called the step."""
    with pytest.raises(SpecError) as caught:
        step()

    [found] = caught.value.diagnostics
    assert what in found.message
    assert found.position is not None
    assert __file__ == found.position.file


TARGETS = {
    "a number": ("/users/{user_id}", {"user_id": 7}, "/users/7"),
    "a UUID": ("/users/{user_id}", {"user_id": UUID(int=1)}, "/users/00000000-0000-0000-0000-000000000001"),
    "a member of an enumeration": ("/{tier}", {"tier": Tier.FREE}, "/free"),
    "UTF-8": ("/{name}", {"name": "é😀"}, "/%C3%A9%F0%9F%98%80"),
    "a slash": ("/{name}/x", {"name": "../a"}, "/..%2Fa/x"),
    "two slashes": ("/{name}", {"name": "//evil.example"}, "/%2F%2Fevil.example"),
    "a backslash": ("/{name}", {"name": "\\\\evil.example"}, "/%5C%5Cevil.example"),
    "a scheme": ("{name}", {"name": "javascript:alert(1)"}, "javascript%3Aalert%281%29"),
    "a percent sign": ("/{name}", {"name": "%2e%2e"}, "/%252e%252e"),
    "line ends": ("/{name}", {"name": "a\r\nSet-Cookie: b=c"}, "/a%0D%0ASet-Cookie%3A%20b%3Dc"),
    "a query": ("/s?q={q}&page={page}#top", {"q": "a&b=c#d", "page": 2}, "/s?q=a%26b%3Dc%23d&page=2#top"),
    "an empty value of a query": ("/s?q={q}", {"q": ""}, "/s?q="),
    "dots in a query": ("/s?q={q}", {"q": ".."}, "/s?q=.."),
    "a literal percent-escape": ("/a%20b/{name}", {"name": "x"}, "/a%20b/x"),
    "another origin, declared": ("https://shop.example/{name}", {"name": "@evil"}, "https://shop.example/%40evil"),
}


@pytest.mark.parametrize(("template", "given", "location"), TARGETS.values(), ids=list(TARGETS))
def test_a_value_fills_its_place(template: str, given: dict[str, Any], location: str) -> None:
    """A value is percent-encoded into its segment or its query value, with only unreserved characters as they are."""
    assert location == target(template, **given)


@pytest.mark.parametrize("value", ["", ".", "..", "\ud800", 3, None, b"x"])
def test_a_value_without_a_place_is_refused(value: object) -> None:
    """An empty segment, a dot segment, a lone surrogate and a value of another type raise ParamError."""
    moved = redirect(303, location="/users/{name}").placeholder_param("name").compile()

    with pytest.raises(ParamError) as caught:
        moved(name=value)
    assert caught.value.parameter == "name"


@given(st.text())
def test_no_value_leaves_its_segment(value: str) -> None:
    """Whatever the text, either it is refused or the reference differs from the template in that segment alone."""
    moved = redirect(303, location="/a/{name}/b").placeholder_param("name").compile()
    try:
        location = moved(name=value).headers["location"]
    except ParamError:
        return

    before, segment, after = location.removeprefix("/").split("/")
    assert (before, after) == ("a", "b")
    assert segment not in ("", ".", "..")
    assert set(segment) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~%")


FAULTY = {
    "no param": ("/u/{a}", "no param fills the placeholder {a}"),
    "the same placeholder twice": ("/u/{a}/{a}", "has the placeholder {a} more than once"),
    "half a segment": ("/u-{a}", "is not a whole segment of the path"),
    "two in a segment": ("/{a}{b}", "is not a whole segment of the path"),
    "a host": ("//{a}/x", "is where the reference names its scheme or its host"),
    "a host with a scheme": ("https://{a}/x", "is where the reference names its scheme or its host"),
    "a scheme without a host": ("javascript:{a}", "has a scheme and no host"),
    "a fragment": ("/x#{a}", "is in the fragment"),
    "the name of a query parameter": ("/x?{a}=1", "is not the whole value of a parameter of the query"),
    "half a value": ("/x?a=b{a}", "is not the whole value of a parameter of the query"),
    "an operator of level 2": ("/x{+a}", "is not a simple name"),
    "no name": ("/x/{}", "is not a simple name"),
    "one brace": ("/x/{a", "a brace without its counterpart"),
    "what is no reference": ("/a b/{a}", "does not make a URI-reference"),
}


@pytest.mark.parametrize(("template", "what"), FAULTY.values(), ids=list(FAULTY))
def test_a_faulty_template_is_found(template: str, what: str) -> None:
    """A fault of a template is reported when the response is compiled, under AN013."""
    with pytest.raises(SpecError) as caught:
        respond(201).location(template).compile()

    assert {"AN013"} == set(codes(caught))
    assert what in caught.value.diagnostics[0].message


def test_faulty_params_of_a_template_are_found() -> None:
    """A param that no placeholder waits for, that may be None, or whose type has no form in a URI is a finding."""
    draft = respond(201).location("/{a}").placeholder_param("a", str | None).placeholder_param("b", bytes)

    assert [
        "the param 'a' fills the placeholder {a} and may be None, which fills nothing",
        "the param 'b' fills the placeholder {b}, which no template has",
        "the param 'b' fills the placeholder {b} with a bytes, which has no form in a URI",
    ] == [diagnostic.message.partition(": give")[0] for diagnostic in draft.check() if diagnostic.code == "AN013"]


def test_an_allowance_opens_no_door() -> None:
    """A template whose placeholder names the host is never compiled, whatever is allowed."""
    draft = respond(303).location("//{a}/x").accept_finding("AN013", because="we like danger").placeholder_param("a")

    with pytest.raises(SpecError, match="names its scheme or its host"):
        draft.compile()


def test_templates_are_values() -> None:
    """A spec with a template is the same after its way through JSON, and makes the same response."""
    spec = respond(201).location("/users/{user_id}").placeholder_param("user_id", UUID).spec()
    read = ResponseSpec.model_validate_json(spec.model_dump_json())
    made: Any = compile_spec(read)

    assert spec == read
    assert check(read) == ()
    assert f"/users/{UUID(int=1)}" == made(user_id=UUID(int=1)).headers["location"]


def test_a_params_class_fills_a_template() -> None:
    """Placeholders are typed keywords of the class; a name that is not an identifier is given to the specifier."""

    class Page(Params):
        user_id: int = placeholder()
        since: str = placeholder("from", default="1")

    made = respond(201).location("/users/{user_id}?from={from}").params(Page).compile()

    assert made(user_id=3).headers["location"] == "/users/3?from=1"
    assert made(user_id=3, since="x y").headers["location"] == "/users/3?from=x%20y"


def test_a_reply_fills_a_template() -> None:
    """A declared reply has the same templates."""

    class UserCreated(Reply[User], status=201, location="/users/{user_id}"):
        user_id: int = placeholder()

    made = UserCreated(User(1), user_id=3)

    assert made.headers["location"] == "/users/3"
    assert made.user_id == 3


def test_content_location_takes_a_template() -> None:
    """So does Content-Location, by its step and by keyword."""
    for draft in (
        respond(200).content_location("/v/{version}"),
        respond(200).headers(content_location="/v/{version}"),
    ):
        assert draft.placeholder_param("version").compile()(version="a b").headers["content-location"] == "/v/a%20b"


def test_people_see_names_and_types() -> None:
    """`inspect.signature` and `help()` show parameters, types and defaults as they were declared."""
    created = one_by_one.describe("The account exists.").compile()
    shown = inspect.signature(created)

    assert ["content", *(param.name for param in created.spec.params), "background"] == list(shown.parameters)
    assert shown.parameters["retry_after"].annotation == timedelta | None
    assert shown.parameters["tier"].default is Tier.FREE
    assert "The account exists." in pydoc.plain(pydoc.render_doc(created))
    assert "csrf: uuid.UUID" in pydoc.plain(pydoc.render_doc(created))


def test_defaults_are_of_their_type() -> None:
    """A default is shown, and given on, as the value that it means, not as its text."""
    limited = (
        respond(204)
        .header_param("x_limit", int, default=5)
        .header_param("x_age", timedelta, default=timedelta(seconds=9))
        .header_param("x_key", UUID, default=UUID(int=1))
        .compile()
    )

    assert [5, timedelta(seconds=9), UUID(int=1), None] == [
        parameter.default for parameter in inspect.signature(limited).parameters.values()
    ]
    assert [b"5", b"9", str(UUID(int=1)).encode()] == [value for _, value in limited().raw_headers]


def test_tracebacks_name_the_response() -> None:
    """A wrong keyword is refused under the response's own name, and a refused value at a line that can be read."""
    with pytest.raises(TypeError, match=r"signed_in\(\) got an unexpected keyword argument 'sidd'"):
        signed_in(sidd="a")
    with pytest.raises(ParamError) as caught:
        signed_in(sid="a;b")

    lines = [frame.line or "" for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert "signed_in(sid=" in lines[0]
    assert "_check0(sid)" in lines[1]


def test_a_reply_shows_names_and_types() -> None:
    """The constructor of a reply has the signature of its class statement."""

    class Shown(Reply[User], status=200):
        """A user."""

        sid: str = cookie(default="x")

    shown = inspect.signature(Shown)

    assert "(content: tests.builder.test_params_one_by_one.User, *, sid: str = 'x', background=None)" == str(
        shown.replace(return_annotation=inspect.Signature.empty)
    )
    assert "A user." in pydoc.plain(pydoc.render_doc(Shown))


signed_in = respond(204).cookie_param("sid").compile()

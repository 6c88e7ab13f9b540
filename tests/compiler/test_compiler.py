"""The compiler: what is known before a request is done before it, and every dynamic value is checked."""

from __future__ import annotations

import asyncio
import dataclasses
import enum
import inspect
import linecache
import traceback
import uuid
from datetime import UTC, datetime, timedelta
from typing import Any, TypedDict

import attrs
import msgspec
import pydantic
import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import (
    ETag,
    Location,
    ParamError,
    Params,
    Problem,
    ResponseSpec,
    SpecError,
    cookie,
    header,
    host_cookie,
    respond,
)
from antiphon.compiler.compiler import compile_spec
from antiphon.http.grammar import COOKIE_OCTETS, FIELD_OCTETS, PATH_OCTETS


class User(msgspec.Struct):
    id: int


class Admin(User):
    secret: str = "hidden"


@dataclasses.dataclass
class Item:
    id: int
    price: float | None = None


@attrs.define
class Tag:
    name: str


class Order(pydantic.BaseModel):
    id: int
    note: str | None = None


class Row(TypedDict):
    id: int


class CreatedParams(Params):
    location: Location
    session: str = host_cookie(max_age=timedelta(hours=1))
    etag: ETag | None = header(default=None)


created = respond(201).json(User).params(CreatedParams).compile()


#: The same function as a caller without a type checker sees it.
untyped: Any = respond


def sent(response: Any) -> list[dict[str, Any]]:
    """The ASGI messages of a response."""
    messages: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        messages.append(message)

    asyncio.run(response({"type": "http"}, None, send))
    return messages


def sent_fused(call: Any, *arguments: Any, **keywords: Any) -> list[dict[str, Any]]:
    """The ASGI messages of the quick way."""
    messages: list[dict[str, Any]] = []

    async def send(message: Any) -> None:
        messages.append(message)

    asyncio.run(call.send(send, *arguments, **keywords))
    return messages


def test_the_signature_is_the_declaration() -> None:
    """`inspect.signature` shows content, params and the concrete response, with their types."""
    parameters = inspect.signature(created).parameters

    assert ["content", "location", "session", "etag", "background"] == list(parameters)
    assert [User, Location, str, ETag | None] == [parameter.annotation for parameter in parameters.values()][:-1]
    assert "JSONResponse[typing.Literal[201]" in str(inspect.signature(created).return_annotation)


def test_the_function_has_the_name_it_is_assigned_to() -> None:
    """A traceback calls the response what the service calls it."""
    call: Any = created

    with pytest.raises(TypeError, match=r"created\(\) missing 1 required keyword-only argument: 'session'"):
        call(User(1), location=Location("/x"))


def test_a_traceback_shows_the_generated_code() -> None:
    """The generated lines are in linecache."""
    with pytest.raises(ParamError) as caught:
        created(User(1), location=Location("/x"), session="a b")

    lines = [frame.line for frame in traceback.extract_tb(caught.value.__traceback__)]
    assert any(line and "_check1(session)" in line for line in lines)


def test_the_object_and_the_quick_way_send_the_same() -> None:
    """Both give the same start and body messages."""
    arguments: dict[str, Any] = {"location": Location("/x"), "session": "t", "etag": ETag("v")}

    assert sent(created(User(1), **arguments)) == sent_fused(created, User(1), **arguments)


def test_two_responses_share_nothing_that_can_change() -> None:
    """Middleware may edit what it is sent: the next response is not touched."""
    fixed = respond(200).text("ok").compile()
    one, two = fixed(), fixed()

    one.raw_headers.append((b"x-edited", b"1"))

    assert one.raw_headers is not two.raw_headers
    assert (b"x-edited", b"1") not in fixed().raw_headers


def test_a_spec_from_json_compiles_to_the_same() -> None:
    """A spec that went through JSON, types by name, makes the same responses."""
    again: Any = compile_spec(ResponseSpec.model_validate_json(created.spec.model_dump_json()))
    arguments: dict[str, Any] = {"location": Location("/x"), "session": "t"}

    assert sent(created(User(1), **arguments)) == sent(again(User(1), **arguments))


def test_specs_of_one_shape_share_their_code() -> None:
    """Compiling text is paid for once a shape, not once a spec."""
    one, two = (respond(200).json(model).compile() for model in (User, Tag))
    code: Any = lambda function: function.__code__  # noqa: E731 - both sides alike

    assert code(one) is code(two)
    assert linecache.getlines(code(one).co_filename)


@pytest.mark.parametrize(
    ("model", "content", "octets"),
    [
        (User, User(1), b'{"id":1}'),
        (Item, Item(1), b'{"id":1,"price":null}'),
        (Tag, Tag("x"), b'{"name":"x"}'),
        (Order, Order(id=1), b'{"id":1,"note":null}'),
        (Row, {"id": 1}, b'{"id":1}'),
        (dict, {"a": Order(id=1)}, b'{"a":{"id":1,"note":null}}'),
        (list[User], [User(1)], b'[{"id":1}]'),
        (list[Order], [Order(id=1)], b'[{"id":1,"note":null}]'),
        (User | Item, Item(2), b'{"id":2,"price":null}'),
        (User | None, None, b"null"),
        (tuple[int, str], (1, "a"), b'[1,"a"]'),
        (set[int], {1}, b"[1]"),
        (str, "é", '"é"'.encode()),
        (datetime, datetime(2030, 1, 1, tzinfo=UTC), b'"2030-01-01T00:00:00Z"'),
        (uuid.UUID, uuid.UUID(int=1), b'"00000000-0000-0000-0000-000000000001"'),
        (Problem, Problem(title="t"), b'{"title":"t","status":200}'),
    ],
)
def test_every_kind_of_model_is_rendered(model: Any, content: Any, octets: bytes) -> None:
    """Structs, dataclasses, attrs, pydantic, TypedDict, unions and collections of them go through msgspec."""
    assert octets == untyped(200).json(model).compile()(content).body


def test_a_subclass_is_narrowed_to_what_was_declared() -> None:
    """Members that the declared type lacks are not sent."""
    shown = respond(200).json(User).compile()
    listed = respond(200).json(list[User]).compile()

    assert b'{"id":1}' == shown(Admin(1)).body
    assert b'[{"id":1}]' == listed([Admin(1)]).body


@pytest.mark.parametrize(
    ("model", "content", "what"),
    [
        (User, {"id": 1}, "content: is dict where User is declared"),
        (Order, User(1), "content: is User where Order is declared"),
        (list[User], User(1), "is User where"),
        (list[User], [Item(1)], "content: holds Item where User is declared"),
        (dict, [1], "is list where dict is declared"),
        (Item, Item(1, float("nan")), "NaN or an infinity"),
        (dict, {"a": object()}, "object has no JSON form"),
        (dict, {"a": "\ud800"}, "lone surrogate"),
        (dict[str, Any], {"a": [float("inf"), None]}, "NaN or an infinity"),
    ],
)
def test_content_that_was_not_declared_is_refused(model: Any, content: Any, what: str) -> None:
    """The error names the content, what it is, and what to do; the content itself is not shown."""
    with pytest.raises(ParamError, match="content") as caught:
        untyped(200).json(model).compile()(content)

    assert what in str(caught.value)


def test_content_that_holds_itself_is_refused() -> None:
    """A cycle is an error of the call, not a RecursionError from inside."""
    loop: dict[str, Any] = {}
    loop["loop"] = loop

    with pytest.raises(ParamError, match="refers to itself"):
        respond(200).json(dict[str, Any]).compile()(loop)


def test_null_may_stand_for_nan_where_it_is_declared() -> None:
    """`nan="null"` takes msgspec's own reading."""
    assert b'{"id":1,"price":null}' == respond(200).json(Item, nan="null").compile()(Item(1, float("nan"))).body


class _Text(Params):
    value: str = header("X-Value")


class _Cookie(Params):
    value: str = cookie()


by_header = respond(204).params(_Text).compile()
by_cookie = respond(204).params(_Cookie).compile()


def _takes(call: Any, value: str) -> bool:
    try:
        call(value=value)
    except ParamError:
        return False
    return True


def test_the_octet_tables_agree_with_the_grammar_at_every_code_point() -> None:
    """Over all 1,112,064 code points, the quick test passes exactly the octets that the grammar allows."""
    cookie_octets = {
        chr(c) for c in (0x21, *range(0x23, 0x2C), *range(0x2D, 0x3B), *range(0x3C, 0x5C), *range(0x5D, 0x7F))
    }
    field_octets = {"\t", *map(chr, range(0x20, 0x7F))}
    path_octets = set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/?")
    wrong = []
    for code_point in (*range(0xD800), *range(0xE000, 0x110000)):
        octets = chr(code_point).encode()
        for table, allowed in (
            (COOKIE_OCTETS, cookie_octets),
            (FIELD_OCTETS, field_octets),
            (PATH_OCTETS, path_octets),
        ):
            if (octets.translate(table) == octets) != (chr(code_point) in allowed):
                wrong.append(code_point)

    assert [] == wrong


@pytest.mark.parametrize("octet", range(256))
def test_each_octet_in_a_dynamic_value(octet: int) -> None:
    """A cookie takes cookie-octets, a field visible ASCII, SP and HTAB inside; nothing else reaches the wire."""
    text = f"a{chr(octet)}b"

    assert (0x21 <= octet < 0x7F and octet not in b'",;\\') == _takes(by_cookie, text)
    assert (octet == 0x09 or 0x20 <= octet < 0x7F) == _takes(by_header, text)


@given(st.text())
def test_no_dynamic_value_breaks_out_of_its_line(text: str) -> None:
    """Whatever text is given, it is refused or is in its line octet for octet."""
    for call, template in ((by_header, b"%b"), (by_cookie, b"value=%b; HttpOnly; Path=/; SameSite=Lax; Secure")):
        if _takes(call, text):
            assert [template % text.encode("ascii")] == [value for _, value in call(value=text).raw_headers]
            assert not set(text) & set("\r\n\0")


@given(st.text(alphabet="/\\.?#%:@a0é \t", max_size=12))
def test_a_location_param_never_leaves_its_origin(text: str) -> None:
    """A target from a user is refused, or it is a relative reference that a browser keeps on the origin."""

    class Target(Params):
        location: str = header("Location")

    see_other = respond(303).params(Target).compile()
    try:
        target = see_other(location=text).headers["location"]
    except ParamError:
        return
    assert text == target
    assert not target.lstrip("\t ").replace("\\", "/").startswith("//")
    assert "\\" not in target


@pytest.mark.parametrize(
    ("value", "taken"), [("a" * 4091, True), ("a" * 4092, False), ('"quoted"', True), ('"', False), ("", True)]
)
def test_limits_of_a_cookie_param(value: str, taken: bool) -> None:
    """Name and value together are at most 4096 octets; a value may be in one pair of DQUOTEs."""
    assert taken == _takes(by_cookie, value)


def test_a_param_error_names_the_param_and_not_the_value() -> None:
    """The error has what, help and cite; never a cookie's value."""
    with pytest.raises(ParamError) as caught:
        by_cookie(value="s3cret value")

    assert ("value", True, True) == (caught.value.parameter, bool(caught.value.help), bool(caught.value.cite))
    assert "s3cret" not in str(caught.value)


class TextParams(Params):
    x_text: str = header(default="usual")


def test_a_class_is_no_text() -> None:
    """Not even one that can encode: the refusal is antiphon's."""
    compiled: Any = respond(204).params(TextParams).compile()

    for wrong in (bytes, int, object()):
        with pytest.raises(ParamError, match="where str is declared"):
            compiled(x_text=wrong)


class PercentParams(Params):
    value: str = cookie("a%b", path="/100%25")


def test_a_percent_sign_in_a_cookie_is_one() -> None:
    """In its name and in its attributes."""
    response = respond(204).params(PercentParams).compile()(value="50%")

    assert response.raw_headers == [(b"set-cookie", b"a%b=50%; HttpOnly; Path=/100%25; SameSite=Lax; Secure")]


class Colour(enum.Enum):
    RED = "red"


class EveryType(Params):
    number: int = header("X-Number")
    colour: Colour = header("X-Colour")
    key: uuid.UUID = cookie()
    moment: datetime = header("X-Moment")
    delay: timedelta = header("X-Delay")
    names: list[str] = header("X-Names")
    retry_after: int
    last_modified: datetime


def test_params_of_other_types_have_their_own_text() -> None:
    """A datetime is an HTTP-date, a timedelta delta-seconds, a list a list; a typed field uses its own encoder."""
    moment = datetime(2030, 1, 1, tzinfo=UTC)
    response = (
        respond(204)
        .params(EveryType)
        .compile()(
            number=1,
            colour=Colour.RED,
            key=uuid.UUID(int=1),
            moment=moment,
            delay=timedelta(minutes=1),
            names=["a", "b"],
            retry_after=30,
            last_modified=moment,
        )
    )

    assert {
        "x-number": "1",
        "x-colour": "red",
        "x-moment": "Tue, 01 Jan 2030 00:00:00 GMT",
        "x-delay": "60",
        "x-names": "a, b",
        "retry-after": "30",
        "last-modified": "Tue, 01 Jan 2030 00:00:00 GMT",
        "set-cookie": "key=00000000-0000-0000-0000-000000000001; HttpOnly; Path=/; SameSite=Lax; Secure",
    } == dict(response.headers)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("number", "1"),
        ("number", True),
        ("colour", "red"),
        ("key", "1"),
        ("moment", datetime(2030, 1, 1)),  # noqa: DTZ001 - the mistake itself
        ("names", "a"),
        ("names", ["a\r\nb"]),
        ("retry_after", -1),
        ("last_modified", "yesterday"),
    ],
)
def test_params_of_the_wrong_type_are_refused(name: str, value: Any) -> None:
    """The error names the param."""
    good: dict[str, Any] = {
        "number": 1,
        "colour": Colour.RED,
        "key": uuid.UUID(int=1),
        "moment": datetime(2030, 1, 1, tzinfo=UTC),
        "delay": timedelta(minutes=1),
        "names": ["a"],
        "retry_after": 30,
        "last_modified": datetime(2030, 1, 1, tzinfo=UTC),
    }

    with pytest.raises(ParamError) as caught:
        respond(204).params(EveryType).compile()(**(good | {name: value}))

    assert name == caught.value.parameter


@pytest.mark.parametrize(
    ("status", "length"), [(200, b"0"), (204, None), (205, b"0"), (304, None), (404, b"0"), (500, b"0")]
)
def test_content_length_of_an_empty_response(status: Any, length: bytes | None) -> None:
    """It is said with every status but 1xx, 204 and 304 (RFC 9110 section 8.6)."""
    draft = untyped(status).etag("v") if status == 304 else untyped(status)

    assert length == dict(draft.compile()().raw_headers).get(b"content-length")


def test_a_param_named_like_generated_code_cannot_disturb_it() -> None:
    """Names of the generated code begin with an underscore, and no param's does."""

    class Names(Params):
        data: str = header("X-Data")
        send: str = header("X-Send")
        size: str = header("X-Size")
        encode: str = header("X-Encode")

    arguments: dict[str, Any] = {"data": "1", "send": "2", "size": "3", "encode": "4"}
    call = respond(200).text().params(Names).compile()

    assert "1234" == "".join(call("x", **arguments).headers[f"x-{name}"] for name in arguments)
    assert sent(call("x", **arguments)) == sent_fused(call, "x", **arguments)


@pytest.mark.parametrize("name", ["_private", "class", "a-b", "", "x=1"])
def test_a_param_name_that_is_no_parameter_is_never_compiled(name: str) -> None:
    """Nothing that came from a spec but an identifier reaches the generated text, whatever was allowed."""
    spec = ResponseSpec.model_validate(
        {
            "status": 204,
            "headers": ({"name": "X-A"},),
            "params": ({"name": name, "fills": "header", "slot": "X-A"},),
        }
    )

    with pytest.raises(ValueError, match="cannot be the name of a parameter"):
        compile_spec(spec)


def test_background_policy_reaches_the_response() -> None:
    """`on_success` says so on each response; `always` is what the class says."""
    kept = respond(204).background("on_success").compile()()

    assert ("on_success", "always") == (kept.background_policy, respond(204).compile()().background_policy)


def test_no_allowance_lets_a_control_character_onto_the_wire() -> None:
    """A finding can be allowed, but CR, LF and NUL are never sent, and the refusal is not a traceback from inside."""
    draft = respond(200).header("X-Next", "a\r\nSet-Cookie: admin=1").accept_finding("HD002", because="I know better")

    with pytest.raises(SpecError, match="control character"):
        draft.compile()


def test_no_allowance_lets_a_character_above_latin_1_onto_the_wire() -> None:
    """A value that no field line can carry is refused with its place."""
    draft = respond(200).cookie("sid", "\u0101").accept_finding("CK003", because="it worked in my browser")

    with pytest.raises(SpecError, match=r"U\+00FF"):
        draft.compile()


def test_an_empty_media_type_sends_no_content_type() -> None:
    """Octets whose type is unknown are sent without one, not with an empty field."""
    assert (
        "content-type"
        not in respond(200).bytes("", b"x").accept_finding("CT009", because="a probe").compile()().headers
    )

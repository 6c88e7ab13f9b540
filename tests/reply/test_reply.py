"""Declared replies: the same specs as the builder's, as classes."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
import sys
import types
from datetime import timedelta
from typing import Any, Generic, Literal, TypeVar

import pytest

from antiphon import (
    Bodiless,
    Challenge,
    Created,
    ETag,
    Location,
    MethodNotAllowed,
    ParamError,
    Params,
    Problem,
    Redirect,
    Reply,
    SpecError,
    Unauthorized,
    check,
    cookie,
    fixed,
    fragment,
    header,
    host_cookie,
    placeholder,
    respond,
)
from antiphon.builder.class_body import TAKEN_NAMES
from antiphon.compiler.judged import collecting
from antiphon.runtime.content.types import JSONContent


def dynamic(value: Any) -> Any:
    """The same value, for calls that type checkers refuse."""
    return value


@dataclasses.dataclass
class User:
    id: int


security = fragment().header("X-Frame-Options", "DENY")


class UserCreated(Created[User], cache_control="no-store", add=security):
    """The account exists."""

    session: str = host_cookie(max_age=timedelta(hours=1))
    etag: ETag | None = header(default=None)


class EmailTaken(Reply[Problem], status=409, media_type="application/problem+json"): ...


class SignedOut(Bodiless):
    theme: str = cookie(default="light")


class Moved(Redirect, status=308): ...


class LoginNeeded(Unauthorized[Problem]):
    www_authenticate: Challenge = header(default=Challenge("Bearer"))


class Refused(Unauthorized[Problem]): ...


class NoSuchMethod(MethodNotAllowed[Problem]): ...


class _CreatedParams(Params):
    location: Location
    session: str = host_cookie(max_age=timedelta(hours=1))
    etag: ETag | None = header(default=None)


class _Theme(Params):
    theme: str = cookie(default="light")


class _Target(Params):
    location: Location


class _LoginParams(Params):
    www_authenticate: Challenge = header(default=Challenge("Bearer"))


class _AllowParams(Params):
    allow: tuple[str, ...]


PAIRS: list[tuple[Any, Any]] = [
    (
        UserCreated,
        respond(201)
        .json(User)
        .cache_control(no_store=True)
        .params(_CreatedParams)
        .add(security)
        .describe("The account exists."),
    ),
    (EmailTaken, respond(409).json(Problem, media_type="application/problem+json")),
    (SignedOut, respond(204).params(_Theme)),
    (Moved, respond(308).params(_Target)),
    (LoginNeeded, respond(401).json(Problem).params(_LoginParams)),
    (NoSuchMethod, respond(405).json(Problem).params(_AllowParams)),
]


def _sent(response: Any) -> list[dict[str, Any]]:
    messages: list[dict[str, Any]] = []

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    asyncio.run(response({"type": "http"}, None, send))
    return messages


@pytest.mark.parametrize(("reply", "draft"), PAIRS, ids=[reply.__name__ for reply, _ in PAIRS])
def test_class_and_builder_make_the_same_spec(reply: Any, draft: Any) -> None:
    """A class statement lowers to the very spec that the builder makes."""
    assert draft.spec() == reply.spec


class OldFrame(Bodiless, accepted_findings={"CK021": "browsers may shorten it"}):
    frame: str = cookie(max_age=timedelta(days=800), same_site="none")


class Go(Redirect, location="/orders/{order_id}"):  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportGeneralTypeIssues]  # see Led
    order_id: int = placeholder()


class Led(Redirect, status=307):
    location: Location = fixed("/orders/{order_id}")
    order_id: int = placeholder()


class Made(Created[User]):
    location: Location = fixed("/users/{user_id}")
    user_id: int = placeholder()


class Challenged(Unauthorized[Problem]):
    www_authenticate: Challenge | tuple[Challenge, ...] = fixed(Challenge("Basic", realm="a"), "Bearer")
    x_note: str = fixed("n")


class Stated(Reply[Problem], status=401, www_authenticate=Challenge("Bearer")): ...


class Keyed(Unauthorized[Problem], www_authenticate="Bearer"): ...  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType, reportGeneralTypeIssues]  # see Challenged


class Unmade(MethodNotAllowed[Problem]):
    allow: tuple[str, ...] = fixed(("GET", "HEAD"))


def test_what_a_status_demands_is_constant_a_template_or_a_param() -> None:
    """In a class as in the builder: `fixed(...)`, and at run time a keyword of the statement too, leave no param."""
    problem = Problem(title="no")
    cases: list[tuple[Any, dict[str, str]]] = [
        (dynamic(Go)(order_id=3), {"location": "/orders/3"}),
        (Led(order_id=3), {"location": "/orders/3"}),
        (Made(User(1), user_id=1), {"location": "/users/1"}),
        (Stated(problem), {"www-authenticate": "Bearer"}),
        (dynamic(Keyed)(problem), {"www-authenticate": "Bearer"}),
        (Unmade(problem), {"allow": "GET, HEAD"}),
        (Refused(problem, www_authenticate=(Challenge("Bearer"), Challenge("Negotiate"))), {
            "www-authenticate": "Bearer, Negotiate",
        }),
    ]  # fmt: skip
    for reply, lines in cases:
        sent = {name.decode(): value.decode() for name, value in reply.raw_headers}
        assert lines.items() <= sent.items()

    assert [value for name, value in Challenged(problem).raw_headers if name == b"www-authenticate"] == [
        b'Basic realm="a"',
        b"Bearer",
    ]
    with pytest.raises(TypeError, match="unexpected keyword argument 'location'"):
        dynamic(Led)(order_id=3, location=Location("/x"))


def test_a_fixed_attribute_is_what_is_sent() -> None:
    """It is read back from the field line: the typed value, a tuple of several, or text."""
    challenged = Challenged(Problem())

    assert Led(order_id=3).location == Location("/orders/3")
    assert isinstance(dynamic(Go)(order_id=4).location, Location)
    assert challenged.www_authenticate == (Challenge("Basic", realm="a"), Challenge("Bearer"))
    assert challenged.x_note == "n"


def test_a_subclass_keeps_or_replaces_what_is_fixed() -> None:
    """A value that a class fixes is fixed in its subclasses, until one declares the param again."""

    class Still(Led): ...

    class Again(Led):
        location: Location
        order_id: int = cookie(default=0)

    assert Still(order_id=5).headers["location"] == "/orders/5"
    assert Again(location=Location("/x")).headers["location"] == "/x"
    assert Again(location=Location("/x")).location == "/x"


def test_a_value_that_a_field_does_not_take_is_refused_where_it_is_fixed() -> None:
    """With the line of `fixed(...)`."""
    here = sys._getframe().f_lineno + 4
    with pytest.raises(SpecError, match="Location") as caught:

        class _Wrong(Redirect):
            location: Location = fixed("/a b")

    position = caught.value.diagnostics[0].position
    assert position is not None
    assert (position.file, position.line) == (__file__, here)
    with pytest.raises(SpecError, match="fixed to nothing"):

        class _Nothing(Redirect):
            location: Location = fixed()


@pytest.mark.parametrize("base", [Params, Reply[int], Redirect, Bodiless])
@pytest.mark.parametrize("name", sorted(TAKEN_NAMES))
def test_a_param_cannot_have_the_name_of_what_a_response_has(name: str, base: Any) -> None:
    """It is refused at the statement, with the specifier's line."""
    given = {"__annotations__": {name: str}, name: header("X-Own"), "__module__": __name__}
    here = sys._getframe().f_lineno - 1
    with pytest.raises(SpecError, match=f"declares '{name}'") as caught:
        types.new_class("Given", (base,), {}, lambda names: names.update(given))

    [found] = caught.value.diagnostics
    assert (found.code, found.position and found.position.line) == ("AN028", here)


def test_every_attribute_of_a_response_is_a_taken_name() -> None:
    """A name that a response class gains is taken, too."""
    reply = UserCreated(User(1), location=Location("/x"), session="t")
    public = {name for name in dir(reply) if not name.startswith("_")}

    assert public - {"session", "etag", "location"} <= TAKEN_NAMES


@pytest.mark.parametrize("base", [Params, Reply[int]])
def test_a_specifier_needs_an_annotation(base: Any) -> None:
    """Without one it is not a param, and the cookie would never be sent."""
    with pytest.raises(SpecError, match="'sid' of Given has a specifier and no annotation") as caught:
        types.new_class("Given", (base,), {}, lambda names: names.update(sid=cookie()))
    assert "`sid: str = ...`" in caught.value.diagnostics[0].help


def test_a_reply_says_what_its_content_is() -> None:
    """A bare base is refused with what to write."""
    for base in (Reply, Created):
        with pytest.raises(SpecError, match="does not say what its content is") as caught:
            type("Bare", (base,), {})
        assert f"class Bare({base.__name__}[User])" in caught.value.diagnostics[0].help


def test_a_class_statement_accepts_a_finding() -> None:
    """The class form of `accept_finding`; it writes no Allow field, and holds for subclasses."""

    class Older(OldFrame): ...

    class Methods(Bodiless, allow=("GET",)): ...

    draft = respond(204).params(OldFrame).accept_finding("CK021", because="browsers may shorten it")  # type: ignore[arg-type]  # a reply has params, too
    assert [one.code for one in OldFrame.spec.allowances] == ["CK021"]
    assert OldFrame.spec == draft.spec()
    assert check(OldFrame.spec) == check(Older.spec) == ()
    assert ("GET", ()) == (Methods.spec.headers[0].value, Methods.spec.allowances)


@pytest.mark.parametrize(
    ("accepted", "code", "what"),
    [
        ({"CK021": "a reason"}, "AN005", "allows nothing"),
        ({"CK021": ""}, "AN006", "gives no reason"),
        ({"CK999": "a reason"}, "AN007", "is not the code of a rule"),
    ],
)
def test_an_acceptance_is_judged_at_the_class_statement(accepted: dict[str, str], code: str, what: str) -> None:
    """An unused acceptance, one without a reason and an unknown code are found where the class begins."""
    with collecting() as found:
        here = sys._getframe().f_lineno + 2

        class _Faulty(Bodiless, accepted_findings=accepted): ...

    [diagnostic] = [one for one in found[0].diagnostics if one.code == code]
    assert what in diagnostic.message
    assert diagnostic.position is not None
    assert (__file__, here) == (diagnostic.position.file, diagnostic.position.line)


def test_accepted_findings_have_reasons() -> None:
    """A bare code is refused at the statement."""
    wrong: Any = ("CK021",)
    with pytest.raises(SpecError, match="where codes are given with their reasons"):

        class _Bare(Bodiless, accepted_findings=wrong): ...


def test_class_and_builder_send_the_same() -> None:
    """An instance goes over the wire as the compiled draft's response does."""
    compiled = PAIRS[0][1].compile()
    arguments: dict[str, Any] = {"location": Location("/users/1"), "session": "t", "etag": ETag("v1")}

    assert _sent(compiled(User(1), **arguments)) == _sent(UserCreated(User(1), **arguments))


def test_instance_keeps_what_it_was_given() -> None:
    """Content and params are attributes of the reply."""
    reply = UserCreated(User(1), location=Location("/users/1"), session="t")

    assert (User(1), "/users/1", "t", None) == (reply.content, reply.location, reply.session, reply.etag)


def test_instance_matches_by_content() -> None:
    """`match` takes the content by position."""
    match UserCreated(User(7), location=Location("/users/7"), session="t"):
        case UserCreated(User(id=number)):
            assert 7 == number
        case _:
            pytest.fail("no match")


def test_signature_shows_the_declared_types() -> None:
    """`inspect.signature` shows the parameters with their types and defaults."""
    shown = str(inspect.signature(SignedOut))

    assert "(*, theme: str = 'light', background=None) -> None" == shown


def test_default_is_sent_where_nothing_is_given() -> None:
    """A param with a default is optional, and its default goes over the wire."""
    start = _sent(LoginNeeded(Problem(title="Sign in")))[0]

    assert (b"www-authenticate", b"Bearer") in start["headers"]


def test_every_finding_is_raised_at_once() -> None:
    """A class statement with two mistakes raises one SpecError that names both, at their own lines."""
    with pytest.raises(SpecError) as caught:

        class _Bad(Reply[User], status=200):
            sid: str = cookie(path="x")
            theme: str = cookie("a b")

    found = {diagnostic.code: diagnostic.position for diagnostic in caught.value.diagnostics}
    assert {"CK002", "CK040"} == set(found)
    assert all(position is not None and position.file == __file__ for position in found.values())


def test_field_of_the_wrong_type_is_located_at_the_class_statement() -> None:
    """A keyword whose value its field does not admit raises SpecError at the user's line."""
    with pytest.raises(SpecError) as caught:

        class _Bad(Reply[User], status=200, retry_after=-1): ...

    position = caught.value.diagnostics[0].position
    assert position is not None
    assert __file__ == position.file


B = TypeVar("B", bound=JSONContent)


class _Private(Reply[B], Generic[B], cache_control="private"):
    """A base for others: its content is still open."""

    etag: ETag | None = header(default=None)


class _Profile(_Private[User], status=203): ...


def test_base_hands_its_declarations_down() -> None:
    """A reply that is still generic is a base: its keywords and params reach its subclasses."""
    start = _sent(_Profile(User(1), etag=ETag("v1")))[0]

    assert 203 == start["status"]
    assert {(b"cache-control", b"private"), (b"etag", b'"v1"')} <= set(start["headers"])


def test_base_without_fields_is_not_a_response() -> None:
    """Bodiless itself says what to do instead."""
    with pytest.raises(TypeError, match="declare a response of your own"):
        Bodiless()  # type: ignore[call-arg]  # a base


def test_inherited_param_stands_where_the_users_class_does() -> None:
    """A fault of a base's field, such as Redirect's, is reported at the class statement, not inside antiphon."""

    class _Moved(Redirect, status=308): ...

    (location,) = _Moved.antiphon_params

    assert __file__ == location.call_site.position().file


@pytest.mark.parametrize(("base", "status"), [(Redirect, 200), (Bodiless, 200), (Reply[User], 204), (Reply[User], 303)])
def test_status_of_another_kind_is_refused(base: Any, status: int) -> None:
    """A keyword of a type that checkers refuse is refused at run time too, at the class statement."""
    with pytest.raises(SpecError, match="not a status of this kind of reply"):
        types.new_class("_Odd", (base,), {"status": status})


def test_methods_are_a_sequence() -> None:
    """A bare text is not taken for a list of letters."""
    reply: Any = NoSuchMethod

    with pytest.raises(ParamError, match="is str where tuple"):
        reply(Problem(), allow="GET")


def test_a_subclass_keeps_the_status_of_the_brackets() -> None:
    """Type checkers read it there, whatever a keyword below says; a status that is a keyword may be replaced."""

    class Missing(Reply[Problem, Literal[404]]): ...

    class Lost(Missing, status=404): ...

    class Busy(Reply[Problem], status=429): ...

    class Later(Busy, status=503): ...

    assert (404, 503) == (Lost.spec.status, Later.spec.status)
    with pytest.raises(SpecError, match="the status is 404 in the brackets and 410 as a keyword"):

        class _Gone(Missing, status=410): ...


def test_a_host_prefix_is_written_once() -> None:
    """Also where the name, as it was copied from a browser, has it already."""

    class SignedIn(Bodiless):
        session: str = host_cookie("__Host-sid")

    assert "__Host-sid=a; HttpOnly; Path=/; SameSite=Lax; Secure" == SignedIn(session="a").headers["set-cookie"]

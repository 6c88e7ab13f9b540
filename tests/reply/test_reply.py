"""Declared replies: the same specs as the builder's, as classes."""

from __future__ import annotations

import asyncio
import dataclasses
import inspect
import sys
import types
from datetime import timedelta
from typing import Any, Generic, TypeVar

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
    fragment,
    header,
    host_cookie,
    respond,
)
from antiphon.compiler.judged import collecting
from antiphon.runtime.content.types import JSONContent


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


def test_a_class_statement_accepts_a_finding() -> None:
    """The class form of `accept_finding`; it writes no Allow field, and holds for subclasses."""

    class Older(OldFrame): ...

    class Methods(Bodiless, allow=("GET",)): ...

    draft = respond(204).params(OldFrame).accept_finding("CK021", because="browsers may shorten it")
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

    assert "(*, theme: str = 'light') -> None" == shown


def test_default_is_sent_where_nothing_is_given() -> None:
    """A param with a default is optional, and its default goes over the wire."""
    start = _sent(LoginNeeded(Problem(title="Sign in")))[0]

    assert (b"www-authenticate", b"Bearer") in start["headers"]


def test_every_finding_is_raised_at_once() -> None:
    """A class statement with two mistakes raises one SpecError that names both, at their own lines."""
    with pytest.raises(SpecError) as caught:

        class _Bad(Reply[User], status=200, cache_control="nostore"):
            sid: str = cookie(path="x")

    found = {diagnostic.code: diagnostic.position for diagnostic in caught.value.diagnostics}
    assert {"CC009", "CK040"} == set(found)
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
        Bodiless()


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

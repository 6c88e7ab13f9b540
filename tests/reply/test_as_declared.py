"""A reply sends what its class declares, and what it was changed to where it was changed."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Callable
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import Bodiless, HTMLReply, Location, ParamError, Problem, Raisable, Redirect, Reply, StreamReply, cookie
from antiphon.reply.families import FamilyReply
from antiphon.reply.problem_types import ProblemReply
from antiphon.responses import Response
from antiphon.runtime.own_code import own_code
from tests.support.exchange import sent_by


class Found(Reply[dict[str, int]]):
    """Content of a declared type, and a cookie."""

    session: str | None = cookie()


class Taken(Reply[Problem], Raisable, status=409):
    """One that may be raised."""


class Gone(Bodiless):
    """No content, and none is possible."""


class Moved(Redirect, status=307):
    """No content, though there might be some."""


class Page(HTMLReply, status=404):
    """Text."""


class OutOfStock(ProblemReply, type="https://shop.example/problems/no-stock", status=409):
    """Members of it may be filled where it is sent."""


class Refused(FamilyReply[Problem], family="4XX"):
    """The status is given with each call."""


class Told(Found, status=203):
    """A reply that is derived from another one, with another status."""


class Noted:
    """Says how a reply is sent, and leaves the sending to the next class."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        noted.append(type(self).__name__)
        await super().__call__(scope, receive, send)  # type: ignore[misc]  # a reply is the next class


class NotedFound(Noted, Found, status=202):
    """The same around the sending of another reply."""


class Pieces(StreamReply, media_type="text/csv; charset=utf-8", status=201):
    """A reply that carries what it sends."""


class NotedPieces(Noted, Pieces):
    """The same around the sending of pieces."""


noted: list[str] = []
found: Any = Found
noted_found: Any = NotedFound
told: Any = Told

REPLIES: dict[str, tuple[Callable[[], Any], int, bytes]] = {
    "content": (lambda: found({"n": 1}), 200, b'{"n":1}'),
    "with a cookie": (lambda: found({"n": 1}, session="a"), 200, b'{"n":1}'),
    "raised": (lambda: Taken(Problem(title="t")), 409, b'{"title":"t","status":409}'),
    "empty": (Gone, 204, b""),
    "redirect": (lambda: Moved(location=Location("/a")), 307, b""),
    "text": (lambda: Page("<p>"), 404, b"<p>"),
    "problem": (OutOfStock, 409, OutOfStock().body),
    "family": (lambda: Refused(Problem(title="t"), status=418), 418, b'{"title":"t","status":418}'),
    "derived": (lambda: told({}), 203, b"{}"),
    "around": (lambda: noted_found({}), 202, b"{}"),
}


async def nothing() -> None:
    """Work that leaves nothing behind."""


def sent_in_general(reply: Any) -> object:
    """The messages that the reply sends as any response does, or the error in their place."""

    async def app(scope: Any, receive: Any, send: Any) -> None:
        await Response.__call__(reply, scope, receive, send)

    return _sent(app)


def _sent(app: Any) -> object:
    try:
        return sent_by(app)
    except ParamError as error:
        return str(error)


@pytest.mark.parametrize("name", REPLIES)
def test_what_is_declared_is_read_and_sent(name: str) -> None:
    """The status, no work and the octets, by name and in the messages."""
    make, status, body = REPLIES[name]
    reply = make()

    start, end = sent_by(reply)
    assert (reply.status_code, reply.background) == (status, None)
    assert (start["status"], end) == (status, {"type": "http.response.body", "body": reply.body})
    assert reply.body == body
    assert sent_by(reply) == sent_in_general(reply)


CHANGES: dict[str, st.SearchStrategy[Any]] = {
    "status_code": st.sampled_from([200, 204, 299, 304, 409, 418, 99, True, "200"]),
    "body": st.sampled_from([b"", b"other"]),
    "background": st.sampled_from([None, nothing]),
    "raw_headers": st.just([(b"x-a", b"1")]),
}


@given(
    name=st.sampled_from(list(REPLIES)),
    changes=st.lists(st.sampled_from(list(CHANGES)).flatmap(lambda of: st.tuples(st.just(of), CHANGES[of]))),
)
def test_what_is_changed_is_sent(name: str, changes: list[tuple[str, Any]]) -> None:
    """Whatever is set, in any order: it is read, sent as any response sends it, or refused; and it is copied."""
    make, status, _ = REPLIES[name]
    reply = make()
    expected: dict[str, Any] = {"status_code": status, "body": reply.body, "background": None}
    for attribute, value in changes:
        setattr(reply, attribute, value)
    expected |= dict(changes)

    for one in (reply, pickle.loads(pickle.dumps(reply)), copy.copy(reply), copy.deepcopy(reply)):
        assert {attribute: getattr(one, attribute) for attribute in expected} == expected
        assert type(one) is type(reply)
        assert _sent(one) == sent_in_general(reply)
    fresh = make()
    assert (fresh.status_code, fresh.background) == (status, None)


@pytest.mark.parametrize("name", REPLIES)
def test_work_that_is_set_or_given_is_done(name: str) -> None:
    """And the message before it has the declared status."""
    make, status, _ = REPLIES[name]
    done: list[int] = []

    async def work() -> None:
        done.append(status)

    reply = make()
    reply.background = work
    assert sent_by(reply)[0]["status"] == status
    assert done == [status]
    assert sent_by(found({}, background=work))[0]["status"] == 200
    assert done == [status, status]


def test_a_changed_reply_is_checked_when_it_is_sent() -> None:
    """A status without content, content where the status has none, and what is no status."""
    without, with_octets, no_status = found({}), Gone(), Page("")
    changed: list[tuple[Any, str, Any]] = [
        (without, "status_code", 204),
        (with_octets, "body", b"x"),
        (no_status, "status_code", 99),
    ]
    for reply, attribute, value in changed:
        setattr(reply, attribute, value)
        with pytest.raises(ParamError):
            sent_by(reply)


@pytest.mark.parametrize("name", ["content", "empty", "family"])
def test_what_is_deleted_is_as_declared(name: str) -> None:
    """An attribute that was set is deleted, and one that was not cannot be."""
    make, _, _ = REPLIES[name]
    reply = make()
    reply.background = nothing
    del reply.background

    assert reply.background is None
    with pytest.raises(AttributeError):
        del reply.background


def test_setting_what_is_there_changes_nothing() -> None:
    """FastAPI sets the work of every response, mostly to None."""
    for make, status, _ in REPLIES.values():
        reply = make()
        before = set(vars(reply).get("__dict__", ())), vars(reply)["_as_declared"]
        reply.background, reply.status_code = None, status

        assert (set(vars(reply).get("__dict__", ())), vars(reply)["_as_declared"]) == before
        assert vars(reply)["_as_declared"] == status


def test_a_class_knows_its_status() -> None:
    """As does a class that is derived from it."""
    classes: list[Any] = [Found, Told, Gone, Moved, Page, Taken]
    assert [cls.status_code for cls in classes] == [200, 203, 204, 307, 404, 409]


def test_a_class_in_between_is_asked_once() -> None:
    """A base that says how a reply is sent keeps its say."""
    noted.clear()
    sent_by(noted_found({}))

    assert noted == ["NotedFound"]


@pytest.mark.parametrize("kind", [Pieces, NotedPieces])
def test_what_is_carried_is_sent_in_its_own_way(kind: Any) -> None:
    """Before and after a change, and with work."""
    done: list[str] = []

    async def work() -> None:
        done.append("work")

    reply = kind([b"a", b"b"])
    assert [message.get("body", b"") for message in sent_by(reply) if message.get("body")] == [b"a", b"b"]
    reply = kind([b"a"])
    reply.status_code, reply.background = 299, work
    start, *_ = sent_by(reply)
    assert (start["status"], kind.status_code, reply.status_code, done) == (299, 201, 299, ["work"])


@pytest.mark.parametrize("name", REPLIES)
def test_a_websocket_is_denied_by_its_own_messages(name: str) -> None:
    """Where the server offers a denial response."""
    offered = {"type": "websocket", "extensions": {"websocket.http.response": {}}}
    kinds: list[Literal["start", "body"]] = ["start", "body"]

    assert [message["type"] for message in sent_by(REPLIES[name][0](), offered)] == [
        f"websocket.http.response.{kind}" for kind in kinds
    ]


def test_code_of_its_own() -> None:
    """The copy does the same, and shares no code with the first, nor do the functions that both make."""

    def make(a: int) -> Callable[..., tuple[int, int, int]]:
        def made(b: int, *, c: int = 3) -> tuple[int, int, int]:
            return a, b, c

        return made

    again = own_code(make)
    assert again(1)(2) == make(1)(2) == (1, 2, 3)
    assert own_code(make(1))(2, c=4) == (1, 2, 4)
    assert again.__code__ is not make.__code__
    assert again(1).__code__ is not make(1).__code__

"""`answer`, `precondition_failed` and the responses that they give."""

from __future__ import annotations

import copy
import pickle
from typing import Any, get_args, get_type_hints

import pytest
from hypothesis import given
from hypothesis import strategies as st

from antiphon import Conditional, ETag, NotModified, PreconditionFailed, Reply, answer, cookie, precondition_failed
from antiphon.http.preconditions import REPEATED
from antiphon.responses import HTMLResponse, JSONResponse, Response
from tests.support.exchange import sent_by


class Shown(Reply[list[int]], cache_control="no-cache", vary="Accept", content_language="en"):
    """A list."""

    etag: ETag
    sid: str | None = cookie(default=None)


def request(method: str = "GET", **fields: str) -> dict[str, Any]:
    """A scope with these fields."""
    headers = [(name.replace("_", "-").encode(), value.encode()) for name, value in fields.items()]
    return {"type": "http", "method": method, "headers": headers}


def test_a_client_that_has_it_gets_304() -> None:
    """The fields that caches need and the cookies; nothing about content, and no content."""
    response = answer(request(if_none_match='"a"'), Shown([1], etag=ETag("a"), sid="x"))
    assert isinstance(response, NotModified)
    start, body = sent_by(response)
    assert 304 == start["status"]
    assert [b"cache-control", b"vary", b"etag", b"set-cookie"] == [name for name, _ in start["headers"]]
    assert body == {"type": "http.response.body", "body": b""}


@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_any_other_client_gets_the_response(method: str) -> None:
    """The very object that was given."""
    response = Shown([1], etag=ETag("b"))
    assert answer(request(method, if_none_match='"a"'), response) is response
    assert answer(request(method), response) is response


def test_a_reader_whose_if_match_fails_gets_412() -> None:
    """As when it resumes a download of what has changed since."""
    response = answer(request(if_match='"a"'), Shown([1], etag=ETag("b")))
    assert isinstance(response, PreconditionFailed)
    start, body = sent_by(response)
    assert 412 == start["status"]
    assert (b"content-type", b"application/problem+json") in start["headers"]
    assert b'{"title":"Precondition Failed","status":412}' == body["body"]


@pytest.mark.parametrize("method", ["PUT", "POST", "PATCH", "DELETE"])
def test_what_was_changed_is_not_answered_by_412(method: str) -> None:
    """The new tag is not the one that the client knew; the change was made already."""
    response = Shown([1], etag=ETag("new"))
    for fields in ({"if_match": '"old"'}, {"if_none_match": '"new"'}, {"if_none_match": "*"}):
        assert answer(request(method, **fields), response) is response


@pytest.mark.parametrize("status", [301, 404, 412, 500])
def test_only_a_2xx_is_conditional(status: int) -> None:
    """Section 13.2.1: without its conditions, the request gets an error all the same."""
    response = JSONResponse([], status, {"ETag": '"a"'})
    assert answer(request(if_none_match='"a"'), response) is response


def test_dates() -> None:
    """A Last-Modified is read from the response, and one that is no date is not there."""
    asked = request(if_modified_since="Sun, 06 Nov 1994 08:49:37 GMT")
    for date, status in (
        ("Sun, 06 Nov 1994 08:49:37 GMT", 304),
        ("Sun, 06 Nov 1994 08:49:38 GMT", 200),
        ("today", 200),
    ):
        response = Response("a")
        response.raw_headers.append((b"last-modified", date.encode()))
        assert status == answer(asked, response).status_code


def test_the_method_is_asked_for() -> None:
    """A mapping of fields names none."""
    response = Shown([1], etag=ETag("a"))
    assert isinstance(answer({"If-None-Match": '"a"'}, response, method="GET"), NotModified)
    with pytest.raises(TypeError, match="give method="):
        answer({"If-None-Match": '"a"'}, response)


def test_background_work_goes_on() -> None:
    """By the policy of the response that is replaced."""
    done: list[str] = []

    async def work() -> None:
        done.append("done")

    response = HTMLResponse("<p>", headers={"ETag": '"a"'})
    response.background, response.background_policy = work, "on_success"  # type: ignore[assignment]  # a plain function does
    replaced = answer(request(if_none_match='"a"'), response)
    assert "on_success" == replaced.background_policy
    sent_by(replaced)
    assert ["done"] == done


def test_copies() -> None:
    """The class is made at run time, and found again."""
    made = answer(request(if_none_match='"a"'), Shown([1], etag=ETag("a")))
    for again in (copy.copy(made), copy.deepcopy(made), pickle.loads(pickle.dumps(made))):
        assert type(again) is type(made)
        assert made.raw_headers == again.raw_headers
    plain = answer(request(if_none_match='"a"'), Response("", headers={"ETag": '"a"'}))
    assert NotModified is type(pickle.loads(pickle.dumps(plain)))


async def show() -> Conditional[Shown]:
    """A handler."""
    return PreconditionFailed()


def test_the_annotation_at_run_time() -> None:
    """Frameworks see three classes, each with its description."""
    of: Any = NotModified
    members: tuple[Any, ...] = get_args(get_type_hints(show)["return"])
    assert (Shown, of[Shown], PreconditionFailed) == members
    assert [200, 304, 412] == [member.spec.status for member in members]
    union: Any = Conditional
    assert (Response, NotModified, PreconditionFailed) == get_args(union[Response])
    assert of[Response] is NotModified


LINES = st.lists(
    st.tuples(
        st.sampled_from(
            [*sorted(REPEATED - {"etag", "last-modified"}), "content-type", "content-digest", "x-a", "set-cookie"]
        ),
        st.sampled_from(["1", "a=b", "no-cache"]),
    ),
    max_size=8,
)


@given(LINES, st.sampled_from(['"a"', 'W/"a"', '""']))
def test_a_304_is_a_part_of_its_200(lines: list[tuple[str, str]], etag: str) -> None:
    """In the same order, with every field that is repeated."""
    response = Response("content")
    response.raw_headers += [(name.encode(), value.encode()) for name, value in [*lines, ("etag", etag)]]
    made = answer(request(if_none_match=etag), response)
    kept = [line for line in response.raw_headers if line[0].decode() in REPEATED | {"set-cookie"}]
    assert kept == made.raw_headers
    assert b"" == made.body


def test_before_something_is_changed() -> None:
    """`If-Match` with another tag, `If-None-Match: *` where there is something; and None where nothing forbids it."""
    assert isinstance(precondition_failed(request("PUT", if_match='"a"'), etag=ETag("b")), PreconditionFailed)
    assert isinstance(precondition_failed(request("PUT", if_none_match="*"), etag=ETag("b")), PreconditionFailed)
    assert precondition_failed(request("PUT", if_match='"b"'), etag=ETag("b")) is None
    assert precondition_failed(request("PUT", if_none_match="*"), exists=False) is None
    assert precondition_failed(request("GET", if_none_match='"b"'), etag=ETag("b")) is None

"""Answers to conditional requests that type checkers must accept, and the types that they must infer."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any, Literal, assert_type

from antiphon import (
    HTMLReply,
    respond,
    Conditional,
    ETag,
    NotModified,
    PreconditionFailed,
    Reply,
    answer,
    early_answer,
    not_modified,
    precondition_failed,
)
from antiphon.responses import JSONResponse, Response


@dataclasses.dataclass
class User:
    id: int


class UserShown(Reply[User]): ...


class UserTagged(Reply[User], cache_control="no-cache"):
    etag: ETag


unchanged = not_modified(UserTagged)
assert_type(unchanged(etag=ETag("v1")), Response[Literal[304], None])


def show_tagged(request: Mapping[str, Any]) -> Conditional[UserTagged]:
    """The union of the answers, before the content is made and after."""
    early = early_answer(request, UserTagged, etag=ETag("v1"))
    if early is not None:
        assert_type(early, NotModified[UserTagged] | PreconditionFailed)
        return early
    answered = answer(request, UserTagged(User(1), etag=ETag("v1")))
    assert_type(answered, UserTagged | NotModified[UserTagged] | PreconditionFailed)
    return answered


def show_in_one_line(request: Mapping[str, Any]) -> UserTagged | NotModified[UserTagged] | PreconditionFailed:
    """The same, spelled out."""
    return answer(request, UserTagged(User(1), etag=ETag("v1")))


def save_tagged(request: Mapping[str, Any]) -> UserShown | PreconditionFailed:
    """412 before something is changed."""
    failed = precondition_failed(request, etag=ETag("v1"))
    return UserShown(User(1)) if failed is None else failed


def show_plain(request: Mapping[str, Any]) -> Conditional[JSONResponse[Literal[200], int]]:
    """Any response with a validator."""
    return answer(request, plain_number())


def plain_number() -> JSONResponse[Literal[200], int]:
    """A response."""
    raise NotImplementedError


# fields that follow from the content
class UserHashed(Reply[User], from_content=("etag", "content_digest")): ...


class Page(HTMLReply, from_content="etag"): ...


hashed = respond(200).json(User).from_content("etag", "repr_digest").compile()
assert_type(hashed(User(1)), JSONResponse[Literal[200], User])
assert_type(ETag.of(b"a"), ETag)
ETag.of("a", weak=True)
UserHashed(User(1))
Page("<p>")

# compiled responses as well
shown = respond(200).json(User).header_param("etag", ETag).compile()


def show_compiled(request: Mapping[str, Any]) -> Conditional[JSONResponse[Literal[200], User]]:
    """The same union: a compiled response is named by the type of what it makes."""
    sooner = early_answer(request, shown, etag=ETag("v1"))
    if sooner is not None:
        assert_type(sooner, NotModified[JSONResponse[Literal[200], User]] | PreconditionFailed)
        return sooner  # of a compiled response
    return answer(request, shown(User(1), etag=ETag("v1")))


assert_type(not_modified(shown)(etag=ETag("v1")), Response[Literal[304], None])

"""Conditional requests: each line with an E mark must be an error in every checker, and no other line may be."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping
from typing import Any

from antiphon import (
    Bodiless,
    respond,
    Conditional,
    ETag,
    Reply,
    answer,
    early_answer,
    not_modified,
    precondition_failed,
)


@dataclasses.dataclass
class User:
    id: int


class UserTagged(Reply[User]):
    etag: ETag


class UserListed(Reply[User]):
    etag: ETag


def show_only(request: Mapping[str, Any]) -> UserTagged:
    """A contract without 304."""
    return answer(request, UserTagged(User(1), etag=ETag("v1")))  # E: it may be a 304 or a 412


def show_other(request: Mapping[str, Any]) -> Conditional[UserTagged]:
    """A contract of another reply."""
    if early := early_answer(request, UserListed, etag=ETag("v1")):
        return early  # E: the 304 of another reply
    return answer(request, UserListed(User(1), etag=ETag("v1")))  # E: another reply


def save_only(request: Mapping[str, Any]) -> UserTagged:
    """A contract without 412."""
    failed = precondition_failed(request, etag=ETag("v1"))
    return UserTagged(User(1), etag=ETag("v1")) if failed is None else failed  # E: it may be a 412


answer({}, User(1))  # E: content is no response
precondition_failed({}, etag=1)  # E: a tag is text
precondition_failed({}, etag="v1", last_modified="today")  # E: a moment is a datetime
not_modified(User)  # E: a type of content has no 304
not_modified(UserTagged)(etag=ETag("v1")).content  # E: a 304 has no content


# fields that follow from the content
class UserAged(Reply[User], from_content="age"): ...  # E: the content does not say how old it is
class Gone(Bodiless, from_content="etag"): ...  # E: there is no content


respond(200).json(User).from_content("Etag")  # E: no such field
respond(204).from_content("etag")  # E: there is no content
ETag.of(1)  # E: no octets
ETag.of(User(1))  # E: content that is not rendered

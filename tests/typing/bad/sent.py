"""`assert_sends`: each line with an E mark must be an error in every checker, and no other line may be."""

from __future__ import annotations

import dataclasses

from antiphon import Created, Location, header, host_cookie, respond
from antiphon.testing import assert_sends


@dataclasses.dataclass
class User:
    id: int


class UserCreated(Created[User]):
    session: str = host_cookie()
    total: int = header("X-Total")


shown = respond(200).json(list[User]).compile()


def text(value: str) -> None:
    """Takes text alone."""


def read(response: object) -> None:
    created = assert_sends(UserCreated, response)
    text(created.content)  # E: a User
    text(created.total)  # E: an int
    text(created.status_code)  # E: an int
    print(created.lang)  # E: no such param
    print(created.content.name)  # E: no such member
    listed = assert_sends(shown, response)
    text(listed.content)  # E: a list
    print(listed.content.id)  # E: a list has none
    assert_sends(User, response)  # E: declares no response
    created.session = "b"  # E: frozen


def where(response: object) -> Location:
    return assert_sends(UserCreated, response).session  # E: text is no Location

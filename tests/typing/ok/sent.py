"""`assert_sends`: what type checkers must infer of what comes back."""

from __future__ import annotations

import dataclasses
from typing import Literal, assert_type

from antiphon import Bodiless, Created, ETag, HTMLReply, Location, Reply, header, host_cookie, respond
from antiphon.testing import Sent, assert_sends


@dataclasses.dataclass
class User:
    id: int


class UserCreated(Created[User]):
    session: str = host_cookie()
    etag: ETag | None = header(default=None)


class Users(Reply[list[User], Literal[206]]): ...


class Page(HTMLReply): ...


class Gone(Bodiless): ...


shown = respond(200).json(list[User]).header_param("total", int).compile()
gone = respond(410).text("Gone.").compile()


def read(response: object) -> None:
    """Whatever a client gave."""
    created = assert_sends(UserCreated, response)
    assert_type(created, UserCreated)
    assert_type(created.content, User)
    assert_type(created.status_code, Literal[201])
    assert_type(created.location, Location)
    assert_type(created.session, str)
    assert_type(created.etag, ETag | None)
    assert_type(assert_sends(Users, response).content, list[User])
    assert_type(assert_sends(Users, response).status_code, Literal[206])
    assert_type(assert_sends(Page, response).content, str)
    assert_type(assert_sends(Gone, response).content, None)
    listed = assert_sends(shown, response)
    assert_type(listed, Sent[Literal[200], list[User]])
    assert_type(listed.content, list[User])
    assert_type(listed.status_code, Literal[200])
    assert_type(assert_sends(gone, response).status_code, Literal[410])

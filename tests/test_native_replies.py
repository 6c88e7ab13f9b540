"""Declared replies by the extension are those of the constructor in Python."""

from __future__ import annotations

import types
from typing import Any, Self

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon import Bodiless, Reply
from tests.exchange import sent_by
from tests.native_params import Declared, declared, keywords, namespace, values
from tests.native_twins import by_class, needs_extension

pytestmark = needs_extension


class User(msgspec.Struct):
    id: int
    score: float | None = None


def reply(chosen: Declared, base: Any) -> Any:
    """A class of replies with these params."""
    body = namespace({name: made for name, made in chosen.items() if name not in ("user", "page")})
    return types.new_class("Made", (base,), exec_body=lambda names: names.update(body))


@settings(max_examples=150, deadline=None)
@given(chosen=declared(), with_content=st.booleans(), data=st.data())
def test_replies_are_said_alike(chosen: Declared, *, with_content: bool, data: st.DataObject) -> None:
    """Whatever params a class has, and whatever it is given."""
    made = reply(chosen, Reply[User] if with_content else Bodiless)
    users = [User(1), User(2, 0.5), User(3, float("nan")), User(4, 10**400)]
    for _ in range(4):
        given = data.draw(keywords(chosen))
        content = [data.draw(st.sampled_from(users) | values)] if with_content and data.draw(st.integers(0, 19)) else []

        python, native = by_class(made, *content, **given)

        assert python == native


class Found(Reply[User]):
    """Declares and does nothing more."""


class Logged(Reply[User]):
    """Sees what is set on it."""

    def __setattr__(self, name: str, value: object) -> None:
        self.__dict__.setdefault("log", []).append(name)
        object.__setattr__(self, name, value)


class Masked(Reply[User]):
    """Shows another body than it was given."""

    def __getattribute__(self, name: str) -> Any:
        return b"masked" if name == "body" else super().__getattribute__(name)


class Kept(Reply[User]):
    """Says how it is made, and calls what it has of the declaration."""

    def __new__(cls, *_arguments: object, **_keywords: object) -> Self:
        made = super().__new__(cls)
        made.__dict__["new"] = True
        return made


def test_a_class_that_has_its_own_new_is_made_by_it() -> None:
    """With all that it declares."""
    made = Kept(User(1))

    assert (True, b'{"id":1,"score":null}') == (vars(made)["new"], made.body)


def test_a_class_sees_what_is_set_on_it() -> None:
    """The extension leaves a class with its own `__setattr__` to Python."""
    made = Logged(User(1))

    assert {"status_code", "background", "body", "raw_headers", "content"} <= set(vars(made)["log"])


def test_what_a_class_shows_is_sent() -> None:
    """The extension leaves a class with its own `__getattribute__` to Python."""
    assert [b"masked"] == [message["body"] for message in sent_by(Masked(User(1)))[1:]]


def test_background_that_is_deleted_is_none() -> None:
    """As the class has it, which is sent without further work."""
    made = Found(User(1))
    del made.background

    assert made.background is None
    assert len(sent_by(made)) == 2

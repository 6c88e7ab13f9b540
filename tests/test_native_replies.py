"""Declared replies by the extension are those of the constructor in Python."""

from __future__ import annotations

import types
from typing import Any

import msgspec
from hypothesis import given, settings
from hypothesis import strategies as st

from antiphon import Bodiless, Reply
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

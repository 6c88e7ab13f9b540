"""Params classes as further bases of replies, and plain classes that are none."""

from __future__ import annotations

from typing import Any

import pytest

from antiphon import Bodiless, ETag, Params, Reply, SpecError, cookie, header


class Counted(Params):
    total: int = header("X-Total", default=3)
    etag: ETag | None = None


class Users(Reply[list[int]], Counted):
    x_page: str = header("X-Page")


class Kept(Bodiless, Counted):
    sid: str = cookie()


class Plain:
    total: int = header("X-Total", default=3)


def test_a_params_class_is_a_base_of_a_reply() -> None:
    """Its params are keywords and attributes of the reply, and are sent."""
    users = Users([1], total=2, x_page="a", etag=ETag("v"))

    assert ("2", "a", '"v"') == tuple(users.headers[name] for name in ("x-total", "x-page", "etag"))
    assert 2 == users.total
    assert "3" == Users([1], x_page="a").headers["x-total"]


def test_such_a_reply_is_a_response() -> None:
    """A framework may change it, it is equal to itself alone, and its text has no value of a param."""
    kept, other = Kept(sid="c2VjcmV0"), Kept(sid="c2VjcmV0")
    response: Any = kept  # to type checkers it is frozen, as its Params class
    response.background, response.status_code = None, 205

    assert kept != other
    assert {kept, other} == {other, kept}
    assert "c2VjcmV0" not in repr(kept)


def test_the_specifiers_of_a_plain_class_are_refused() -> None:
    """Nobody reads them there, and the field would silently be left out."""
    with pytest.raises(SpecError, match="'total' is a param of Plain, which is neither") as caught:

        class Lost(Reply[list[int]], Plain): ...

    assert ["AN029"] == [found.code for found in caught.value.diagnostics]
    with pytest.raises(SpecError, match="so LostToo does not have it"):

        class LostToo(Params, Plain): ...


def test_a_plain_class_may_be_a_base_of_a_reply_that_declares_the_same() -> None:
    """The class body says it all."""

    class Declared(Reply[list[int]], Plain):
        total: int = header("X-Total", default=4)

    assert "4" == Declared([1]).headers["x-total"]

"""A function's return annotation is read alone: its parameters may name what is not there at run time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import msgspec
import pytest

from antiphon import Problem, Reply, respond
from antiphon.builder.return_type import return_type
from antiphon.reply.operation import annotated_by

if TYPE_CHECKING:
    from starlette.requests import Request


class Shown(Reply[dict[str, int]]): ...


class Missing(Reply[Problem], status=404): ...


class Failed(msgspec.Struct):
    what: str


def show(request: Request) -> Shown | Missing:
    raise NotImplementedError


def failed(error: Exception, request: Request | None = None) -> Annotated[Failed, "of a row"]:
    return Failed(str(error))


def test_the_replies_of_a_handler_are_known() -> None:
    """The document has them, although `Request` is imported for type checkers alone."""
    assert ((Shown, Missing), True) == annotated_by(show)
    assert ((), False) == annotated_by(lambda _: Shown({}))


def test_the_last_item_after_an_error_has_a_type() -> None:
    """The step reads what the function returns and nothing else."""
    assert Failed is return_type(failed)
    respond(200).json_lines(int, on_error=failed)


def test_there_is_none() -> None:
    """As for a name in a mapping that does not have it."""
    with pytest.raises(KeyError):
        return_type(lambda: Failed("a"))
    assert Any is return_type(anything)


def anything() -> Any:
    raise NotImplementedError

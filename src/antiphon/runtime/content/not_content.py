"""Recognise a response that was passed as content, at any depth in it.

Encoders do not know responses and refuse them. This module writes the message of that error.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import FunctionType
from typing import Any

from antiphon.errors import ParamError


def is_response(value: object) -> bool:
    """Whether a value is a response (Starlette's, too), a class of responses, or a function that makes them."""
    if isinstance(value, FunctionType):
        return "spec" in value.__dict__ and "send" in value.__dict__
    type_ = value if isinstance(value, type) else type(value)
    return hasattr(type_, "init_headers") and hasattr(type_, "set_cookie")


def response_given(value: object) -> ParamError:
    """The error for a response in the place of content. Nothing that the response holds is shown."""
    callable_ = isinstance(value, FunctionType | type)
    name = getattr(value, "__name__", "") if callable_ else type(value).__name__
    return ParamError(
        "content",
        f"a response was given where content is expected: {name}{'' if callable_ else '(...)'}",
        help="return the response itself, or give as content what it was made from; a response cannot hold another",
        cite="RFC 9110 section 6.4: content is the representation, and a response carries it",
    )


def response_within(content: object) -> object | None:
    """A response that content holds somewhere, at any depth; None where it holds none. For errors: it is slow."""
    met: set[int] = set()
    pending: list[object] = [content]
    while pending:
        value = pending.pop()
        if is_response(value):
            return value
        if id(value) in met or isinstance(value, str | bytes | int | float | type):
            continue
        met.add(id(value))
        pending += _members(value)
    return None


def _members(value: Any) -> list[Any]:
    """The members of a value that an encoder would read."""
    if isinstance(value, Mapping):
        return [*value, *value.values()]
    if isinstance(value, list | tuple | set | frozenset):
        return list(value)
    type_ = type(value)
    names = [
        *getattr(type_, "__struct_fields__", ()),
        *getattr(type_, "__dataclass_fields__", ()),
        *(attribute.name for attribute in getattr(type_, "__attrs_attrs__", ())),
    ]
    extra = getattr(value, "__pydantic_extra__", None) or {}
    return [
        *(getattr(value, name, None) for name in names),
        *getattr(value, "__dict__", {}).values(),
        *extra.values(),
    ]

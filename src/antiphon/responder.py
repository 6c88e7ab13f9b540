"""A generated function with the extension's quick way in front of it: see `antiphon.native`.

HOT. Knows no pydantic and no spec.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from types import FunctionType
from typing import Any, Final, TypeGuard

from antiphon.native import EXTENSION
from antiphon.shape import Shape

_COMPILED: Final = (FunctionType, getattr(EXTENSION, "Responder", FunctionType))

# The order in which src/native/plan.h counts.
_CONTENT = ("none", "octets", "encoded")
_EXACT = ("", "type", "items")
_KIND = ("cookie", "text", "typed", "target", "converted")
_MOST_PARAMS = 32


def may_be_compiled(value: object) -> TypeGuard[Callable[..., Any]]:
    """Whether a value is of a type that `.compile()` returns; one that was compiled has a `spec`, too."""
    return isinstance(value, _COMPILED)


def quickened(shape: Shape, cells: list[Any], respond: Any) -> Any:
    """A compiled function, and its `send`, by the extension where it is there and knows the shape.

    What it does not know, it leaves to the function, with the arguments as they were.
    """
    if EXTENSION is None or len(shape.parameters) > _MOST_PARAMS:
        return respond
    plan = EXTENSION.Plan(_form(shape), cells)
    respond.send = EXTENSION.Responder(respond.send, plan, sends=True)
    return EXTENSION.Responder(respond, plan, sends=False)


def quicken_reply(shape: Shape, cells: list[Any], reply: Any) -> None:
    """Give a class of replies, which has its `__init__`, the extension's constructor and its way to be sent.

    A class that does more than to declare a response keeps what Python has for it.
    """
    if EXTENSION is None or len(shape.parameters) > _MOST_PARAMS or not _only_declares(reply):
        return
    reply.status_code = EXTENSION.Default("status_code", reply.status_code)
    reply.background = EXTENSION.Default("background", None)
    EXTENSION.adopt_reply_class(reply, EXTENSION.Plan(_form(shape), cells))


#: What the extension does by itself, without asking a class for it.
_OF_OBJECT = ("__setattr__", "__getattribute__", "__delattr__")
_OF_LAYOUT = ("__new__", "background", "body", "raw_headers")


def _only_declares(reply: Any) -> bool:
    """Whether what a class inherits of the layout, and of the way to be made and sent, is nowhere overridden."""
    from antiphon.responses import Response  # a reply exists, so they are loaded

    layout, default = EXTENSION.Instance, EXTENSION.Default
    return (
        type(reply) is type
        and reply.__call__ is Response.__call__
        and all(getattr(reply, name) is getattr(object, name) for name in _OF_OBJECT)
        and all(
            found is vars(layout)[name] or type(found) is default
            for name in _OF_LAYOUT
            for found in [next(vars(cls)[name] for cls in reply.__mro__ if name in vars(cls))]
        )
    )


@functools.cache
def _form(shape: Shape) -> Any:
    """What all responses of a shape have in common, as the extension keeps it."""
    return EXTENSION.Form(
        lines=shape.lines,
        params=tuple((p.name, _KIND.index(p.kind), p.optional, p.cookie, p.default) for p in shape.parameters),
        floats=shape.floats,
        content=_CONTENT.index(shape.content),
        exactness=_EXACT.index(shape.exact),
        keywords=_keywords(shape.keywords),
        searched=shape.searched,
        on_success=shape.on_success,
        own_media_type=shape.own_media_type,
    )


def _keywords(text: str) -> dict[str, bool]:
    """`by_alias=True` as the names and values of a call."""
    pairs = (pair.split("=") for pair in text.split(", ")) if text else ()
    return {name: {"True": True, "False": False}[value] for name, value in pairs}

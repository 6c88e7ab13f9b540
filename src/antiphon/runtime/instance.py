"""The class whose instances compiled responses are: a subclass of the concrete one with a constructor in C.

HOT. A msgspec Struct is made in a third of the time of a Python `__init__`, but cannot be declared with a base that has
one, and FastAPI needs a real subclass. So the Struct is declared alone and given its base afterwards, which CPython
allows since the two lay out their instances alike. Where it does not, a plain subclass does the same more slowly.
docs/decisions/0007-instances.md has the figures.
"""

from __future__ import annotations

import functools
import types
from typing import Any

import msgspec

from antiphon.runtime.plan import RawHeader


class _Instance(msgspec.Struct, eq=False, dict=True, weakref=True):
    """What every response has."""

    status_code: int
    background: Any
    body: bytes
    raw_headers: list[RawHeader]


@functools.cache
def instance_class(response: type) -> type:
    """The subclass of a concrete response class that compiled responses are made of, called with its four fields."""
    names: dict[str, Any] = {
        "__module__": response.__module__,
        "__qualname__": response.__qualname__,
        "__repr__": _repr,
    }
    made: type = types.new_class(response.__name__, (_Instance,), exec_body=lambda namespace: namespace.update(names))
    try:
        made.__bases__ = (_Instance, response)
    except TypeError:
        made = type(response.__name__, (response,), {**names, "__init__": _init})
    return made


def _repr(self: Any) -> str:
    """The status alone: content and cookies are not for logs."""
    return f"<{type(self).__name__} {self.status_code}>"


def _init(self: Any, status_code: int, background: Any, body: bytes, raw_headers: list[RawHeader]) -> None:
    self.status_code = status_code
    self.background = background
    self.body = body
    self.raw_headers = raw_headers

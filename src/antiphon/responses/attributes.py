"""The attributes of a response: free to read and set by name, but not to be listed by serialisers.

Serialisers that know nothing of an object print its `__dict__`: `fastapi.encoders.jsonable_encoder` does, and
`json.dumps(..., default=vars)`. Of a response that would send `raw_headers`, session cookies among them, as content.
docs/decisions/0046-a-response-is-not-content.md has what each serialiser does.
"""

from __future__ import annotations

import copy
import functools
from collections.abc import Callable
from typing import Any, NoReturn, Self

from antiphon.responses import starlette_classes
from antiphon.runtime.content.not_content import response_given
from antiphon.runtime.plan import RawHeader

#: The dictionary that an object has for its attributes, whatever its class says when it is asked for `__dict__`.
own_attributes: Callable[[object], dict[str, Any]] = starlette_classes.Response.__dict__["__dict__"].__get__


class NamedAttributes:
    """The result of `vars(response)`: access to one attribute at a time, as `functools.cached_property` needs it.

    Raises ParamError when it is iterated: a response was given where content is expected.
    """

    __slots__ = ("_own", "_response")

    def __init__(self, response: object) -> None:
        self._response = response
        self._own = own_attributes(response)

    def get(self, name: str, default: Any = None) -> Any:
        return self._own.get(name, default)

    def __contains__(self, name: str) -> bool:
        return name in self._own

    def __getitem__(self, name: str) -> Any:
        return self._own[name]

    def __setitem__(self, name: str, value: Any) -> None:
        self._own[name] = value

    def __delitem__(self, name: str) -> None:
        del self._own[name]

    def __iter__(self) -> NoReturn:
        raise response_given(self._response)

    keys: Callable[[Self], NoReturn] = __iter__
    items: Callable[[Self], NoReturn] = __iter__
    values: Callable[[Self], NoReturn] = __iter__


def copied(response: Any, raw_headers: list[RawHeader]) -> Any:
    """The response again, with other field lines. Whatever it carries is shared, as by `copy.copy`."""
    kind: Any = type(response)
    if not _is_plain(kind):
        again = copy.copy(response)
        again.raw_headers = raw_headers
        return again
    again = kind.__new__(kind)
    own = own_attributes(again)
    own.update(own_attributes(response))
    own.pop("_headers", None)  # Starlette's view of the former lines
    own["raw_headers"] = raw_headers
    return again


@functools.lru_cache(maxsize=512)
def _is_plain(kind: type) -> bool:
    """Whether instances are copied by their dictionary alone: without slots, and without a way of their own."""
    slots = any(base.__dict__.get("__slots__") for base in kind.__mro__)
    makers = [base for base in kind.__mro__ if "__new__" in base.__dict__ and base.__module__ != "builtins"]
    ours = all(base.__module__.startswith("antiphon.") for base in makers)
    return ours and not slots and not hasattr(kind, "__copy__")

"""The class of which compiled responses are: a subclass of the concrete one that is made without arguments.

HOT. `object`'s own constructor is called without a Python frame, and a store to a new attribute costs next to nothing.
docs/decisions/0007-instances.md has the figures, and the faster alternative that was rejected.
"""

from __future__ import annotations

from typing import Any

from antiphon.runtime.one_for_all import one_for_all

#: The attributes that compiled responses may have, in the order in which generated code sets them.
FIELDS = ("status_code", "background", "body", "raw_headers", "media_type", "background_policy")
#: The same of those that carry what they send.
CARRYING = ("status_code", "background", "carried", "transmit", "raw_headers", "media_type", "background_policy")


@one_for_all
def instance_class(response: type) -> type:
    """The subclass of a concrete response class that compiled responses are made of: its instances are still empty."""
    return subclass(response)


def subclass(response: type, **more: Any) -> type:
    """A subclass of a concrete response class whose instances are made empty, with further attributes of the class."""
    names: dict[str, Any] = {
        **more,
        "__module__": response.__module__,
        "__qualname__": response.__qualname__,
        "__doc__": response.__doc__,
        "__init__": object.__init__,
        "__repr__": _repr,
        "__reduce__": _reduce,
    }
    made = type(response.__name__, (response,), names)
    first = made()
    for name in CARRYING if hasattr(response, "transmit") else FIELDS:
        # CPython keeps attributes compact that the first instances of a class have. Some check their status.
        setattr(first, name, 200 if name == "status_code" else None)
    return made


def _repr(self: Any) -> str:
    """The status alone: content and cookies are not for logs."""
    return f"<{type(self).__name__} {self.status_code}>"


def _reduce(self: Any) -> tuple[Any, ...]:
    """For copy and pickle: the class has the name of the concrete one, under which no import finds it."""
    return _empty, (type(self).__base__,), self.__getstate__()


def _empty(response: type) -> Any:
    """A compiled response without its attributes."""
    return instance_class(response)()

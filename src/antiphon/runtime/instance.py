"""The class of which compiled responses are: a subclass of the concrete one that is made without arguments.

HOT. `object`'s own constructor is called without a Python frame, and a store to a new attribute costs next to nothing.
docs/decisions/0007-instances.md has the figures, and the faster alternative that was rejected.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from antiphon.runtime.as_declared import attributes
from antiphon.runtime.one_for_all import one_for_all
from antiphon.runtime.plan import BodyPlan

#: The attributes that compiled responses may have, in the order in which generated code sets them.
FIELDS = ("status_code", "background", "body", "raw_headers", "media_type", "background_policy")
#: The same of those that carry what they send.
CARRYING = ("status_code", "background", "carried", "transmit", "raw_headers", "media_type", "background_policy")


def class_of_instances(response: type, status: int, body: BodyPlan) -> type:
    """The class of which the responses with that status and body are."""
    return instance_class(response) if body.is_carried else declared_class(response, status, empty=body.is_empty)


@one_for_all
def instance_class(response: type) -> type:
    """The subclass of a concrete response class that compiled responses are made of: its instances are still empty."""
    return subclass(response)


def declared_class(response: type, status: int, *, empty: bool) -> type:
    """The same for responses that send octets, until one is changed: its instances have that status, and no work.

    With `empty` they have no content either.
    """
    return _declared_class((response, status, empty))


@one_for_all
def _declared_class(of: tuple[type, int, bool]) -> type:
    response, status, empty = of
    return declared_subclass(response, status, empty=empty)


def declared_subclass(response: type, status: int, *, empty: bool, **more: Any) -> type:
    """A class as `declared_class` gives it, with further attributes of the class."""
    general = subclass(response, **more) if more else instance_class(response)
    values = {"status_code": status, "background": None} | ({"body": b""} if empty else {})
    made = type(response.__name__, (general,), attributes(values) | _named(response))
    _prime(made, [name for name in FIELDS if name not in values])
    return made


def subclass(response: type, **more: Any) -> type:
    """A subclass of a concrete response class whose instances are made empty, with further attributes of the class."""
    names: dict[str, Any] = {
        **more,
        **_named(response),
        "__init__": object.__init__,
        "__repr__": _repr,
        "__reduce__": _reduce,
    }
    made = type(response.__name__, (response,), names)
    _prime(made, CARRYING if hasattr(response, "transmit") else FIELDS)
    return made


def _named(response: type) -> dict[str, Any]:
    return {"__module__": response.__module__, "__qualname__": response.__qualname__, "__doc__": response.__doc__}


def _prime(made: type, names: Iterable[str]) -> None:
    """Make one instance with all attributes: CPython keeps those compact that the first instances of a class have."""
    first = made()
    for name in names:
        setattr(first, name, 200 if name == "status_code" else None)  # some check their status


def _repr(self: Any) -> str:
    """The status alone: content and cookies are not for logs."""
    return f"<{type(self).__name__} {self.status_code}>"


def _reduce(self: Any) -> tuple[Any, ...]:
    """For copy and pickle: the class has the name of the concrete one, under which no import finds it."""
    return _empty, (type(self).__base__,), self.__getstate__()


def _empty(response: type) -> Any:
    """A compiled response without its attributes."""
    return instance_class(response)()

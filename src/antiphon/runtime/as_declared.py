"""The members of the class of a compiled response that nobody has changed: the declared status, and no background work.

HOT. The status, the work and empty content are attributes of a class then, and nothing asks for them where the response
is sent. Setting one, copying the response or listing its attributes makes it a response of the ordinary class, which
has each on the instance and looks at it when it is sent.
docs/decisions/0101-what-a-small-response-costs.md has the figures.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from antiphon.runtime.background import check_work
from antiphon.runtime.own_code import own_code


class Declared:
    """An attribute that is as declared. It is one of the instance as soon as it is set to something else."""

    __slots__ = ("_name", "_value")

    def __init__(self, name: str, value: object) -> None:
        self._name = name
        self._value = value

    def __get__(self, response: Any, _owner: type | None = None) -> Any:
        return self._value

    def __set__(self, response: Any, value: object) -> None:
        if value is not self._value:
            setattr(ordinary(response), self._name, value)

    def __delete__(self, response: Any) -> None:
        delattr(ordinary(response), self._name)


def ordinary(response: Any) -> Any:
    """The same response, now of the ordinary class, with every attribute on the instance."""
    kind = type(response)
    response.__class__ = kind.__base__
    for name, value in kind.as_declared.items():
        setattr(response, name, value)
    return response


def with_work(kind: Any, work: object) -> Any:
    """A response of the ordinary class for responses of that class, with work that is to follow it."""
    check_work(work)
    response = kind.__base__()
    for name, value in kind.as_declared.items():
        setattr(response, name, value)
    response.background = work
    return response


def attributes(values: dict[str, Any]) -> dict[str, Any]:
    """The members of a class whose instances have these values until they are changed."""
    return {
        **{name: Declared(name, value) for name, value in values.items()},
        "as_declared": values,
        "__call__": own_code((_empty_call if "body" in values else _call)(values["status_code"])),
        "__dict__": property(lambda response: ordinary(response).__dict__),
        "__dir__": lambda response: dir(ordinary(response)),
        "__getstate__": lambda response: ordinary(response).__getstate__(),
        "__reduce__": lambda response: ordinary(response).__reduce__(),
    }


def _call(status: int) -> Callable[..., Any]:
    """Sends a response with content, as an ASGI application."""

    async def __call__(self: Any, scope: Any, receive: Any, send: Any) -> None:  # noqa: N807 - it becomes the method
        if scope["type"] == "websocket":
            send = self._wrap_websocket_denial_send(send)
        await send({"type": "http.response.start", "status": status, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body})

    return __call__


def _empty_call(status: int) -> Callable[..., Any]:
    """The same without content."""

    async def __call__(self: Any, scope: Any, receive: Any, send: Any) -> None:  # noqa: N807 - likewise
        if scope["type"] == "websocket":
            send = self._wrap_websocket_denial_send(send)
        await send({"type": "http.response.start", "status": status, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": b""})

    return __call__

"""What a reply of a class statement is while nobody has changed it: its declared status, and no background work.

HOT. Such a reply has `_as_declared`, its status, which says as well that nothing else has to be asked for where it is
sent. Whatever makes it another reply sets that to None: another status, work, content where none was declared. It is
then sent as every response is.
docs/decisions/0101-what-a-small-response-costs.md has the figures.
"""

from __future__ import annotations

from typing import Any

from antiphon.responses.attributes import own_attributes
from antiphon.responses.response import Response
from antiphon.runtime.own_code import own_code


class Declared:
    """An attribute of replies that has the declared value until it is set to something else."""

    __slots__ = ("_name", "_value")

    def __init__(self, name: str, value: object) -> None:
        self._name = name
        self._value = value

    def __get__(self, reply: Any, _owner: type | None = None) -> Any:
        if reply is None:
            return self._value
        status = getattr(reply, "_as_declared", None)
        if status is None:
            return own_attributes(reply).get(self._name, self._value)
        return status if self._name == "status_code" else self._value

    def __set__(self, reply: Any, value: object) -> None:
        declared = self.__get__(reply)
        if type(value) is not type(declared) or value != declared:
            _changed(reply)[self._name] = value

    def __delete__(self, reply: Any) -> None:
        own = _changed(reply)
        if self._name not in own:
            raise AttributeError(self._name)
        del own[self._name]


def _changed(reply: Any) -> dict[str, Any]:
    """The attributes of a reply that is about to be changed, with those that its class had for it."""
    own = own_attributes(reply)
    status = own.get("_as_declared")
    if status is not None:
        own |= {"body": b"", "background": None} | own | {"status_code": status, "_as_declared": None}
    return own


class _Sent:
    """How a reply with content is sent, as an ASGI application."""

    async def __call__(self: Any, scope: Any, receive: Any, send: Any) -> None:
        status = self._as_declared
        if status is None:
            await Response.__call__(self, scope, receive, send)
            return
        if scope["type"] == "websocket":
            send = self._wrap_websocket_denial_send(send)
        await send({"type": "http.response.start", "status": status, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body})


class _SentEmpty:
    """The same without content."""

    async def __call__(self: Any, scope: Any, receive: Any, send: Any) -> None:
        status = self._as_declared
        if status is None:
            await Response.__call__(self, scope, receive, send)
            return
        if scope["type"] == "websocket":
            send = self._wrap_websocket_denial_send(send)
        await send({"type": "http.response.start", "status": status, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": b""})


def send_as_declared(cls: Any, status: int, *, empty: bool) -> None:
    """Let the replies of a class be sent as they are declared, unless a class among its bases says how they are sent.

    With `empty` they have no content.
    """
    cls.status_code, cls.background = Declared("status_code", status), Declared("background", None)
    if empty:
        cls.body = Declared("body", b"")
    if cls.__call__ is Response.__call__ or cls.__call__.__module__ == __name__:
        cls.__call__ = own_code((_SentEmpty if empty else _Sent).__call__)

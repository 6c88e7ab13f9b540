"""The attributes of a reply that nobody has changed, the declared status and no background work, and its sending.

HOT. Such a reply has `_as_declared`, its status, which says as well that nothing else has to be asked for where it is
sent. Whatever makes it another reply sets that to None: another status, work, content where none was declared. It is
then sent as every response is, and so are replies that carry what they send, which have None from the start.
docs/decisions/0101-what-a-small-response-costs.md has the figures.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from antiphon.responses.attributes import own_attributes
from antiphon.responses.response import Response
from antiphon.responses.starlette_classes import Receive, Scope, Send
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


class SentAsDeclared(Response[int, Any]):
    """A response that is sent as it is declared for as long as nobody has changed it."""

    if TYPE_CHECKING:
        _as_declared: int | None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the reply as an ASGI application, then run the background work."""
        status = self._as_declared
        if status is None:
            await super().__call__(scope, receive, send)
            return
        if scope["type"] == "websocket":
            send = self._wrap_websocket_denial_send(send)
        await send({"type": "http.response.start", "status": status, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self.body})


class _SentEmpty(SentAsDeclared):
    """The same without content."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        status = self._as_declared
        if status is None:
            await Response.__call__(self, scope, receive, send)
            return
        if scope["type"] == "websocket":
            send = self._wrap_websocket_denial_send(send)
        await send({"type": "http.response.start", "status": status, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": b""})


def send_as_declared(cls: Any, status: int, *, carried: bool, empty: bool) -> None:
    """Let the replies of a class be sent as they are declared, unless a class among its bases says how they are sent.

    With `carried` they carry what they send, and nothing of this is for them; with `empty` they have no content.
    """
    if not carried:
        cls.status_code, cls.background = Declared("status_code", status), Declared("background", None)
    if empty:
        cls.body = Declared("body", b"")
    if cls.__call__.__module__ == __name__:
        behind: Any = super(SentAsDeclared, cls)
        cls.__call__ = behind.__call__ if carried else own_code(_way(empty=empty))


def _way(*, empty: bool) -> Any:
    return (_SentEmpty if empty else SentAsDeclared).__call__

# Written by `nox -s generate` from src; do not edit.
"""The attributes of a reply that nobody has changed, the declared status and no background work, and its sending.

HOT. Such a reply has `_as_declared`, its status, which says as well that nothing else has to be asked for where it is
sent. Whatever makes it another reply sets that to None: another status, work, content where none was declared. It is
then sent as every response is, and so are replies that carry what they send, which have None from the start.
docs/decisions/0101-what-a-small-response-costs.md has the figures.
"""

from typing import Any

from antiphon.responses.response import Response
from antiphon.responses.starlette_classes import Receive, Scope, Send

class Declared:
    """An attribute of replies that has the declared value until it is set to something else."""

    __slots__ = ("_name", "_value")

    def __init__(self, name: str, value: object) -> None: ...
    def __get__(self, reply: Any, _owner: type | None = None) -> Any: ...
    def __set__(self, reply: Any, value: object) -> None: ...
    def __delete__(self, reply: Any) -> None: ...

class SentAsDeclared(Response[int, Any]):
    """A response that is sent as it is declared for as long as nobody has changed it."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the reply as an ASGI application, then run the background work."""

def send_as_declared(cls: Any, status: int, *, carried: bool, empty: bool) -> None:
    """Let the replies of a class be sent as they are declared, unless a class among its bases says how they are sent.

    With `carried` they carry what they send, and nothing of this is for them; with `empty` they have no content.
    """

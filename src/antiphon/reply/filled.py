"""Fill members of problems in one place: the instance, a trace id."""

from __future__ import annotations

import copy
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import msgspec

from antiphon.responses.starlette_classes import Receive, Scope, Send
from antiphon.runtime.content.json import encode
from antiphon.runtime.content.problem import Problem

#: From the ASGI scope of a request to the members that its problems have.
Fill: TypeAlias = Callable[[Scope], Mapping[str, Any]]

#: The attribute of an application that has its fill.
FILL = "antiphon_fill"


class FilledOnSending:
    """Fills the members that a problem has and that were not given, where the application says with what."""

    def _for_request(self, scope: Any) -> Any:
        """The problem with the members that the application of this request fills."""
        fill: Fill | None = getattr(scope.get("app"), FILL, None)
        return self if fill is None else filled(self, fill(scope))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the problem as an ASGI application."""
        response: Any = self._for_request(scope)
        await super(FilledOnSending, response).__call__(scope, receive, send)  # type: ignore[misc]  # a response is the next class


def filled(reply: Any, values: Mapping[str, Any]) -> Any:
    """A problem with values for the members that it has and that are None; one that is a mapping gets all of them.

    The reply itself is left as it is. What a Problem does not declare is left out.
    """
    content: Problem | Mapping[str, Any] = reply.content
    missing = {name: value for name, value in values.items() if value is not None and _is_free(content, name)}
    if not missing:
        return reply
    again = copy.copy(reply)
    if isinstance(content, Problem):
        again.content = msgspec.structs.replace(content, status=reply.status_code, **missing)
    else:
        again.content = {**content, **missing}
    again.body = encode(again.content)
    length = b"%d" % len(again.body)
    again.raw_headers = [(name, length if name == b"content-length" else value) for name, value in reply.raw_headers]
    return again


def _is_free(content: Problem | Mapping[str, Any], name: str) -> bool:
    if isinstance(content, Problem):
        return name in content.__struct_fields__ and getattr(content, name) is None
    return content.get(name) is None

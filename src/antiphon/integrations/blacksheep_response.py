"""BlackSheep's response class with a declared response's lines."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Callable
from typing import Any

from blacksheep import Content, Request, StreamedContent
from blacksheep import Response as Answer

from antiphon.responses import Response
from antiphon.responses.lines import async_lines, is_whole
from antiphon.runtime.plan import RawHeader

#: The place in the scope of the lines that are sent.
SENT: str = "antiphon_sent"
#: And of what says that the client left.
RECEIVE: str = "antiphon_receive"
#: BlackSheep writes these from the content, and a length of 0 where there is none.
OF_CONTENT: frozenset[bytes] = frozenset((b"content-type", b"content-length"))


class Carried(Answer):
    """A response of BlackSheep's with a declared one's lines."""

    antiphon_lines: list[RawHeader]


async def carried(response: Response[Any, Any], request: Request) -> Carried:
    """A response of BlackSheep's class that sends the same."""
    scope = None
    if not is_whole(response):
        scope = {"method": request.method, "headers": [(name.lower(), value) for name, value in request.headers]}
    status, own, body = await async_lines(response, scope)
    work = response.background if isinstance(body, bytes) else None
    kind = next((value for name, value in own if name == b"content-type"), b"")
    content: Any = None
    if isinstance(body, bytes) and work is None:
        content = Content(kind, body) if body or kind else None
    else:
        receive: Any = dict(request.scope).get(RECEIVE)
        if not isinstance(body, bytes) and receive is not None:
            body.ended_by(receive)
        pieces = _once(body, work) if isinstance(body, bytes) else body.generated()
        length = next((int(value) for name, value in own if name == b"content-length"), -1)
        content = StreamedContent(kind, _provider(pieces), length)
    made = Carried(status, [line for line in own if line[0] not in OF_CONTENT], content)
    made.antiphon_lines = own
    return made


def _provider(pieces: AsyncGenerator[bytes]) -> Callable[[], AsyncGenerator[bytes]]:
    async def provide() -> AsyncGenerator[bytes]:
        async for piece in pieces:
            yield piece

    return provide


async def _once(body: bytes, work: Any) -> AsyncGenerator[bytes]:
    if body:
        yield body
    if work is not None:
        await work()

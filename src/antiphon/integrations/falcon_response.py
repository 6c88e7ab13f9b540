"""Falcon's response classes, by WSGI and ASGI, which may have the lines of a declared response."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncGenerator, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import falcon
import falcon.asgi

from antiphon.integrations.settled import joined, raw_lines, report, settled, text_lines, unjoined
from antiphon.responses import Response as Declared
from antiphon.responses.exchanged import AsyncPieces
from antiphon.responses.lines import Lines, is_whole
from antiphon.responses.merged import merged
from antiphon.responses.wsgi import ThenWork
from antiphon.runtime.plan import RawHeader

if TYPE_CHECKING:
    _Root: TypeAlias = falcon.Response
else:
    _Root = object


class _Carrier(_Root):
    """A response that may have the lines of a declared one."""

    antiphon_lines: list[RawHeader] | None = None

    def carry(self, response: Declared[Any, Any], found: Lines[Any], req: Any) -> None:
        """Send this response. Headers and cookies that are set on `resp` already are merged into it."""
        status, own, body = found
        where = str(req.uri_template or req.path)
        own, conflicts = merged(own, self._beside())
        for conflict in conflicts:
            report(where, conflict.what)
        self.antiphon_lines, self._where = own, where
        self._given = joined(own)
        self._headers = dict(self._given)
        self._extra_headers = None
        self._cookies = None
        theirs: Any = self  # these attributes have types of Falcon's own
        theirs.status, theirs.text, theirs.data, theirs.stream = status, None, None, None
        if is_whole(response):
            self._body(body, response.background)
        else:
            theirs.stream = self._stream(body, req)

    def _beside(self) -> list[RawHeader]:
        """The lines that are on this object, but for those that `joined` put there."""
        cookies = [("set-cookie", cookie.OutputString()) for cookie in (self._cookies or {}).values()]
        theirs: Sequence[tuple[str, str]] = [*self._headers.items(), *(self._extra_headers or ()), *cookies]
        return raw_lines(theirs)

    def _sent(self) -> list[RawHeader]:
        own = self.antiphon_lines or []
        if self._headers == self._given and not self._extra_headers and self._cookies is None:
            return own
        now = self._headers
        if "content-length" in now and "content-length" not in self._given:
            now = {name: value for name, value in now.items() if name != "content-length"}
        self._headers, kept = {}, unjoined(own, self._given, now)
        added, self._headers = self._beside(), now
        return settled(own, [*kept, *added], self._where)

    def _body(self, body: bytes, work: Any) -> None:
        raise NotImplementedError

    def _stream(self, body: Any, req: Any) -> Any:
        raise NotImplementedError


class Response(_Carrier, falcon.Response):
    """Falcon's response by WSGI."""

    def _body(self, body: bytes, work: Any) -> None:
        theirs: Any = self
        if work is None:
            theirs.data = body
        else:
            theirs.stream = ThenWork([body], work)

    def _stream(self, body: Any, req: Any) -> Any:
        return [body] if isinstance(body, bytes) else body

    def _wsgi_headers(self, media_type: str | None = None) -> list[tuple[str, str]]:
        if self.antiphon_lines is None:
            return super()._wsgi_headers(media_type)
        return text_lines(self._sent())


class AsyncResponse(_Carrier, falcon.asgi.Response):
    """Falcon's response by ASGI."""

    def _body(self, body: bytes, work: Any) -> None:
        self.data = body
        if work is not None:
            self.schedule(work)

    def _stream(self, body: Any, req: Any) -> Any:
        return _once(body) if isinstance(body, bytes) else _until_left(body, req)

    def _asgi_headers(self, media_type: str | None = None) -> list[RawHeader]:
        return super()._asgi_headers(media_type) if self.antiphon_lines is None else self._sent()


async def _once(body: bytes) -> AsyncGenerator[bytes]:
    yield body


async def _until_left(body: AsyncPieces, req: Any) -> AsyncGenerator[bytes]:
    """The pieces, until the client leaves: Falcon asks for that with events alone. Nobody reads the request now."""
    if not type(req._receive).__module__.startswith("falcon.testing"):  # its client says at once that it has left
        body.ended_by(req._receive)
    async with contextlib.aclosing(body.generated()) as pieces:
        async for piece in pieces:
            yield piece

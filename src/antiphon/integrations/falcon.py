"""Falcon, by WSGI and ASGI: a responder returns a declared response.

    class Users:
        async def on_post(self, req: Request, resp: Response) -> UserCreated | EmailTaken: ...

    app = falcon.asgi.App(router=Router(), response_type=AsyncResponse)  # falcon.App(..., response_type=Response)
    install(app)
    app.add_route("/users", Users())

Hooks and middleware see its status, headers and data on `resp`, and may change them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

import falcon
import falcon.asgi
from falcon.routing import CompiledRouter

from antiphon.integrations.around import around
from antiphon.integrations.settled import joined, raw_lines, report, settled, text_lines, unjoined
from antiphon.reply.raisable import Raisable, Raised
from antiphon.responses import Response as Declared
from antiphon.responses.lines import Lines, async_lines, is_whole, lines
from antiphon.responses.merged import merged
from antiphon.responses.wsgi import ThenWork, scope_of
from antiphon.runtime.plan import RawHeader

if TYPE_CHECKING:
    _Root: TypeAlias = falcon.Response
else:
    _Root = object


class Router(CompiledRouter):
    """Falcon's router, whose responders may return declared responses."""

    def map_http_methods(self, resource: object, **options: Any) -> Any:
        """The responders of a resource, each of which puts what it returns into its `resp`."""
        found: Any = super().map_http_methods(resource, **options)
        return {method: around(responder, _put, _put_later) for method, responder in found.items()}


def install(app: Any) -> None:
    """Let an application send the replies that are raised below it."""
    later = isinstance(app, falcon.asgi.App)
    for kind in (Raisable, Raised):
        app.add_error_handler(kind, _raised_later if later else _raised)


def _put(returned: Any, req: Any, resp: Any, **_params: Any) -> None:
    if isinstance(returned, Declared):
        found = lines(returned, None if is_whole(returned) else scope_of(req.env))
        resp.carry(returned, found, req)


async def _put_later(returned: Any, req: Any, resp: Any, **_params: Any) -> None:
    if isinstance(returned, Declared):
        found = await async_lines(returned, None if is_whole(returned) else _scope(req))
        resp.carry(returned, found, req)


def _scope(req: Any) -> dict[str, Any]:
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in req.headers.items()]
    return {"method": req.method, "headers": headers}


def _raised(req: Any, resp: Any, error: Any, _params: Any) -> None:
    _put(error.response if isinstance(error, Raised) else error, req, resp)


async def _raised_later(req: Any, resp: Any, error: Any, _params: Any) -> None:
    await _put_later(error.response if isinstance(error, Raised) else error, req, resp)


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
            theirs.stream = self._stream(body)

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

    def _stream(self, body: Any) -> Any:
        raise NotImplementedError


class Response(_Carrier, falcon.Response):
    """Falcon's response by WSGI."""

    def _body(self, body: bytes, work: Any) -> None:
        theirs: Any = self
        if work is None:
            theirs.data = body
        else:
            theirs.stream = ThenWork([body], work)

    def _stream(self, body: Any) -> Any:
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

    def _stream(self, body: Any) -> Any:
        return _once(body) if isinstance(body, bytes) else body.generated()

    def _asgi_headers(self, media_type: str | None = None) -> list[RawHeader]:
        return super()._asgi_headers(media_type) if self.antiphon_lines is None else self._sent()


async def _once(body: bytes) -> Any:
    yield body

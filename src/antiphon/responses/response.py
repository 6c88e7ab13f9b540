"""The response that the other drop-in classes derive from: text or octets with a status, field lines and cookies.

Constructors, attributes and override points are Starlette's, and where Starlette is installed each class derives from
the one of the same name. Faults that the rules report as errors raise ParamError, where Starlette sends them. Each
difference is listed in docs/decisions/0010-drop-in-differences.md.

To type checkers the classes are generic over status and content: `JSONResponse[Literal[201], User]`. At run time a
subscript gives the class itself, so that frameworks see a plain class in an annotation.
"""

# ruff: noqa: FBT001, FBT002, PLR0917 - the signatures are Starlette's
from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal

from antiphon.errors import ParamError
from antiphon.http.status import UNCOUNTED
from antiphon.responses import starlette_classes
from antiphon.responses.attributes import NamedAttributes, own_attributes
from antiphon.responses.cookie import set_cookie_line
from antiphon.responses.exchange import BackgroundPolicy
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.headers import ResponseHeaders, content_type, raw_headers
from antiphon.responses.length import check_length, check_transfer_encoding
from antiphon.responses.starlette_classes import BackgroundTask, Receive, Scope, Send
from antiphon.responses.status import (
    CONTENTFUL,
    CONTENTLESS,
    check_sendable,
    check_status,
    without_content,
)
from antiphon.runtime.content.not_content import is_response, response_given
from antiphon.runtime.plan import CONTENT_LENGTHS, RawHeader

if TYPE_CHECKING:
    from typing import Generic

    from _typeshed.wsgi import StartResponse, WSGIEnvironment
    from typing_extensions import TypeVar  # with PEP 696 defaults

    S_co = TypeVar("S_co", bound=int, default=int, covariant=True)
    B_co = TypeVar("B_co", default=Any, covariant=True)
else:
    from typing import TypeVar

    S_co = TypeVar("S_co", bound=int, covariant=True)
    B_co = TypeVar("B_co", covariant=True)

    class Generic:
        """Makes a class of any subscript the class itself."""

        __args__ = ()  # `typing.get_type_hints` subscribes the class of an alias again, and asks what it got for this

        def __class_getitem__(cls, _arguments: object) -> type:
            return cls


__all__ = ["B_co", "Response", "S_co"]


class Response(starlette_classes.Response, Generic[S_co, B_co]):
    """Text or octets, as they are given.

    Raises ParamError for a status outside 100 to 599, content with a status that has none, a field line that cannot be
    sent, a Content-Length that is not the content's, and an invalid media type.
    """

    media_type: str | None = None
    charset: str = "utf-8"
    if TYPE_CHECKING:
        status_code: S_co  # pyright: ignore[reportIncompatibleVariableOverride]  # an int, and to types which one
        raw_headers: list[RawHeader]
    background: BackgroundTask | None = None
    background_policy: BackgroundPolicy = "always"
    """Whether `background` runs even where the client left before everything was sent."""

    def __init__(
        self,
        content: Any = None,
        status_code: S_co = 200,  # type: ignore[assignment]  # left out, it is what the context wants
        headers: HeaderLines | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None:
        if status_code.__class__ is not int or not 200 <= status_code <= 599:
            check_status(status_code)
        self.status_code = status_code
        if media_type is not None:
            self.media_type = media_type
        self.background = background
        body = self.render(content)
        if body and status_code in CONTENTLESS:
            body = without_content(content, len(body), status_code)
        self.body: bytes | memoryview = body
        self.init_headers(headers)  # type: ignore[arg-type]  # overrides have Starlette's annotation, as it has here

    if not TYPE_CHECKING:  # to type checkers `__dict__` is a dict

        @property
        def __dict__(self) -> NamedAttributes:
            return NamedAttributes(self)

    def __dir__(self) -> list[str]:
        return [*super().__dir__(), *own_attributes(self)]

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Let FastAPI start with `-> User | NotFound`, which it hands to pydantic; a field of a model stays refused."""
        if cls is Response or handler.field_name is not None:
            return handler(source)
        return {"type": "is-instance", "cls": cls}

    def __getstate__(self) -> dict[str, Any]:
        """The attributes, for copy and pickle: field lines in a list of their own, and octets that cannot change."""
        own: Any = super().__getstate__()  # with the slots that a subclass may have, a pair
        state: dict[str, Any] = {}
        for part in own if isinstance(own, tuple) else (own,):
            state |= part or {}
        if "raw_headers" in state:
            state["raw_headers"] = state["raw_headers"][:]
        return {name: bytes(value) if isinstance(value, memoryview) else value for name, value in state.items()}

    def __setstate__(self, state: dict[str, Any] | None, /) -> None:
        for name, value in (state or {}).items():
            object.__setattr__(self, name, value)

    def render(self, content: Any) -> bytes | memoryview:
        """The content in octets: text in `charset`, octets as they are, nothing for None."""
        if content is None:
            return b""
        if isinstance(content, bytes):
            return content
        if isinstance(content, memoryview):
            return content.cast("B") if content.c_contiguous else content.tobytes()
        if isinstance(content, bytearray):
            return bytes(content)  # what is sent does not change with it
        try:
            encoded: bytes = content.encode(self.charset)
        except AttributeError:
            if is_response(content):
                raise response_given(content) from None
            raise ParamError(
                "content",
                f"is {type(content).__qualname__} where str, bytes, bytearray or memoryview is needed",
                help="render it first, or send it by JSONResponse",
                cite="the signature of Response",
            ) from None
        except (UnicodeError, LookupError) as error:
            reason = error.reason if isinstance(error, UnicodeEncodeError) else str(error)
            raise ParamError(
                "content",
                f"cannot be said in {self.charset}: {reason}",
                help="use utf-8, and no lone surrogates",
                cite="RFC 9110 section 8.3.2",
            ) from None
        return encoded

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        """Make `raw_headers`: the given lines, then Content-Length and Content-Type unless they are given."""
        lines: list[RawHeader] = [] if headers is None else raw_headers(headers)
        names: Collection[bytes] = ()
        body = getattr(self, "body", None)
        if lines:
            names = [name for name, _ in lines]
            if b"transfer-encoding" in names:
                check_transfer_encoding(lines, None if body is None else len(body), self.status_code)
        if b"content-length" in names:
            check_length(lines, None if body is None else len(body), self.status_code)
        elif body is not None and self.status_code not in UNCOUNTED:
            size = len(body)
            lines.append(CONTENT_LENGTHS[size] if size < 4096 else (b"content-length", b"%d" % size))
        if self.media_type is not None and b"content-type" not in names:
            try:
                lines.append(content_type(self.media_type, self.charset))
            except TypeError:  # of a type that cannot be hashed
                lines.append(content_type.__wrapped__(self.media_type, self.charset))
        self.raw_headers = lines

    @property
    def headers(self) -> ResponseHeaders:
        """A view of `raw_headers`, which checks what is set."""
        return ResponseHeaders(raw=self.raw_headers)

    def set_cookie(
        self,
        key: str,
        value: str = "",
        max_age: float | None = None,
        expires: datetime | str | float | None = None,
        path: str | None = "/",
        domain: str | None = None,
        secure: bool = False,
        httponly: bool = False,
        samesite: Literal["lax", "strict", "none"] | None = "lax",
        partitioned: bool = False,
    ) -> None:
        """Add a Set-Cookie line. `max_age` and a number as `expires` are whole seconds from now.

        Raises ParamError where a browser would drop, alter or misread the cookie, or servers would misread its value;
        the error never holds the value.
        """
        self.raw_headers.append(
            set_cookie_line(key, value, max_age, expires, path, domain, secure, httponly, samesite, partitioned)
        )

    def delete_cookie(
        self,
        key: str,
        path: str = "/",
        domain: str | None = None,
        secure: bool = False,
        httponly: bool = False,
        samesite: Literal["lax", "strict", "none"] | None = "lax",
        partitioned: bool = False,
    ) -> None:
        """Add a Set-Cookie line that deletes a cookie. Give what it was set with, or browsers keep it."""
        self.set_cookie(
            key,
            max_age=0,
            expires=0,
            path=path,
            domain=domain,
            secure=secure,
            httponly=httponly,
            samesite=samesite,
            partitioned=partitioned,
        )

    def _for_request(self, scope: Mapping[str, Any]) -> Response[Any, Any]:
        """The response as this request gets it: itself, unless a kind of response depends on the request."""
        return self

    def wsgi(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Send the response as a WSGI application (PEP 3333). Closing what it returns runs the background work."""
        from antiphon.responses.wsgi import answer_wsgi

        return answer_wsgi(self, environ, start_response)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the response as an ASGI application, then run the background work."""
        status = self.status_code
        if status not in CONTENTFUL and (self.body or status not in CONTENTLESS):  # set since
            check_sendable(status, self.body)
        if scope["type"] == "websocket":
            send = self._wrap_websocket_denial_send(send)
        try:
            await send({"type": "http.response.start", "status": status, "headers": self.raw_headers})
            await send({"type": "http.response.body", "body": self.body})
        except OSError:  # ASGI 2.4: the client is gone
            if self.background is not None and self.background_policy == "always":
                await self.background()
            raise
        if self.background is not None:
            await self.background()

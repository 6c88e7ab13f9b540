# Written by `nox -s generate` from src; do not edit.
"""The response that the other drop-in classes derive from: text or octets with a status, field lines and cookies.

Constructors, attributes and override points are Starlette's, and where Starlette is installed each class derives from
the one of the same name. Faults that the rules report as errors raise ParamError, where Starlette sends them. Each
difference is listed in docs/decisions/0010-drop-in-differences.md.

To type checkers the classes are generic over status and content: `JSONResponse[Literal[201], User]`. At run time a
subscript gives the class itself, so that frameworks see a plain class in an annotation.
"""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Generic, Literal

from _typeshed.wsgi import StartResponse, WSGIEnvironment
from typing_extensions import TypeVar

from antiphon.responses import starlette_classes
from antiphon.responses.exchange import BackgroundPolicy
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.headers import ResponseHeaders, raw_headers
from antiphon.responses.starlette_classes import BackgroundTask, Receive, Scope, Send
from antiphon.runtime.plan import RawHeader

S_co = TypeVar("S_co", bound=int, default=int, covariant=True)
B_co = TypeVar("B_co", default=Any, covariant=True)
__all__ = ["B_co", "Response", "S_co"]

class Response(starlette_classes.Response, Generic[S_co, B_co]):
    """Text or octets, as they are given.

    Raises ParamError for a status outside 100 to 599, content with a status that has none, a field line that cannot be
    sent, a Content-Length that is not the content's, and an invalid media type.
    """

    media_type: str | None = None
    charset: str = "utf-8"
    status_code: S_co
    raw_headers: list[RawHeader]
    background: BackgroundTask | None = None
    background_policy: BackgroundPolicy = "always"
    """Whether `background` runs even where the client left before everything was sent."""
    body: bytes | memoryview

    def __init__(
        self,
        content: Any = None,
        status_code: S_co = 200,  # type: ignore[assignment]  # left out, it is what the context wants
        headers: HeaderLines | None = None,
        media_type: str | None = None,
        background: BackgroundTask | None = None,
    ) -> None: ...
    def __dir__(self) -> list[str]: ...
    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> Any:
        """Let FastAPI start with `-> User | NotFound`, which it hands to pydantic; a field of a model stays refused."""

    def __getstate__(self) -> dict[str, Any]:
        """The attributes, for copy and pickle: field lines in a list of their own, and octets that cannot change."""

    def __setstate__(self, state: dict[str, Any] | None, /) -> None: ...
    def render(self, content: Any) -> bytes | memoryview:
        """The content in octets: text in `charset`, octets as they are, nothing for None."""

    def init_headers(self, headers: Mapping[str, str] | None = None) -> None:
        """Make `raw_headers`: the given lines, then Content-Length and Content-Type unless they are given."""

    @property
    def headers(self) -> ResponseHeaders:
        """A view of `raw_headers`, which checks what is set."""

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

    def wsgi(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Send the response as a WSGI application (PEP 3333). Closing what it returns runs the background work."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the response as an ASGI application, then run the background work."""

# Written by `nox -s generate` from src; do not edit.
"""The answers to conditional requests (RFC 9110 section 13): the response itself, 304 or 412.

async def show(request: Request, user_id: int) -> Conditional[UserShown]:
    user = await load(user_id)
    return answer(request, UserShown(user, etag=ETag(user.version)))
"""

from datetime import datetime
from typing import Any, Generic, Literal, TypeAlias, TypeVar, Union

from antiphon.http.preconditions import Request
from antiphon.responses.classes import JSONResponse
from antiphon.responses.response import Response
from antiphon.runtime.plan import RawHeader
from antiphon.spec import ResponseSpec

R = TypeVar("R", bound=Response[Any, Any])
R_co = TypeVar("R_co", bound=Response[Any, Any], covariant=True)

class NotModified(Generic[R_co], Response[Literal[304], None]):
    """304: the client has the content of this response already (RFC 9110 section 15.4.5).

    It repeats ETag, Last-Modified, Cache-Control, CDN-Cache-Control, Content-Location, Date, Expires and Vary of the
    response that it replaces, and its cookies; what else describes the content is left out. Background work goes on.

    `NotModified[UserShown]` is the one that follows from `UserShown`; where that is a reply, `spec` describes it.
    """

    def __init__(self, of: R_co) -> None: ...

class PreconditionFailed(JSONResponse[Literal[412], None]):
    """412: a condition of the request does not hold, so nothing was done (RFC 9110 section 15.5.13).

    Its content is a problem (RFC 9457) without more detail than that.
    """

    spec: ResponseSpec

    def __init__(self) -> None: ...

Conditional: TypeAlias = Union[R, NotModified[R], PreconditionFailed]

def answer(request: Request, response: R, *, method: str | None = None) -> R | NotModified[R] | PreconditionFailed:
    """The response, or what a conditional GET or HEAD gets in its place by the validators that the response carries.

    `request` is Starlette's or FastAPI's Request or an ASGI scope; with `method`, the fields of a request in any
    mapping. A response to another method comes back as it is, since `precondition_failed` is asked before something is
    changed; so does one that is not a 2xx. Raises TypeError where the method is not known, and for
    anything but a response and a request.
    """

def status_for(request: Request, lines: list[RawHeader], method: str | None) -> Literal[304, 412] | None:
    """The status that a GET or HEAD gets in the place of a response with these field lines; None for its own."""

def precondition_failed(
    request: Request,
    *,
    etag: str | None = None,
    last_modified: datetime | None = None,
    exists: bool = True,
    method: str | None = None,
) -> PreconditionFailed | None:
    """412, where the conditions of a request forbid to do what it asks for; None where they do not.

    It is asked before a PUT, PATCH, POST or DELETE changes anything. `etag` and `last_modified` are those of the
    resource as it is; `exists` is false where there is none yet, so that `If-None-Match: *` lets the request through.
    Raises as `precondition_outcome` does.
    """

"""The answers to conditional requests (RFC 9110 section 13): the response itself, 304 or 412.

async def show(request: Request, user_id: int) -> Conditional[UserShown]:
    user = await load(user_id)
    return answer(request, UserShown(user, etag=ETag(user.version)))
"""

from __future__ import annotations

import types
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, TypeAlias, TypeVar, Union

from antiphon.http.dates import parse_http_date
from antiphon.http.preconditions import REPEATED, SAFE, Request, method_of, outcome_of, precondition_outcome
from antiphon.responses.classes import JSONResponse
from antiphon.responses.no_response import no_response
from antiphon.responses.response import Response
from antiphon.runtime.one_for_all import one_for_all
from antiphon.runtime.plan import RawHeader

if TYPE_CHECKING:
    from typing import Generic

    from antiphon.spec import ResponseSpec
else:

    class Generic:
        """Makes of `NotModified[UserShown]` the class that follows from `UserShown`."""

        def __class_getitem__(cls, of: Any) -> Any:
            if isinstance(of, TypeVar):
                return cls if cls is Generic else _ToBeSaid(cls, of)
            return _following(of) if cls is NotModified and hasattr(of, "spec") else cls


R = TypeVar("R", bound=Response[Any, Any])
R_co = TypeVar("R_co", bound=Response[Any, Any], covariant=True)
_VALIDATORS = frozenset((b"etag", b"last-modified"))
_KEPT = frozenset(name.encode() for name in REPEATED | {"set-cookie"})


class NotModified(Generic[R_co], Response[Literal[304], None]):
    """304: the client has the content of this response already (RFC 9110 section 15.4.5).

    It repeats ETag, Last-Modified, Cache-Control, CDN-Cache-Control, Content-Location, Date, Expires and Vary of the
    response that it replaces, and its cookies; what else describes the content is left out. Background work goes on.

    `NotModified[UserShown]` is the one that follows from `UserShown`; where that is a reply, `spec` describes it.
    """

    def __init__(self, of: R_co) -> None:
        if not isinstance(of, Response):
            raise no_response(type(of))
        response: Any = self  # its attributes are those of Response
        response.status_code, response.body = 304, b""
        response.background, response.background_policy = of.background, of.background_policy
        response.raw_headers = [line for line in of.raw_headers if line[0] in _KEPT]

    if not TYPE_CHECKING:

        def __reduce__(self) -> tuple[Any, ...]:
            return _empty, (getattr(type(self), "_of", None),), self.__getstate__()


class _ToBeSaid(types.GenericAlias):
    """`NotModified[R]` within `Conditional`, whose subscript says what R is."""

    def __getitem__(self, arguments: Any) -> Any:
        kind: Any = NotModified
        return kind[arguments[0] if isinstance(arguments, tuple) else arguments]


class _FollowingSpec:
    """The description of the 304 that follows from a reply, made when it is first asked for."""

    def __get__(self, _response: object, of: Any) -> ResponseSpec:
        from antiphon.spec.not_modified import not_modified_spec

        return not_modified_spec(of._of.spec)


@one_for_all
def _following(of: type) -> type:
    name = f"{NotModified.__qualname__}[{of.__qualname__}]"
    names = {"__doc__": NotModified.__doc__, "__module__": of.__module__, "_of": of, "spec": _FollowingSpec()}
    return types.new_class(name, (NotModified,), exec_body=lambda body: body.update(names))


def _empty(of: Any) -> Any:
    kind: Any = NotModified if of is None else _following(of)
    return kind.__new__(kind)


class _FailedSpec:
    def __get__(self, _response: object, _of: type) -> ResponseSpec:
        from antiphon.spec.not_modified import PRECONDITION_FAILED

        return PRECONDITION_FAILED


class PreconditionFailed(JSONResponse[Literal[412], None]):
    """412: a condition of the request does not hold, so nothing was done (RFC 9110 section 15.5.13).

    Its content is a problem (RFC 9457) without more detail than that.
    """

    media_type = "application/problem+json"
    if TYPE_CHECKING:
        spec: ResponseSpec
    else:
        spec = _FailedSpec()

    def __init__(self) -> None:
        super().__init__({"title": "Precondition Failed", "status": 412}, 412)


#: The answers that `answer` gives: `Conditional[UserShown]`, for the annotation of a handler.
Conditional: TypeAlias = Union[R, NotModified[R], PreconditionFailed]


def answer(request: Request, response: R, *, method: str | None = None) -> R | NotModified[R] | PreconditionFailed:
    """The response, or what a conditional GET or HEAD gets in its place by the validators that the response carries.

    `request` is Starlette's or FastAPI's Request or an ASGI scope; with `method`, the fields of a request in any
    mapping. A response to another method comes back as it is, since `precondition_failed` is asked before something is
    changed; so does one that is not a 2xx. Raises TypeError where the method is not known, and for
    anything but a response and a request.
    """
    if not isinstance(response, Response):
        raise no_response(type(response))
    if not 200 <= response.status_code <= 299:
        return response
    status = status_for(request, response.raw_headers, method)
    if status is None:
        return response
    if status == 412:
        return PreconditionFailed()
    kind: Any = NotModified
    made: NotModified[R] = kind[type(response)](response)
    return made


def status_for(request: Request, lines: list[RawHeader], method: str | None) -> Literal[304, 412] | None:
    """The status that a GET or HEAD gets in the place of a response with these field lines; None for its own."""
    method = method_of(request, method)
    if method is not None and method not in SAFE:
        return None
    carried = {name: value.decode("latin-1") for name, value in lines if name in _VALIDATORS}
    changed = carried.get(b"last-modified")
    last_modified = None if changed is None else parse_http_date(changed)
    return outcome_of(request, method=method, etag=carried.get(b"etag"), last_modified=last_modified).status


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
    found = precondition_outcome(request, method=method, etag=etag, last_modified=last_modified, exists=exists)
    return PreconditionFailed() if found.status == 412 else None

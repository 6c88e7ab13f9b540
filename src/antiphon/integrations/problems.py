"""The errors of Starlette and FastAPI themselves as problem details (RFC 9457)."""

from __future__ import annotations

import http
from collections.abc import Iterable, Mapping
from typing import Any, Literal
from urllib.parse import quote

import msgspec
from starlette.exceptions import HTTPException
from starlette.requests import HTTPConnection
from starlette.responses import Response

from antiphon.http.status import may_carry_content, phrase
from antiphon.reply import Reply
from antiphon.reply.families import FamilyReply
from antiphon.reply.filled import FilledOnSending
from antiphon.reply.raisable import Raisable
from antiphon.responses import JSONResponse
from antiphon.runtime.content.problem import Problem


class InvalidPart(msgspec.Struct, frozen=True, omit_defaults=True, kw_only=True):
    """One part of a request that is not valid. It never holds the part's value."""

    detail: str
    """An explanation for people."""
    code: str
    """The kind of fault, as pydantic names it, such as `missing`."""
    pointer: str | None = None
    """The part of the content, as a JSON Pointer in a URI fragment (RFC 6901 section 6), such as `#/items/0/name`."""
    parameter: str | None = None
    """The name of the parameter, for a part that is not of the content."""
    location: Literal["query", "path", "header", "cookie"] | None = msgspec.field(default=None, name="in")
    """Where the parameter is."""


class ValidationProblem(Problem, frozen=True, kw_only=True, omit_defaults=True):
    """A request that is not valid, with each part at fault."""

    errors: list[InvalidPart]
    """The parts, in the order in which they were found."""


class ValidationFailed(FilledOnSending, Reply[ValidationProblem], Raisable, status=422):
    """Parts of the request are not valid."""


class RequestRefused(FilledOnSending, FamilyReply[Problem], Raisable, family="4XX"):
    """The request is refused."""


class ServerFailed(FilledOnSending, Reply[Problem], Raisable, status=500):
    """The service failed."""


class _Sent(FilledOnSending, JSONResponse[int, Any]):
    """A problem with any status and any fields, as an HTTPException has them."""

    media_type = "application/problem+json"

    def __init__(self, content: dict[str, Any], status: int, headers: Mapping[str, str]) -> None:
        super().__init__(content, status, headers)
        self.content = content


async def http_problem(_connection: HTTPConnection, error: Exception) -> Response:
    """An HTTPException as a problem, with its fields, such as Allow. A `detail` that is an object becomes members."""
    if not isinstance(error, HTTPException):
        raise error
    status = int(error.status_code)
    given = {name: value for name, value in (error.headers or {}).items() if name.lower() not in _OF_THE_CONTENT}
    if not may_carry_content(status):
        return Response(status_code=status, headers=given)
    content: dict[str, Any] = {"title": phrase(status) or str(status), "status": status}
    detail: Any = error.detail
    if isinstance(detail, Mapping):
        content = {**detail, **content}
    elif isinstance(detail, str):
        usual = {content["title"], http.HTTPStatus(status).phrase if status in _KNOWN else ""}
        content |= {} if detail in usual else {"detail": detail}
    elif detail is not None:
        content["errors"] = detail
    return _Sent(content, status, given)


_OF_THE_CONTENT = frozenset(("content-type", "content-length", "transfer-encoding", "content-encoding"))
_KNOWN = frozenset(http.HTTPStatus)


async def server_problem(_connection: HTTPConnection, _error: Exception) -> Response:
    """An exception that nobody handled, as a problem that says nothing of it."""
    return ServerFailed(Problem(title="Internal Server Error"))


def validation_failed(errors: Iterable[Mapping[str, Any]]) -> ValidationFailed:
    """The reply for the errors of a pydantic validation, each with `loc`, `msg` and `type`."""
    parts = [_part(error) for error in errors]
    return ValidationFailed(ValidationProblem(title="The request is not valid", errors=parts))


def _part(error: Mapping[str, Any]) -> InvalidPart:
    location: tuple[Any, ...] = tuple(error.get("loc") or ("body",))
    where, inside = location[0], location[1:]
    said, code = str(error.get("msg", "")), str(error.get("type", ""))
    if where in ("query", "path", "header", "cookie"):
        name = ".".join(map(str, inside)) or None
        return InvalidPart(detail=said, code=code, parameter=name, location=where)
    if code == "json_invalid":  # the place is a number of characters
        inside = ()
    return InvalidPart(detail=said, code=code, pointer=pointer(inside))


def pointer(steps: Iterable[str | int]) -> str:
    """A JSON Pointer as a URI fragment (RFC 6901 sections 3 and 6)."""
    escaped = (str(step).replace("~", "~0").replace("/", "~1") for step in steps)
    return "#" + "".join(f"/{quote(step, safe=_IN_FRAGMENTS)}" for step in escaped)


#: Characters that a fragment holds as they are (RFC 3986 section 3.5), without the slash, which is between steps.
_IN_FRAGMENTS = "!$&'()*+,;=:@?~-._"

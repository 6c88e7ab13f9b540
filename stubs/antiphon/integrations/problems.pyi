# Written by `nox -s generate` from src; do not edit.
"""The errors of Starlette and FastAPI themselves as problem details (RFC 9457)."""

import http
from collections.abc import Iterable, Mapping
from typing import Any, Literal, TypeAlias

import msgspec
from starlette.requests import HTTPConnection
from starlette.responses import Response

from antiphon.reply import Reply
from antiphon.reply.families import FamilyReply
from antiphon.reply.filled import FilledOnSending
from antiphon.reply.raisable import Raisable
from antiphon.runtime.content.problem import Problem

Own: TypeAlias = Literal["http", "validation", "server"]

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

async def http_problem(_connection: HTTPConnection, error: Exception) -> Response:
    """An HTTPException as a problem, with its fields, such as Allow. A `detail` that is an object becomes members."""

async def server_problem(_connection: HTTPConnection, _error: Exception) -> Response:
    """An exception that nobody handled, as a problem that says nothing of it."""

def validation_failed(errors: Iterable[Mapping[str, Any]]) -> ValidationFailed:
    """The reply for the errors of a pydantic validation, each with `loc`, `msg` and `type`."""

def pointer(steps: Iterable[str | int]) -> str:
    """A JSON Pointer as a URI fragment (RFC 6901 sections 3 and 6)."""

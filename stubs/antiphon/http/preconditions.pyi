# Written by `nox -s generate` from src; do not edit.
"""Which answer a conditional request gets (RFC 9110 section 13)."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, Literal, NamedTuple, TypeAlias

Request: TypeAlias = Mapping[str, Any] | Iterable[tuple[str, str]] | Iterable[tuple[bytes, bytes]]
CONDITIONS: frozenset[str]
REPEATED: frozenset[str]
SAFE: frozenset[str]

class Outcome(NamedTuple):
    """The answer that the conditions of a request ask for.

    `status` is 304 (Not Modified) or 412 (Precondition Failed), and None where the request is to be answered as if it
    had none. `ranges` is then the value of a Range field that applies, and None where there is none, or where it is to
    be ignored; whether its unit is known and it can be satisfied is for the caller to judge.
    """

    status: Literal[304, 412] | None
    ranges: str | None = None

PROCEED: Outcome
NOT_MODIFIED: Outcome
FAILED: Outcome

def precondition_outcome(
    request: Request,
    *,
    method: str | None = None,
    etag: str | None = None,
    last_modified: datetime | None = None,
    exists: bool = True,
    now: datetime | None = None,
) -> Outcome:
    """The outcome of a request's conditions, in the order of RFC 9110 section 13.2.2, at an origin server.

    `etag` is the current entity tag with its quotes, such as an `ETag`; `last_modified` and `now` are aware datetimes.
    The first two are None where the resource has none; `now` is the current moment unless it is given. `exists` is
    false where the resource has no current representation, as before a PUT that makes it. `method` is the scope's
    unless it is given.

    Ask it only where the request without its conditions would be answered by a 2xx (section 13.2.1). Several lines of a
    field are one list; a date that is not an HTTP-date, or one of several, is ignored.

    Raises TypeError where neither `method` nor a scope says the method, and for an argument of another type; ValueError
    for a naive datetime, and for an `etag` without its quotes.
    """

def outcome_of(
    request: Request,
    *,
    method: str | None,
    etag: str | None,
    last_modified: datetime | None,
    exists: bool = True,
    now: datetime | None = None,
) -> Outcome:
    """The same for the fields of a response that is there: a malformed tag of it is the same as no other."""

def method_of(request: Any, given: str | None) -> str | None:
    """The method that is given, or that an ASGI scope names; None for a mapping of fields, and for pairs.

    Raises TypeError unless it is text.
    """

# Written by `nox -s generate` from src; do not edit.
"""Where a draft begins."""

from http import HTTPStatus
from typing import Literal, TypeVar, overload

from typing_extensions import TypeForm

from antiphon.builder.bodiless_draft import BodilessDraft, RedirectDraft
from antiphon.builder.draft import Draft
from antiphon.builder.missing import (
    DraftMissingAllow,
    DraftMissingContentRange,
    DraftMissingLocation,
    DraftMissingWWWAuthenticate,
)
from antiphon.builder.steps import Fragment
from antiphon.headers.location import Location
from antiphon.headers.www_authenticate import Challenge
from antiphon.http.status_types import BodilessStatus, BodyStatus, RedirectStatus
from antiphon.responses import JSONResponse, Response
from antiphon.runtime.content.types import JSONContent, NoContent

StatusWithBody = TypeVar("StatusWithBody", bound=BodyStatus)
StatusWithoutBody = TypeVar("StatusWithoutBody", bound=BodilessStatus)
RedirectingStatus = TypeVar("RedirectingStatus", bound=RedirectStatus)
Serializable = TypeVar("Serializable", bound="JSONContent")

@overload
def respond(status: StatusWithBody) -> Draft[StatusWithBody, NoContent, Response[StatusWithBody, None], []]:
    """Begin the description of a response that may have content.

    The statuses are 200 to 203, 207, 208, 226, 300, 305, 400, 402 to 404, 406 to 417, 421 to 426, 428, 429, 431, 451,
    500 to 508, 510 and 511. Without content are 100 to 103, 204, 205 and 304; 301 to 303, 307 and 308 lead elsewhere;
    206, 401 and 405 demand a field. The draft offers what its status allows. For any other code see
    `respond_unregistered`.
    """

@overload
def respond(status: StatusWithoutBody) -> BodilessDraft[StatusWithoutBody, []]:
    """Begin the description of a response without content.

    The statuses are 100 to 103, 204, 205 and 304.
    """

@overload
def respond(status: RedirectingStatus) -> DraftMissingLocation[RedirectingStatus]:
    """Begin the description of a response that leads elsewhere: its Location is due.

    The statuses are 301 to 303, 307 and 308.
    """

@overload
def respond(
    status: Literal[401, HTTPStatus.UNAUTHORIZED],
) -> DraftMissingWWWAuthenticate[Literal[401], NoContent, Response[Literal[401], None]]:
    """Begin the description of a 401: a challenge in WWW-Authenticate is due."""

@overload
def respond(
    status: Literal[405, HTTPStatus.METHOD_NOT_ALLOWED],
) -> DraftMissingAllow[Literal[405], NoContent, Response[Literal[405], None]]:
    """Begin the description of a 405: the methods that are allowed are due, in Allow."""

@overload
def respond(
    status: Literal[206, HTTPStatus.PARTIAL_CONTENT],
) -> DraftMissingContentRange[Literal[206], NoContent, Response[Literal[206], None]]:
    """Begin the description of a 206: Content-Range is due, which says which part of the whole this is."""

def respond_unregistered(code: int) -> Draft[int, NoContent, Response[int, None], []]:
    """Begin with a status code that is not registered; from 200 to 599, or `compile()` refuses it (ST001)."""

def redirect(status: RedirectingStatus, *, location: Location | str) -> RedirectDraft[RedirectingStatus, []]:
    """A redirect to a declared target: 303 after a POST, 307 or 308 to keep method and content, 301 or 302 for GET."""

def unauthorized(
    model: TypeForm[Serializable], *, www_authenticate: Challenge | str
) -> Draft[Literal[401], Serializable, JSONResponse[Literal[401], Serializable], []]:
    """401 with JSON content and a challenge (RFC 9110 section 15.5.2)."""

def method_not_allowed(
    model: TypeForm[Serializable], *, allow: tuple[str, ...] | list[str]
) -> Draft[Literal[405], Serializable, JSONResponse[Literal[405], Serializable], []]:
    """405 with JSON content and the methods that are allowed (RFC 9110 section 15.5.6)."""

def no_content() -> BodilessDraft[Literal[204], []]:
    """204: it worked, and there is nothing to say (RFC 9110 section 15.3.5)."""

def fragment() -> Fragment:
    """Begin a fragment: field lines and cookies that many responses share, added to a draft with `add`."""

"""Where a draft begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import TYPE_CHECKING, Any, Literal, TypeVar, overload

from antiphon.builder import body as bodies
from antiphon.builder.bodiless_draft import BodilessDraft, RedirectDraft
from antiphon.builder.draft import Draft
from antiphon.builder.draft_state import DraftState
from antiphon.builder.missing import (
    DraftMissingAllow,
    DraftMissingContentRange,
    DraftMissingLocation,
    DraftMissingWWWAuthenticate,
)
from antiphon.builder.refused import refused
from antiphon.builder.steps import Fragment, ResponseDraft
from antiphon.diagnostics.call_site import CallSite, caller
from antiphon.diagnostics.refusals import STATUS_KIND
from antiphon.headers.allow import Allow
from antiphon.headers.location import Location
from antiphon.headers.www_authenticate import Challenge
from antiphon.http.status import REDIRECTS, STATUSES, may_carry_content
from antiphon.http.status_types import BodilessStatus, BodyStatus, RedirectStatus
from antiphon.spec import ResponseSpec
from antiphon.spec.bodies import EmptyBody, RedirectBody

if TYPE_CHECKING:
    from typing_extensions import TypeForm

    from antiphon.responses import JSONResponse, Response
    from antiphon.runtime.content.types import JSONContent, NoContent

StatusWithBody = TypeVar("StatusWithBody", bound=BodyStatus)
StatusWithoutBody = TypeVar("StatusWithoutBody", bound=BodilessStatus)
RedirectingStatus = TypeVar("RedirectingStatus", bound=RedirectStatus)
Serializable = TypeVar("Serializable", bound="JSONContent")

#: The state of a draft that lacks a field which its status demands, by that field.
_LACKING: Mapping[str, Callable[[DraftState], ResponseDraft]] = {
    "Allow": DraftMissingAllow,
    "Content-Range": DraftMissingContentRange,
    "Location": DraftMissingLocation,
    "WWW-Authenticate": DraftMissingWWWAuthenticate,
}
_STATES: Mapping[int, Callable[[DraftState], ResponseDraft]] = {
    code: _LACKING[field] for code, row in STATUSES.items() for field in row.obliged if field in _LACKING
}


def _begin(status: int, call_site: CallSite) -> Any:
    if isinstance(status, bool) or not isinstance(status, int):
        what = f"a status is an int, not {type(status).__qualname__}"
        raise refused(what, "status", "give the code itself, such as respond(404)", call_site)
    state = _STATES.get(status, Draft if may_carry_content(status) else BodilessDraft)
    body = RedirectBody() if status in REDIRECTS else EmptyBody()
    return state(DraftState(ResponseSpec(status=int(status), body=body), (("status", call_site),)))


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


def respond(status: int) -> Any:
    """Begin the description of a response with this status, one of the registered ones.

    What the draft offers follows from the status: no body step where it carries no content, no `compile` until the
    fields that it demands are there. For any other code see `respond_unregistered`.
    """
    return _begin(status, caller())


def respond_unregistered(code: int) -> Draft[int, NoContent, Response[int, None], []]:
    """Begin with a status code that is not registered; from 200 to 599, or `compile()` refuses it (ST001)."""
    draft: Draft[int, NoContent, Response[int, None], []] = Draft(_begin(code, caller())._state)
    return draft


def redirect(status: RedirectingStatus, *, location: Location | str) -> RedirectDraft[RedirectingStatus, []]:
    """A redirect to a declared target: 303 after a POST, 307 or 308 to keep method and content, 301 or 302 for GET."""
    call_site = caller()
    if not isinstance(status, int) or status not in REDIRECTS:
        what = f"{status!r} does not redirect"
        raise refused(what, "status", "give one of 301, 302, 303, 307 and 308", call_site, STATUS_KIND)
    return RedirectDraft(_begin(status, call_site)._met(Location, location, call_site))


def unauthorized(
    model: TypeForm[Serializable], *, www_authenticate: Challenge | str
) -> Draft[Literal[401], Serializable, JSONResponse[Literal[401], Serializable], []]:
    """401 with JSON content and a challenge (RFC 9110 section 15.5.2)."""
    call_site = caller()
    draft = Draft[Any, Any, Any, []](_begin(401, call_site)._met(Challenge, www_authenticate, call_site))
    return Draft(draft._with_body(bodies.json(model, None, "error", "never", call_site), call_site))


def method_not_allowed(
    model: TypeForm[Serializable], *, allow: tuple[str, ...] | list[str]
) -> Draft[Literal[405], Serializable, JSONResponse[Literal[405], Serializable], []]:
    """405 with JSON content and the methods that are allowed (RFC 9110 section 15.5.6)."""
    call_site = caller()
    if isinstance(allow, str):
        raise refused(f"allow is text, {allow!r}, where methods are listed", "headers", f"give ({allow!r},)", call_site)
    draft = Draft[Any, Any, Any, []](_begin(405, call_site)._met(Allow, allow, call_site))
    return Draft(draft._with_body(bodies.json(model, None, "error", "never", call_site), call_site))


def no_content() -> BodilessDraft[Literal[204], []]:
    """204: it worked, and there is nothing to say (RFC 9110 section 15.3.5)."""
    draft: BodilessDraft[Literal[204], []] = _begin(204, caller())
    return draft


def fragment() -> Fragment:
    """Begin a fragment: field lines and cookies that many responses share, added to a draft with `add`."""
    return Fragment(DraftState(ResponseSpec(status=200)))

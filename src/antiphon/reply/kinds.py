"""Declared responses: a class for each, so that a handler's signature can name what it returns.

    class UserCreated(Created[User], cache_control="no-store"):
        session: str = host_cookie(max_age=timedelta(hours=1))

The class statement is checked like a draft at `compile()`: SpecError carries every finding of level error. An instance
is a concrete response: an ASGI application, a Starlette response where Starlette is installed. To type checkers its
declared fields are frozen.

What a status demands (the location of a redirect, the challenge of a 401) is given with each call, or fixed by the
class: `location: Location = fixed("/orders/{order_id}")`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeVar

from antiphon.diagnostics.call_site import CallSite
from antiphon.headers.content_range import ContentRange
from antiphon.headers.location import Location
from antiphon.headers.www_authenticate import Challenge
from antiphon.reply.class_keywords import (
    BodilessReply,
    BodyReply,
    CreatedReply,
    MethodNotAllowedReply,
    PartialContentReply,
    RedirectReply,
    UnauthorizedReply,
)
from antiphon.reply.declare import content_field
from antiphon.responses import JSONResponse, RedirectResponse
from antiphon.spec.bodies import BodySpec, EmptyBody, RedirectBody

if TYPE_CHECKING:
    from typing import Generic

    from antiphon.runtime.content.types import JSONContent
else:

    class Generic:
        """Leaves the type variables of a class statement to `ReplyRoot`."""

        def __class_getitem__(cls, _parameters: object) -> type:
            return cls


Serializable = TypeVar("Serializable", bound="JSONContent")

__all__ = [
    "Bodiless",
    "Created",
    "MethodNotAllowed",
    "PartialContent",
    "Redirect",
    "Reply",
    "Unauthorized",
]


class Reply(BodyReply, JSONResponse, Generic[Serializable]):
    """A response with JSON content: `class NotFound(Reply[Problem], status=404)`. 200 unless it says otherwise."""

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    status_code = 200
    _is_base: ClassVar[bool] = True


class Bodiless(BodilessReply):
    """A response without content: 204 unless it says otherwise."""

    content: ClassVar[None] = None
    status_code = 204
    _is_base: ClassVar[bool] = True
    _kind: ClassVar[Literal["content", "bodiless", "redirect"]] = "bodiless"

    @classmethod
    def _body_spec(cls, _model: object, _call_site: CallSite, /) -> BodySpec:
        return EmptyBody()

    def __init__(self) -> None:
        # mypy makes no constructor for a class without fields; the class statement of a subclass puts its own here.
        raise TypeError("declare a response of your own: class Deleted(Bodiless): ...")


class Redirect(RedirectReply, RedirectResponse):
    """A response that leads elsewhere: 303 unless it says otherwise. A `Location` stays on its origin."""

    content: ClassVar[None] = None
    location: Location
    status_code = 303
    _is_base: ClassVar[bool] = True
    _kind: ClassVar[Literal["content", "bodiless", "redirect"]] = "redirect"

    @classmethod
    def _body_spec(cls, _model: object, _call_site: CallSite, /) -> BodySpec:
        return RedirectBody()


class Created(CreatedReply, JSONResponse, Generic[Serializable]):
    """201: something was made, and `location` says where it is (RFC 9110 section 15.3.2)."""

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    location: Location
    status_code = 201
    _is_base: ClassVar[bool] = True


class Unauthorized(UnauthorizedReply, JSONResponse, Generic[Serializable]):
    """401: `www_authenticate` says how a client may authenticate (RFC 9110 section 15.5.2)."""

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    www_authenticate: Challenge | tuple[Challenge, ...]
    status_code = 401
    _is_base: ClassVar[bool] = True


class MethodNotAllowed(MethodNotAllowedReply, JSONResponse, Generic[Serializable]):
    """405: `allow` names the methods that the resource does support (RFC 9110 section 15.5.6)."""

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    allow: tuple[str, ...]
    status_code = 405
    _is_base: ClassVar[bool] = True


class PartialContent(PartialContentReply, JSONResponse, Generic[Serializable]):
    """206: `content_range` says which part of the whole this is (RFC 9110 section 15.3.7)."""

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    content_range: ContentRange
    status_code = 206
    _is_base: ClassVar[bool] = True

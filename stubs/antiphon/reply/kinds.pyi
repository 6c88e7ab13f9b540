# Written by `nox -s generate` from src; do not edit.
"""Declared responses: a class for each, so that a handler's signature can name what it returns.

    class UserCreated(Created[User], cache_control="no-store"):
        session: str = host_cookie(max_age=timedelta(hours=1))

The class statement is checked like a draft at `compile()`: SpecError carries every finding of level error. An instance
is a concrete response: an ASGI application, a Starlette response where Starlette is installed. To type checkers its
declared fields are frozen.

What a status demands (the location of a redirect, the challenge of a 401) is given with each call, or fixed by the
class: `location: Location = fixed("/orders/{order_id}")`.
"""

from typing import ClassVar, Generic, Literal, Never

from typing_extensions import TypeVar

from antiphon.headers.content_range import ContentRange
from antiphon.headers.location import Location
from antiphon.headers.www_authenticate import Challenge
from antiphon.http.status_types import RedirectStatus
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
from antiphon.runtime.content.types import JSONContent

S = TypeVar("S", bound=int, default=int)
Serializable = TypeVar("Serializable", bound="JSONContent")
__all__ = ["Bodiless", "Created", "MethodNotAllowed", "PartialContent", "Redirect", "Reply", "Unauthorized"]

class Reply(JSONResponse[S, Serializable], BodyReply, Generic[Serializable, S]):
    """A response with JSON content: `class NotFound(Reply[Problem], status=404)`. 200 unless it says otherwise.

    Type checkers see no keyword of a class statement. `class NotFound(Reply[Problem, Literal[404]])` says the status to
    them, too: it is then a `JSONResponse[Literal[404], Problem]`.
    """

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""

    def __init__(self, *, declare_a_class: Never) -> None: ...

class Bodiless(BodilessReply):
    """A response without content: 204 unless it says otherwise."""

    content: ClassVar[None]

    def __init__(self, *, declare_a_class: Never) -> None: ...

class Redirect(RedirectResponse[RedirectStatus], RedirectReply):
    """A response that leads elsewhere: 303 unless it says otherwise. A `Location` stays on its origin."""

    content: ClassVar[None]
    location: Location

    def __init__(self, *, declare_a_class: Never) -> None: ...

class Created(JSONResponse[Literal[201], Serializable], CreatedReply, Generic[Serializable]):
    """201: something was made, and `location` says where it is (RFC 9110 section 15.3.2)."""

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    location: Location

    def __init__(self, *, declare_a_class: Never) -> None: ...

class Unauthorized(JSONResponse[Literal[401], Serializable], UnauthorizedReply, Generic[Serializable]):
    """401: `www_authenticate` says how a client may authenticate (RFC 9110 section 15.5.2)."""

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    www_authenticate: Challenge | tuple[Challenge, ...]

    def __init__(self, *, declare_a_class: Never) -> None: ...

class MethodNotAllowed(JSONResponse[Literal[405], Serializable], MethodNotAllowedReply, Generic[Serializable]):
    """405: `allow` names the methods that the resource does support (RFC 9110 section 15.5.6)."""

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    allow: tuple[str, ...]

    def __init__(self, *, declare_a_class: Never) -> None: ...

class PartialContent(JSONResponse[Literal[206], Serializable], PartialContentReply, Generic[Serializable]):
    """206: `content_range` says which part of the whole this is (RFC 9110 section 15.3.7)."""

    content: Serializable = content_field(kw_only=False)
    """The content, as it was given."""
    content_range: ContentRange

    def __init__(self, *, declare_a_class: Never) -> None: ...

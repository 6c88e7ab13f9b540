"""Replies that carry text, HTML or octets, each a class of its own.

    class Page(HTMLReply, cache_control="no-store"): ...
    class Csv(TextReply, media_type="text/csv"): ...
    class Pdf(BytesReply, media_type="application/pdf"): ...

Their content is given by position and sent as it is: `Page(template.render(user=user))`, `Pdf(octets)`. Everything else
is as in `antiphon.reply.kinds`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Never

from antiphon.builder import body
from antiphon.diagnostics.call_site import CallSite
from antiphon.reply.class_keywords import MarkupReply, MediaReply
from antiphon.reply.declare import content_field
from antiphon.responses import HTMLResponse, PlainTextResponse
from antiphon.spec.bodies import BodySpec

__all__ = ["BytesReply", "HTMLReply", "TextReply"]


def _media_type(reply: type[TextReply | BytesReply]) -> str | None:
    """The media type of a class; None where a param gives it with each call: `content_type: ContentType`."""
    by_call = any(param.spec.fills == "header" and param.spec.slot == "Content-Type" for param in reply.antiphon_params)
    return None if by_call else reply.media_type


class TextReply(MediaReply, PlainTextResponse):
    """A response with text in UTF-8: `class Csv(TextReply, media_type="text/csv")`. Plain unless it says otherwise.

    A subclass of str, such as markupsafe's Markup, is the text that it holds. ParamError for a lone surrogate. With a
    param `content_type: ContentType` each call says the media type.
    """

    content: str = content_field(kw_only=False)
    """The text, as it was given."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    _status: ClassVar[int] = 200
    _is_base: ClassVar[bool] = True

    @classmethod
    def _body_spec(cls, _model: object, call_site: CallSite, /) -> BodySpec:
        return body.text(None, _media_type(cls), call_site)


class HTMLReply(MarkupReply, HTMLResponse):
    """A response with HTML in UTF-8: `class Page(HTMLReply)`. Nothing is escaped: that is the template's work.

    A subclass of str, such as markupsafe's Markup, is the text that it holds. ParamError for a lone surrogate.
    """

    content: str = content_field(kw_only=False)
    """The HTML, as it was given."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    _status: ClassVar[int] = 200
    _is_base: ClassVar[bool] = True

    @classmethod
    def _body_spec(cls, _model: object, call_site: CallSite, /) -> BodySpec:
        return body.html(None, call_site)


class BytesReply(MediaReply):
    """A response with octets: `class Pdf(BytesReply, media_type="application/pdf")`.

    The media type is `application/octet-stream` unless the class says otherwise. Octets of a bytearray or a memoryview
    are copied when the reply is made. With a param `content_type: ContentType` each call says the media type.
    """

    content: bytes | bytearray | memoryview = content_field(kw_only=False)
    """The octets, as they were given."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    else:
        media_type = "application/octet-stream"
    _status: ClassVar[int] = 200
    _is_base: ClassVar[bool] = True

    @classmethod
    def _body_spec(cls, _model: object, call_site: CallSite, /) -> BodySpec:
        return body.octets(_media_type(cls), None, call_site)

# Written by `nox -s generate` from src; do not edit.
"""Replies that carry text, HTML or octets, each a class of its own.

    class Page(HTMLReply, cache_control="no-store"): ...
    class Csv(TextReply, media_type="text/csv"): ...
    class Pdf(BytesReply, media_type="application/pdf"): ...

Their content is given by position and sent as it is: `Page(template.render(user=user))`, `Pdf(octets)`. Everything else
is as in `antiphon.reply.kinds`.
"""

from typing import Never

from antiphon.reply.class_keywords import MarkupReply, MediaReply
from antiphon.reply.declare import content_field
from antiphon.responses import HTMLResponse, PlainTextResponse

__all__ = ["BytesReply", "HTMLReply", "TextReply"]

class TextReply(MediaReply, PlainTextResponse):
    """A response with text in UTF-8: `class Csv(TextReply, media_type="text/csv")`. Plain unless it says otherwise.

    A subclass of str, such as markupsafe's Markup, is the text that it holds. ParamError for a lone surrogate. With a
    param `content_type: ContentType` each call says the media type.
    """

    content: str = content_field(kw_only=False)
    """The text, as it was given."""

    def __init__(self, *, declare_a_class: Never) -> None: ...

class HTMLReply(MarkupReply, HTMLResponse):
    """A response with HTML in UTF-8: `class Page(HTMLReply)`. Nothing is escaped: that is the template's work.

    A subclass of str, such as markupsafe's Markup, is the text that it holds. ParamError for a lone surrogate.
    """

    content: str = content_field(kw_only=False)
    """The HTML, as it was given."""

    def __init__(self, *, declare_a_class: Never) -> None: ...

class BytesReply(MediaReply):
    """A response with octets: `class Pdf(BytesReply, media_type="application/pdf")`.

    The media type is `application/octet-stream` unless the class says otherwise. Octets of a bytearray or a memoryview
    are copied when the reply is made. With a param `content_type: ContentType` each call says the media type.
    """

    content: bytes | bytearray | memoryview = content_field(kw_only=False)
    """The octets, as they were given."""

    def __init__(self, *, declare_a_class: Never) -> None: ...

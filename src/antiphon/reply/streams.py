"""Replies that are sent piece by piece.

    class Export(StreamReply, media_type="application/zip"): ...
    class Rows(TextStreamReply, media_type="text/csv; charset=utf-8"): ...
    class Users(JSONLinesReply[User]): ...

Their content is an iterable, asynchronous or not, that is given by position: `Users(read_users())`. Nothing is sent
before its first item is there; it is closed when the client leaves.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Never, TypeVar

from antiphon.builder import body
from antiphon.diagnostics.call_site import CallSite
from antiphon.reply.class_keywords import LinesReply, StreamedReply
from antiphon.reply.content_type_said import check_said
from antiphon.reply.declare import content_field
from antiphon.responses import StreamingResponse
from antiphon.runtime.transmit.pieces import BytesPieces, Items, TextPieces
from antiphon.spec.bodies import BodySpec

if TYPE_CHECKING:
    from typing import Generic

    from antiphon.runtime.content.types import JSONContent
else:
    from antiphon.reply.kinds import Generic

Serializable = TypeVar("Serializable", bound="JSONContent")

__all__ = ["JSONLinesReply", "StreamReply", "TextStreamReply"]


class StreamReply(StreamedReply, StreamingResponse):
    """A response with octets in pieces: `class Export(StreamReply, media_type="application/zip")`.

    The media type is `application/octet-stream` unless the class says otherwise. `length` is the number of octets in
    all, where it is known: more or fewer end the response with an error.
    """

    content: BytesPieces = content_field(kw_only=False)
    """The pieces, as they were given: bytes, bytearray or memoryview."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    else:
        media_type = "application/octet-stream"
    _status: ClassVar[int] = 200
    _is_base: ClassVar[bool] = True

    @classmethod
    def _body_spec(cls, _model: object, call_site: CallSite, /) -> BodySpec:
        return body.stream(cls.media_type or "application/octet-stream", bytes, cls._options.get("length"), call_site)


class TextStreamReply(StreamedReply, StreamingResponse):
    """A response with text in pieces: `class Rows(TextStreamReply, media_type="text/csv; charset=utf-8")`.

    It is sent in the charset of the media type, which is `text/plain; charset=utf-8` unless the class says otherwise.
    """

    content: TextPieces = content_field(kw_only=False)
    """The pieces, as they were given."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    else:
        media_type = "text/plain; charset=utf-8"
    _status: ClassVar[int] = 200
    _is_base: ClassVar[bool] = True

    @classmethod
    def _body_spec(cls, _model: object, call_site: CallSite, /) -> BodySpec:
        return body.stream(cls.media_type or "text/plain", str, cls._options.get("length"), call_site)


class JSONLinesReply(LinesReply, StreamingResponse, Generic[Serializable]):
    """A response with items, each a JSON text of its own: `class Users(JSONLinesReply[User])`.

    The keywords are those of `.json_lines(...)`.
    """

    content: Items[Serializable] = content_field(kw_only=False)
    """The items, as they were given."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    _status: ClassVar[int] = 200
    _is_base: ClassVar[bool] = True

    @classmethod
    def _body_spec(cls, model: Any, call_site: CallSite, /) -> BodySpec:
        check_said(cls, model, call_site, content="items are", written="JSONLinesReply[User]")
        return body.json_lines(model, call_site, validate=cls._validate, **cls._options)

# Written by `nox -s generate` from src; do not edit.
"""Replies that are sent piece by piece.

    class Export(StreamReply, media_type="application/zip"): ...
    class Rows(TextStreamReply, media_type="text/csv; charset=utf-8"): ...
    class Users(JSONLinesReply[User]): ...

Their content is an iterable, asynchronous or not, that is given by position: `Users(read_users())`. Nothing is sent
before its first item is there; it is closed when the client leaves.
"""

from typing import Generic, Never, TypeVar

from antiphon.reply.class_keywords import LinesReply, StreamedReply
from antiphon.reply.declare import content_field
from antiphon.responses import StreamingResponse
from antiphon.runtime.content.types import JSONContent
from antiphon.runtime.transmit.pieces import BytesPieces, Items, TextPieces

Serializable = TypeVar("Serializable", bound="JSONContent")
__all__ = ["JSONLinesReply", "StreamReply", "TextStreamReply"]

class StreamReply(StreamedReply, StreamingResponse):
    """A response with octets in pieces: `class Export(StreamReply, media_type="application/zip")`.

    The media type is `application/octet-stream` unless the class says otherwise. `length` is the number of octets in
    all, where it is known: more or fewer end the response with an error.
    """

    content: BytesPieces = content_field(kw_only=False)
    """The pieces, as they were given: bytes, bytearray or memoryview."""

    def __init__(self, *, declare_a_class: Never) -> None: ...

class TextStreamReply(StreamedReply, StreamingResponse):
    """A response with text in pieces: `class Rows(TextStreamReply, media_type="text/csv; charset=utf-8")`.

    It is sent in the charset of the media type, which is `text/plain; charset=utf-8` unless the class says otherwise.
    """

    content: TextPieces = content_field(kw_only=False)
    """The pieces, as they were given."""

    def __init__(self, *, declare_a_class: Never) -> None: ...

class JSONLinesReply(LinesReply, StreamingResponse, Generic[Serializable]):
    """A response with items, each a JSON text of its own: `class Users(JSONLinesReply[User])`.

    The keywords are those of `.json_lines(...)`.
    """

    content: Items[Serializable] = content_field(kw_only=False)
    """The items, as they were given."""

    def __init__(self, *, declare_a_class: Never) -> None: ...

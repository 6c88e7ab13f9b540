"""Declared responses: a class for each, so that a handler's signature can name what it returns."""

from antiphon.reply.events import EventReply
from antiphon.reply.files import FileReply
from antiphon.reply.fixed import fixed
from antiphon.reply.kinds import (
    Bodiless,
    Created,
    MethodNotAllowed,
    PartialContent,
    Redirect,
    Reply,
    Unauthorized,
)
from antiphon.reply.media import BytesReply, HTMLReply, TextReply
from antiphon.reply.streams import JSONLinesReply, StreamReply, TextStreamReply

__all__ = [
    "Bodiless",
    "BytesReply",
    "Created",
    "EventReply",
    "FileReply",
    "HTMLReply",
    "JSONLinesReply",
    "MethodNotAllowed",
    "PartialContent",
    "Redirect",
    "Reply",
    "StreamReply",
    "TextReply",
    "TextStreamReply",
    "Unauthorized",
    "fixed",
]

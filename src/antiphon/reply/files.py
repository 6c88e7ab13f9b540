"""A reply that sends a file: `class Download(FileReply, root="/srv/reports", missing="not_found")`."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Never

from antiphon.builder import body
from antiphon.diagnostics.call_site import CallSite
from antiphon.reply.class_keywords import FileKeywords
from antiphon.reply.declare import content_field
from antiphon.responses import FileResponse
from antiphon.runtime.files.source import FileContent
from antiphon.spec.bodies import BodySpec

__all__ = ["FileReply"]


class FileReply(FileKeywords, FileResponse):
    """A response with a file: `class Download(FileReply)`, and then `Download("/srv/reports/may.pdf")`.

    The content is a path, or a file that is open for reading octets, which is closed when it was sent. The media type
    is that of the file's name unless the class says otherwise. A 200 answers conditions and ranges as well, with the
    statuses 206, 304, 412 and 416. `root` is a folder that no path leaves: a name that a user chose may be given.
    With `missing="not_found"` a file that is not there is a 404 without content; without it, FileNotFoundError is
    raised before anything is sent. `ranges=False` sends files as a whole only.
    """

    content: FileContent = content_field(kw_only=False)
    """The path or the open file, as it was given."""
    if TYPE_CHECKING:

        def __init__(self, *, declare_a_class: Never) -> None: ...

    _status: ClassVar[int] = 200
    _is_base: ClassVar[bool] = True

    @classmethod
    def _body_spec(cls, _model: object, call_site: CallSite, /) -> BodySpec:
        return body.file(call_site, media_type=cls.media_type, **cls._options)

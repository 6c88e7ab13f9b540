# Written by `nox -s generate` from src; do not edit.
"""A reply that sends a file: `class Download(FileReply, root="/srv/reports", missing="not_found")`."""

from typing import Never

from antiphon.reply.class_keywords import FileKeywords
from antiphon.reply.declare import content_field
from antiphon.responses import FileResponse
from antiphon.runtime.files.source import FileContent

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

    def __init__(self, *, declare_a_class: Never) -> None: ...

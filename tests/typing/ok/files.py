"""Files that type checkers must accept, and the types that they must infer."""

from __future__ import annotations

import io
import tempfile
from pathlib import Path
from typing import Literal, assert_type

from antiphon import ContentDisposition, ETag, FileReply, respond
from antiphon.responses import FileResponse
from antiphon.runtime.files.source import FileContent
from antiphon.runtime.files.transmit import FileStatus
from antiphon.runtime.transmit.asgi import Receive, Scope, Send

report = respond(200).file(root="/srv", missing="not_found").header_param("x_request_id", str).compile()
assert_type(report("may.pdf", x_request_id="1"), FileResponse[FileStatus])
report(Path("may.pdf"), x_request_id="1")

page = respond(404).file("text/html; charset=utf-8").cache_control(no_store=True).compile()
assert_type(page("404.html"), FileResponse[Literal[404]])
denied = respond(401).file(Path("text/plain").as_posix(), ranges=False).www_authenticate("Bearer").compile()
assert_type(denied("401.txt"), FileResponse[Literal[401]])


class Download(FileReply, root=Path("/srv"), missing="not_found", ranges=False, status=200, cache_control="no-cache"):
    """A file of a user."""

    content_disposition: ContentDisposition
    etag: ETag | None = None


class Picture(FileReply, media_type="image/png"): ...


def opened(path: Path) -> Picture:
    return Picture(path.open("rb"))


made = Download("may.pdf", content_disposition=ContentDisposition.attachment("€.pdf"))
assert_type(made.content, FileContent)
assert_type(made.content_disposition, ContentDisposition)
Download(Path("may.pdf"), content_disposition=ContentDisposition.inline(), etag=ETag("v7"))
Picture(io.BytesIO(b"octets"))
Picture(tempfile.TemporaryFile())
Picture(tempfile.NamedTemporaryFile())


async def sends(scope: Scope, receive: Receive, send: Send) -> None:
    await report.send(scope, receive, send, "may.pdf", x_request_id="1")
    await made(scope, receive, send)

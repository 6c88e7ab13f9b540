"""A service that sends files, in every way there is: by its path `/WAY/FILE`."""

from __future__ import annotations

import os
import resource
from pathlib import Path

from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from antiphon import ContentDisposition, FileReply, Params, respond
from antiphon.responses import FileResponse

FOLDER = Path(os.environ.get("ANTIPHON_LIVE_FILES", "/nowhere"))


class Named(Params):
    content_disposition: ContentDisposition


class Download(FileReply, root=FOLDER, missing="not_found", cache_control="no-cache"):
    """A file of the folder."""


compiled = respond(200).file(root=FOLDER).cache_control(no_cache=True).params(Named).compile()


async def app(scope: Scope, receive: Receive, send: Send) -> None:
    """Each of tests/project/test_live_files.py's ways sends the file; `truncate` makes it shorter meanwhile."""
    if scope["type"] != "http":
        return
    way, _, name = str(scope["path"]).removeprefix("/").partition("/")
    path = FOLDER / name
    disposition = ContentDisposition.attachment(name)
    if way == "drop-in":
        await FileResponse(path, filename=name)(scope, receive, send)
    elif way == "reply":
        await Download(name)(scope, receive, send)
    elif way == "compiled":
        await compiled(name, content_disposition=disposition)(scope, receive, send)
    elif way == "in-place":
        await compiled.send(scope, receive, send, name, content_disposition=disposition)
    elif way == "open":
        await respond(200).file().compile()(path.open("rb"))(scope, receive, send)
    elif way == "truncate":
        await Download(name)(scope, receive, _shortening(send, path))
    elif way == "descriptors":
        own = [str(one.resolve()) for one in Path("/proc/self/fd").iterdir()]  # noqa: ASYNC240 - a test
        await JSONResponse([one for one in own if one.startswith(str(FOLDER))])(scope, receive, send)
    elif way == "peak":
        await JSONResponse(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)(scope, receive, send)
    else:
        await JSONResponse(None, 404)(scope, receive, send)


def _shortening(send: Send, path: Path) -> Send:
    async def shorten(message: object) -> None:
        await send(message)  # type: ignore[arg-type]  # a message
        os.truncate(path, 10)

    return shorten

"""One file, sent in many ways: each name here is an ASGI application that `files.py` puts behind a server.

The path of the request is the name of the file in the folder that FILES names. Started as a program with a port, this
is aiohttp's own server of the same folder.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import starlette.responses
from contender import Receive, Scope, Send

import antiphon.responses
from antiphon import respond

FOLDER = Path(os.environ.get("FILES", "/nowhere"))
_compiled = respond(200).file(root=FOLDER).compile()


async def starlette_class(scope: Scope, receive: Receive, send: Send) -> None:
    """Starlette's FileResponse."""
    await starlette.responses.FileResponse(FOLDER / scope["path"][1:])(scope, receive, send)


async def antiphon_class(scope: Scope, receive: Receive, send: Send) -> None:
    """The FileResponse of antiphon."""
    await antiphon.responses.FileResponse(FOLDER / scope["path"][1:])(scope, receive, send)


async def antiphon_object(scope: Scope, receive: Receive, send: Send) -> None:
    """A declared file, as a response object."""
    await _compiled(scope["path"][1:])(scope, receive, send)


async def antiphon_sent(scope: Scope, receive: Receive, send: Send) -> None:
    """A declared file, sent in place."""
    await _compiled.send(scope, receive, send, scope["path"][1:])


def _aiohttp(port: int) -> None:
    from aiohttp import web

    async def file(request: web.Request) -> web.StreamResponse:
        return web.FileResponse(FOLDER / request.path[1:])

    application = web.Application()
    application.router.add_get("/{name}", file)
    web.run_app(application, host="127.0.0.1", port=port, print=None, access_log=None)


if __name__ == "__main__":
    _aiohttp(int(sys.argv[1]))

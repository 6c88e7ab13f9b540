"""The concrete responses without Starlette: a script, for an environment where it is not installed.

python tests/integrations/without_starlette.py           in such an environment
python tests/integrations/without_starlette.py --block   in any: the import of Starlette is refused
"""

from __future__ import annotations

import sys

if "--block" in sys.argv:
    sys.modules["starlette"] = None  # type: ignore[assignment]  # how Python is told that a module cannot be imported

import asyncio
from pathlib import Path
from typing import Any

from antiphon.errors import ParamError
from antiphon.responses import (
    FileResponse,
    HTMLResponse,
    JSONResponse,
    PlainTextResponse,
    RedirectResponse,
    Response,
    StreamingResponse,
)
from antiphon.runtime.files.content import file_content
from antiphon.runtime.instance import instance_class

FOREIGN = ("starlette", "anyio", "pydantic", "http.cookies")


def sent_by(app: Any, scope_type: str = "http") -> list[dict[str, Any]]:
    """The messages that the application sends."""
    messages: list[dict[str, Any]] = []

    async def receive() -> dict[str, Any]:
        await asyncio.sleep(60)
        return {"type": "http.disconnect"}

    async def send(message: dict[str, Any]) -> None:
        messages.append(message)

    asyncio.run(app({"type": scope_type}, receive, send))
    return messages


def expect(expected: object, actual: object) -> None:
    """Stop where they differ."""
    if expected != actual:
        raise SystemExit(f"expected {expected!r}\n     got {actual!r}")


def refused(call: Any, error: type[Exception], words: str) -> None:
    """Stop unless the call is refused in these words."""
    try:
        call()
    except error as raised:
        expect(expected=True, actual=words in str(raised))
    else:
        raise SystemExit(f"nothing was raised that says {words!r}")


def wire(status: int, body: bytes, *headers: tuple[bytes, bytes], prefix: str = "") -> list[dict[str, Any]]:
    """The two messages of a whole response."""
    start = {"type": f"{prefix}http.response.start", "status": status, "headers": list(headers)}
    return [start, {"type": f"{prefix}http.response.body", "body": body}]


def main() -> None:
    """Every promise in turn."""
    expect(["asyncio"], [name for name in ("asyncio", *FOREIGN) if sys.modules.get(name)])
    html = (b"content-type", b"text/html; charset=utf-8")
    length = (b"content-length", b"1")
    expect(wire(200, b"a", length, html), sent_by(HTMLResponse("a")))
    expect(wire(200, b"a", length, html, prefix="websocket."), sent_by(HTMLResponse("a"), "websocket"))
    expect(
        wire(418, b"a", length, (b"content-type", b"text/plain; charset=utf-8")), sent_by(PlainTextResponse("a", 418))
    )
    expect(
        wire(201, b"[1]", (b"x-a", b"b"), (b"content-length", b"3"), (b"content-type", b"application/json")),
        sent_by(JSONResponse([1], 201, {"X-A": "b"})),
    )
    expect(wire(303, b"", (b"content-length", b"0"), (b"location", b"/a%20b")), sent_by(RedirectResponse("/a b", 303)))
    expect(wire(204, b""), sent_by(Response(status_code=204)))

    done: list[str] = []

    async def work() -> None:
        done.append("work")

    response = Response(b"a", background=work)  # type: ignore[arg-type]  # checkers see Starlette's class
    response.set_cookie("n", "v", max_age=5, secure=True)
    response.delete_cookie("m", path="/app")
    response.headers["Vary"] = "Origin"
    response.headers.add_vary_header("Accept")
    start, _ = sent_by(response)
    expect((b"set-cookie", b"n=v; Max-Age=5; Path=/; SameSite=lax; Secure"), start["headers"][1])
    expect(expected=True, actual=start["headers"][2][1].endswith(b"; Max-Age=0; Path=/app; SameSite=lax"))
    expect((b"vary", b"Origin, Accept"), start["headers"][3])
    expect(["work"], done)

    refused(lambda: Response(headers={"x": "a\r\n"}), ParamError, "U+000D")
    refused(lambda: response.headers.append("x", "\n"), ParamError, "U+000A")
    refused(lambda: response.set_cookie("n", "v", samesite="none"), ParamError, "CK052")
    refused(lambda: JSONResponse({}, 204), ParamError, "no content")
    piece = {"type": "http.response.body", "body": b"a", "more_body": True}
    end = {"type": "http.response.body", "body": b"", "more_body": False}
    begin = {"type": "http.response.start", "status": 200, "headers": []}
    expect([begin, piece, piece, end], sent_by(StreamingResponse([b"a", "a"])))
    expect([begin, piece, end], sent_by(StreamingResponse(iter([b"a"]))))
    declared = instance_class(FileResponse)()
    declared.status_code, declared.raw_headers, declared.background = 200, [], None
    declared.carried, declared.transmit = __file__, file_content().transmit
    start, whole = sent_by(declared)
    expect((200, Path(__file__).read_bytes()), (start["status"], whole["body"]))
    refused(lambda: FileResponse("a"), ModuleNotFoundError, "pip install 'antiphon[starlette]'")
    print("the plain classes work without Starlette")


if __name__ == "__main__":
    main()

"""A response as a client or a server saw it, whoever's class it is."""

from __future__ import annotations

import dataclasses
import zlib
from collections.abc import Callable, Iterable
from typing import Any

#: How each coding is taken off; 31 and 15 are zlib's numbers for gzip and for zlib's own form.
_CODINGS = {"gzip": 31, "x-gzip": 31, "deflate": 15}


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A response: its status, its field lines in order, and its content without any content coding.

    `content` is None where it is not known. `coded` says that it was sent in a coding.
    """

    status: int
    lines: tuple[tuple[str, str], ...]
    content: bytes | None = None
    coded: bool = False
    method: str = "GET"
    path: str = ""
    followed: int = 0
    """The redirects that the client followed before."""

    def values(self, name: str) -> list[str]:
        """The values of the field of that name, line by line."""
        return [value for one, value in self.lines if one.lower() == name.lower()]


def on_the_wire(
    status: int, lines: Iterable[tuple[bytes, bytes]], body: bytes | None, method: str, path: str = ""
) -> Seen:
    """A response as it is sent, with the coding taken off where this is one that Python knows."""
    texts = tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in lines)
    codings = [value.strip().lower() for name, value in texts if name.lower() == "content-encoding"]
    content = body
    if codings and body:
        content = _uncoded(body, codings)
    return Seen(status=status, lines=texts, content=content, coded=bool(codings), method=method, path=path)


def _uncoded(body: bytes, codings: list[str]) -> bytes | None:
    bits = _CODINGS.get(codings[0]) if len(codings) == 1 else None
    try:
        return None if bits is None else zlib.decompress(body, bits)
    except zlib.error:
        return None


def seen(response: Any) -> Seen:
    """The response of a client: of httpx and what is made of it, requests, Flask, Django, aiohttp; or of a handler.

    Raises TypeError for anything else, and for a response of aiohttp that was not read.
    """
    status = getattr(response, "status_code", None) or getattr(response, "status", None)
    if not isinstance(status, int):
        what = f"{type(response).__qualname__} is not a known response"
        raise TypeError(f"{what}: give one of httpx, requests, Flask, Django, aiohttp or Starlette")
    request = getattr(response, "request", None) or getattr(response, "request_info", None)
    lines = tuple((_text(name), _text(value)) for name, value in _lines(response))
    return Seen(
        status=int(status),
        lines=lines,
        content=_content(response),
        coded=any(name.lower() == "content-encoding" for name, _ in lines),
        method=str(_of(request, "method", "REQUEST_METHOD") or "GET"),
        path=str(_of(request, "path", "path_url", "PATH_INFO", "url") or ""),
        followed=len(getattr(response, "history", ())),
    )


def _text(value: object) -> str:
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)


def _of(request: Any, *names: str) -> Any:
    """The first of these attributes, or keys, that there is."""
    get: Callable[[str], Any] = request.get if isinstance(request, dict) else lambda name: getattr(request, name, None)
    return next((found for name in names if (found := get(name))), None)


def _lines(response: Any) -> Iterable[tuple[Any, Any]]:
    """Each line by itself: what joins lines of one name would join cookies."""
    raw = getattr(response, "raw_headers", None)  # Starlette's and ours; aiohttp's
    if raw is not None:
        yield from raw
        return
    headers = response.headers
    underneath = getattr(getattr(response, "raw", None), "headers", None)  # requests
    apart = getattr(headers, "multi_items", None)
    yield from apart() if apart is not None else (headers if underneath is None else underneath).items()
    for cookie in getattr(response, "cookies", {}).values() if hasattr(response, "set_signed_cookie") else ():
        yield "Set-Cookie", cookie.OutputString()  # Django


def _content(response: Any) -> bytes | None:
    """The content, decoded as the client decodes it; of a stream that was not read, None."""
    if hasattr(response, "request_info"):  # aiohttp
        body: bytes | None = response._body
        if body is None:
            raise TypeError("the response was not read: `await response.read()` first")
        return body
    if hasattr(response, "set_signed_cookie"):  # Django
        return b"".join(response) if response.streaming else bytes(response.content)
    for name in ("content", "data", "body"):
        found = getattr(response, name, None)
        if isinstance(found, bytes | bytearray | memoryview):
            return bytes(found)
    return None

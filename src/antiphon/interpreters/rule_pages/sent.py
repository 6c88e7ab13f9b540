"""A spec as it would be sent, for people to read: right or wrong, with its params as {placeholders}."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.status import phrase
from antiphon.spec import ResponseSpec

#: Longer field lines are cut in the middle, since the ends say more.
LONGEST = 120
#: Of more cookies than this, half as many are shown.
MOST = 10


def wire(spec: ResponseSpec) -> str:
    """The status line, the field lines and the content. What cannot be shown is escaped: no line is broken in two."""
    return "\n".join(_lines(spec))


def _lines(spec: ResponseSpec) -> Iterator[str]:
    yield f"HTTP/1.1 {spec.status} {phrase(spec.status)}".rstrip()
    params = {(param.fills, param.slot.lower()): f"{{{param.name}}}" for param in spec.params}
    for header in spec.headers:
        varying = header.template or params.get(("header", header.name.lower()), "{}")
        value = varying if header.value is None else header.value
        yield _visible(f"{header.name}: {value}")
    media_type = getattr(spec.body, "media_type", None)
    if media_type is not None and spec.header("Content-Type") is None:
        yield _visible(f"Content-Type: {media_type}")
    shown = spec.cookies if len(spec.cookies) <= MOST else spec.cookies[: MOST // 2]
    for cookie in shown:
        line = f"Set-Cookie: {cookie.wire()}"
        if cookie.value is None:
            line = line.replace("=", f"={params.get(('cookie', cookie.name.lower()), '{}')}", 1)
        yield _visible(line)
    if len(shown) < len(spec.cookies):
        yield f"... and {len(spec.cookies) - len(shown)} more Set-Cookie lines"
    content = getattr(spec.body, "content", None)
    if content:
        yield ""
        yield from map(_visible, content.splitlines() if isinstance(content, str) else [f"<{len(content)} octets>"])


def _visible(line: str) -> str:
    shown = "".join(c if c.isprintable() else repr(c)[1:-1] for c in line)
    half = LONGEST // 2
    return shown if len(shown) <= LONGEST else f"{shown[:half]}[{len(line)} characters]{shown[-half // 2 :]}"

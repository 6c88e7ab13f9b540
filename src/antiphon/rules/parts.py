"""The parts of a response as rules walk through them, each with its path."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon import set_cookie
from antiphon.rules.rule import Finding
from antiphon.set_cookie import Cookie
from antiphon.spec import HeaderSpec, ResponseSpec


def cookies(spec: ResponseSpec) -> Iterator[tuple[str, Cookie]]:
    """Each cookie with its path, as a browser reads it: those of the spec, and those of Set-Cookie field lines.

    A line that joins several cookies is left out: it has a rule of its own (CK082).
    """
    for index, cookie in enumerate(spec.cookies):
        yield f"cookies[{index}]", set_cookie.folded(cookie)
    for index, header in enumerate(spec.headers):
        line = header.value if len(header.name) == 10 and header.name.lower() == "set-cookie" else None
        if line is not None and not set_cookie.is_joined(line):
            yield f"headers[{index}].value", set_cookie.read(line)


def within(path: str, part: str) -> str:
    """The path of one part of a cookie. A cookie that was read from a field line has no parts."""
    return path if not part or path.startswith("headers") else f"{path}.{part}"


def headers(spec: ResponseSpec, *names: str) -> Iterator[tuple[str, HeaderSpec]]:
    """Each field line with its path; only those of the given names, in any case, where names are given."""
    wanted = {name.lower() for name in names}
    for index, header in enumerate(spec.headers):
        if not wanted or header.name.lower() in wanted:
            yield f"headers[{index}]", header


def values(spec: ResponseSpec, *names: str) -> Iterator[tuple[str, str]]:
    """The path and the value of each field line of these names that has a fixed value."""
    for path, header in headers(spec, *names):
        if header.value is not None:
            yield path, header.value


def content_types(spec: ResponseSpec) -> Iterator[tuple[str, str]]:
    """The Content-Type that the body declares, and any that a header sets."""
    media_type = getattr(spec.body, "media_type", None)
    if media_type is not None:
        yield "body.media_type", media_type
    yield from values(spec, "Content-Type")


def cookie_reasons(spec: ResponseSpec, code: str) -> Iterator[Finding]:
    """What the writer of Set-Cookie has against each cookie under one code."""
    part, check = set_cookie.CHECKS[code]
    for path, cookie in cookies(spec):
        if message := check(cookie):
            yield Finding(within(path, part), message)

"""The parts of a response as rules walk through them, each with its path."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from antiphon import set_cookie
from antiphon.rules.rule import Finding
from antiphon.set_cookie import Cookie
from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec


class _Walked(NamedTuple):
    """The parts of one response, taken apart once for all the rules that ask for them."""

    headers_of: tuple[HeaderSpec, ...]
    cookies_of: tuple[CookieSpec, ...]
    headers: tuple[tuple[str, str, HeaderSpec], ...]
    by_name: dict[str, list[tuple[str, HeaderSpec]]]
    cookies: tuple[tuple[str, Cookie], ...]


#: The response that was asked about last: the rules of one check ask one after the other. It is replaced as a whole.
_last = [_Walked((), (), (), {}, ())]


def _walk(spec: ResponseSpec) -> _Walked:
    last = _last[0]
    if last.headers_of is spec.headers and last.cookies_of is spec.cookies:
        return last
    headers = tuple((f"headers[{i}]", header.name.lower(), header) for i, header in enumerate(spec.headers))
    by_name: dict[str, list[tuple[str, HeaderSpec]]] = {}
    for path, name, header in headers:
        by_name.setdefault(name, []).append((path, header))
    found = [(f"cookies[{i}]", set_cookie.folded(cookie)) for i, cookie in enumerate(spec.cookies)]
    for path, header in by_name.get("set-cookie", ()):
        if header.value is not None and not set_cookie.is_joined(header.value):
            found.append((f"{path}.value", set_cookie.read(header.value)))
    _last[0] = walked = _Walked(spec.headers, spec.cookies, headers, by_name, tuple(found))
    return walked


def cookies(spec: ResponseSpec) -> tuple[tuple[str, Cookie], ...]:
    """Each cookie with its path, as a browser reads it: those of the spec, and those of Set-Cookie field lines.

    A line that joins several cookies is left out: it has a rule of its own (CK082).
    """
    return _walk(spec).cookies


def within(path: str, part: str) -> str:
    """The path of one part of a cookie. A cookie that was read from a field line has no parts."""
    return path if not part or path.startswith("headers") else f"{path}.{part}"


def headers(spec: ResponseSpec, *names: str) -> Iterator[tuple[str, HeaderSpec]]:
    """Each field line with its path; only those of the given names, in any case, where names are given."""
    if not spec.headers:
        return
    walked = _walk(spec)
    if len(names) == 1:
        yield from walked.by_name.get(names[0].lower(), ())
        return
    wanted = {name.lower() for name in names}
    for path, name, header in walked.headers:
        if not wanted or name in wanted:
            yield path, header


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

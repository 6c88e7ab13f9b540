"""The parts of a response as rules walk through them, each with its path."""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import NamedTuple

from antiphon.http import set_cookie
from antiphon.http.cookie_checks import CHECKS
from antiphon.http.set_cookie import Cookie
from antiphon.rules.rule import Finding
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


_Lines = dict[str, list[tuple[str, HeaderSpec]]]
#: The field lines of the spec that was asked for last, by name in lower case; under "" all of them. Each of some 150
#: rules asks for a few names of the same spec, one after the other.
_latest: tuple[ResponseSpec | None, _Lines] = (None, {})


def _lines(spec: ResponseSpec) -> _Lines:
    global _latest  # noqa: PLW0603 - one assignment, so that threads see a pair that fits
    latest, lines = _latest
    if latest is not spec:
        lines = {"": [(f"headers[{index}]", header) for index, header in enumerate(spec.headers)]}
        for line in lines[""]:
            lines.setdefault(line[1].name.lower() or "\n", []).append(line)
        _latest = (spec, lines)
    return lines


@functools.cache
def _lowered(names: tuple[str, ...]) -> frozenset[str]:
    return frozenset(name.lower() for name in names)


def headers(spec: ResponseSpec, *names: str) -> Iterator[tuple[str, HeaderSpec]]:
    """Each field line with its path, in order; only those of the given names, in any case, where names are given."""
    lines = _lines(spec)
    if len(names) == 1:
        return iter(lines.get(names[0].lower(), ()))
    if not names:
        return iter(lines[""])
    wanted = _lowered(names) & lines.keys()
    if len(wanted) <= 1:
        return iter([line for name in wanted for line in lines[name]])
    return iter([line for line in lines[""] if line[1].name.lower() in wanted])


def values(spec: ResponseSpec, *names: str) -> Iterator[tuple[str, str]]:
    """The path and the value of each field line of these names that has a fixed value."""
    return iter([(path, header.value) for path, header in headers(spec, *names) if header.value is not None])


def content_types(spec: ResponseSpec) -> Iterator[tuple[str, str]]:
    """The Content-Type that the body declares, and any that a header sets."""
    media_type = getattr(spec.body, "media_type", None)
    if media_type is not None:
        yield "body.media_type", media_type
    yield from values(spec, "Content-Type")


def cookie_reasons(spec: ResponseSpec, code: str) -> Iterator[Finding]:
    """What the writer of Set-Cookie has against each cookie under one code."""
    check = CHECKS[code]
    for path, cookie in cookies(spec):
        if message := check.fault(cookie):
            yield Finding(within(path, check.part), message)

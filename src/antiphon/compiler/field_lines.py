"""The field lines of a spec: finished octets where all is known, and what fills the others."""

from __future__ import annotations

import functools
from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeAlias

from antiphon.http import set_cookie
from antiphon.http.content_hashes import FROM_DIGEST, entity_tag, from_content
from antiphon.http.field_template import field_template
from antiphon.http.grammar import FIELD_CONTROL, TOKEN
from antiphon.http.status import UNCOUNTED
from antiphon.runtime.plan import CONTENT_LENGTHS, BodyPlan, RawHeader
from antiphon.runtime.shape import LineKind
from antiphon.spec import CookieSpec, HeaderSpec, ResponseSpec


class _Line(NamedTuple):
    """One field line as a `Shape` has it, and its octets where it is finished here.

    Of a line with a template the octets have `%b` for each placeholder.
    """

    kind: LineKind
    octets: RawHeader | None = None


_Params: TypeAlias = Mapping[tuple[str, str], int]


def field_lines(spec: ResponseSpec, body: BodyPlan) -> tuple[tuple[LineKind, ...], dict[int, RawHeader]]:
    """The lines in order, and by their place the octets of those that are finished here.

    Raises ValueError for octets that must never be sent, whatever was allowed.
    """
    params: _Params = {
        (p.fills, p.slot.lower() if p.fills == "header" else p.slot): i for i, p in enumerate(spec.params)
    }
    found = [
        *(_declared(header, body, params) for header in (*spec.headers, *_added(spec, body))),
        *_of_content(spec, body),
        *(_set_cookie(cookie, params) for cookie in spec.cookies),
    ]
    finished = {at: line.octets for at, line in enumerate(found) if line.octets is not None}
    return tuple(line.kind for line in found), finished


def _declared(header: HeaderSpec, body: BodyPlan, params: _Params) -> _Line:
    if header.template is not None:
        template = field_template(header.name, header.template)
        filled = tuple(params["placeholder", placeholder.name] for placeholder in template.placeholders)
        text = "%b".join(literal.replace("%", "%%") for literal in template.literals)
        return _Line(filled, _sendable(header.name, text))
    if header.from_content:
        return _worked_out(header.name, body)
    if header.value is None:
        return _Line(params["header", header.name.lower()])
    return _Line(None, _sendable(header.name, header.value))


def _of_content(spec: ResponseSpec, body: BodyPlan) -> Iterator[_Line]:
    """Content-Length and Content-Type, unless they are declared; a declared length is judged, and right (ST021)."""
    # A 205 says with `Content-Length: 0` that it is over (RFC 9110 section 15.3.6).
    length = body.length if body.octets is None else len(body.octets)
    if length is not None and spec.header("Content-Length") is None and spec.status not in UNCOUNTED:
        known = length < len(CONTENT_LENGTHS)
        yield _Line(None, CONTENT_LENGTHS[length] if known else (b"content-length", b"%d" % length))
    if body.content_type and spec.header("Content-Type") is None:
        yield _Line(None, _sendable("content-type", body.content_type))


def _set_cookie(cookie: CookieSpec, params: _Params) -> _Line:
    if cookie.value is None:
        return _Line(params["cookie", cookie.name])
    return _Line(None, _sendable("set-cookie", set_cookie.write(cookie)))


def _worked_out(name: str, body: BodyPlan) -> _Line:
    """The line of a field whose value the content says: finished where the content is fixed."""
    if name.lower() not in FROM_DIGEST or (body.content is not None and body.content.transmit is not None):
        msg = f"the value of {name!r} does not follow from the content"
        raise ValueError(msg)
    if body.octets is not None:
        return _Line(None, _sendable(name, from_content(name, body.octets).decode()))
    kind: LineKind = "entity_tag" if FROM_DIGEST[name.lower()] is entity_tag else "digest_value"
    return _Line(kind, _sendable(name, ""))


def _added(spec: ResponseSpec, body: BodyPlan) -> list[HeaderSpec]:
    """The lines that the body adds where the response has none of the same name."""
    return [HeaderSpec(name=name, value=value) for name, value in body.fields if spec.header(name) is None]


@functools.lru_cache(maxsize=4096)
def _sendable(name: str, value: str) -> RawHeader:
    """The octets of a fixed field line; specs that have it in common share it.

    Raises ValueError for octets that must never be sent, whatever was allowed.
    """
    if FIELD_CONTROL.search(value) or not TOKEN.fullmatch(name):
        msg = (
            f"a {name!r} line would hold a control character or a name that is not a token, which no allowance permits"
        )
        raise ValueError(msg)
    try:
        return name.lower().encode(), value.encode("latin-1")
    except UnicodeEncodeError:
        msg = (
            f"a {name!r} line would hold characters above U+00FF, which no field value can carry (RFC 9110 section 5.5)"
        )
        raise ValueError(msg) from None

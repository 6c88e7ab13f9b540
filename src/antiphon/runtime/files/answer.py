"""Which answer a request for a file gets: all of it, ranges of it, or none (RFC 9110 sections 13 to 15)."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from antiphon.http.byte_ranges import Span, content_range, part_heads, spans_of, unsatisfied_range
from antiphon.http.dates import format_http_date, parse_http_date
from antiphon.http.preconditions import CONDITIONS, PROCEED, REPEATED, Outcome, outcome_of
from antiphon.runtime.files.source import Facts
from antiphon.runtime.plan import CONTENT_LENGTHS, RawHeader

#: The fields that an error has none of: those about the content, and those by which a cache would keep it under the
#: file's URL for as long as the file may be.
OF_SUCCESS: frozenset[bytes] = frozenset(
    {
        *(b"accept-ranges", b"content-digest", b"content-disposition", b"content-encoding", b"content-language"),
        *(b"content-length", b"content-range", b"content-type", b"repr-digest"),
        *(b"age", b"cache-control", b"cdn-cache-control", b"etag", b"expires", b"last-modified"),
    }
)
#: The fields of a 304: as in docs/decisions/0083.
_REPEATED = frozenset(name.encode() for name in (*REPEATED, "set-cookie"))

#: The fields of a request that change the answer.
_ASKED = frozenset(name.encode() for name in (*CONDITIONS, "range"))
_READING = frozenset({"GET", "HEAD"})

_ACCEPT_RANGES: RawHeader = (b"accept-ranges", b"bytes")


class Answer(NamedTuple):
    """The status, the field lines, and what is sent: octets as they are, and spans of the file; `length` in all."""

    status: int
    headers: list[RawHeader]
    pieces: Sequence[bytes | Span]
    length: int

    @property
    def is_whole(self) -> bool:
        """Whether the file is sent from its beginning to its end, and not as a range."""
        return self.status != 206 and self.pieces == ((0, self.length),)


def described(headers: list[RawHeader], facts: Facts, media_type: str | None, *, ranges: bool) -> list[RawHeader]:
    """The field lines with those that the file adds, unless they are declared; without the length."""
    names = {name for name, _ in headers}
    lines = headers[:]
    if media_type is not None and b"content-type" not in names:
        lines.append((b"content-type", media_type.encode("latin-1")))
    if facts.changed is not None:
        if b"last-modified" not in names and (changed := _date(facts.changed)):
            lines.append((b"last-modified", changed.encode()))
        if b"etag" not in names:
            # Strong: whoever writes a file changes the nanoseconds of its date.
            lines.append((b"etag", b'"%x-%x"' % (facts.changed, facts.size)))
    if ranges and b"accept-ranges" not in names:
        lines.append(_ACCEPT_RANGES)
    return lines


def _date(nanoseconds: int) -> str:
    """The moment as a field has it, which is never in the future (section 8.8.2.1); empty for one HTTP cannot say."""
    try:
        return format_http_date(datetime.fromtimestamp(min(nanoseconds // 10**9, int(time.time())), UTC))
    except (OverflowError, ValueError, OSError):
        return ""


def conditions(status: int, headers: list[RawHeader], scope: Mapping[str, Any], method: str) -> Outcome:
    """The outcome of the request's conditions: they are read where the response is a 200 to GET or HEAD."""
    if status != 200 or method not in _READING or not any(name in _ASKED for name, _ in scope.get("headers", ())):
        return PROCEED
    found = dict(headers)
    etag, changed = found.get(b"etag"), found.get(b"last-modified")
    return outcome_of(
        scope,
        method=method,
        etag=None if etag is None else etag.decode("latin-1"),
        last_modified=None if changed is None else parse_http_date(changed.decode("latin-1")),
    )


def answer(
    status: int, headers: list[RawHeader], size: int, scope: Mapping[str, Any], method: str, *, ranges: bool
) -> Answer:
    """The answer to the request in the scope, for a file of `size` octets whose field lines are `headers`.

    HEAD has no ranges (section 14.2).
    """
    outcome = conditions(status, headers, scope, method)
    if outcome.status is not None:
        return without_content(outcome.status, headers)
    spans = None if outcome.ranges is None or not ranges else spans_of(outcome.ranges, size)
    if spans is None:
        return whole(status, headers, size)
    if not spans:
        refused = without_content(416, headers)
        return refused._replace(headers=[*refused.headers, (b"content-range", unsatisfied_range(size))])
    return one_part(headers, spans[0], size) if len(spans) == 1 else _parts(headers, spans, size)


def whole(status: int, headers: list[RawHeader], size: int) -> Answer:
    """The file from its beginning to its end."""
    return Answer(status, [*headers, _length(size)], ((0, size),) if size else (), size)


def without_content(status: int, headers: list[RawHeader]) -> Answer:
    """A 304, or an error, with those of the field lines that belong to it."""
    if status == 304:
        return Answer(304, [line for line in headers if line[0] in _REPEATED], (), 0)
    return Answer(status, [*(line for line in headers if line[0] not in OF_SUCCESS), CONTENT_LENGTHS[0]], (), 0)


def one_part(headers: list[RawHeader], span: Span, size: int) -> Answer:
    """A 206 with one span of the file (section 15.3.7.1)."""
    length = span[1] - span[0]
    return Answer(206, [*headers, (b"content-range", content_range(span, size)), _length(length)], (span,), length)


def _parts(headers: list[RawHeader], spans: tuple[Span, ...], size: int) -> Answer:
    boundary = secrets.token_hex(12)
    content_type = next((value for name, value in headers if name == b"content-type"), b"")
    *heads, end = part_heads(spans, size, content_type, boundary.encode())
    return parts(headers, boundary, [piece for pair in zip(heads, spans, strict=True) for piece in pair] + [end])


def parts(headers: list[RawHeader], boundary: str, pieces: Sequence[bytes | Span]) -> Answer:
    """A 206 with several spans of the file, and the octets that frame them (section 15.3.7.2)."""
    length = sum(len(piece) if isinstance(piece, bytes) else piece[1] - piece[0] for piece in pieces)
    lines = [line for line in headers if line[0] != b"content-type"]
    content_type = b"multipart/byteranges; boundary=" + boundary.encode()
    return Answer(206, [*lines, (b"content-type", content_type), _length(length)], pieces, length)


def _length(size: int) -> RawHeader:
    return CONTENT_LENGTHS[size] if size < len(CONTENT_LENGTHS) else (b"content-length", b"%d" % size)

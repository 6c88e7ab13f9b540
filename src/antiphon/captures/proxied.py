"""A response of another service, handed on: status, fields and content come from upstream.

    upstream = await client.get(url)
    return ProxiedResponse(upstream.content, upstream.status_code, upstream.headers)

Section numbers are those of RFC 9110.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING, Any

from antiphon.errors import ParamError
from antiphon.http.grammar import DIGITS
from antiphon.http.hop_by_hop import Line, end_to_end
from antiphon.http.status import UNCOUNTED
from antiphon.responses import Response
from antiphon.responses.header_lines import HeaderLines, lines_of
from antiphon.responses.headers import sendable_line
from antiphon.responses.starlette_classes import BackgroundTask
from antiphon.responses.status import CONTENTLESS, check_status, without_content
from antiphon.runtime.content.octets import OCTETS

if TYPE_CHECKING:
    from antiphon.diagnostics.diagnostic import Diagnostic

#: How content in a coding begins (RFC 1952 section 2.3.1, RFC 8878 section 3.1.1).
_BEGINNINGS = {b"gzip": b"\x1f\x8b", b"x-gzip": b"\x1f\x8b", b"zstd": b"\x28\xb5\x2f\xfd"}
#: Fields about content in its coding, which is not what is sent once that is taken off.
_OF_THE_CODED = frozenset((b"content-encoding", b"content-digest", b"content-md5", b"digest"))


class ProxiedResponse(Response[int, bytes]):
    """The response of another service, with what must not be forwarded left out.

    `headers` are its field lines: a mapping, the headers of a client such as httpx, or pairs of str or octets. Fields
    about the connection, and those that Connection names, are left out (section 7.6.1), and those of `without`, in any
    case. Each line stays a line, so that every cookie is kept. Content-Length is that of `content`; in an answer to
    HEAD, as `method` says, and in a 304 it is upstream's.

    HTTP clients hand out decoded content. `decoded` says whether Content-Encoding has been taken off; None finds it out
    by Content-Length and by how the content begins, and takes it for so in an answer to HEAD. Of decoded content
    Content-Encoding and the digests are left out, and a strong ETag becomes weak: it was that of the coded content
    (section 8.8.3).

    Nothing else is altered, right or wrong: `check` says what is wrong. Raises ParamError for what cannot be sent: a
    control character such as CR or LF, a field name that is not a token, a status outside 200 to 599, and content with
    a status that has none.
    """

    def __init__(
        self,
        content: bytes | bytearray | memoryview = b"",
        status_code: int = 200,
        headers: HeaderLines | None = None,
        *,
        method: str = "GET",
        decoded: bool | None = None,
        without: Collection[str] = (),
        background: BackgroundTask | None = None,
    ) -> None:
        check_status(status_code)
        if status_code < 200:
            raise ParamError(
                "status_code",
                f"is {int(status_code)}, which another response follows",
                help="forward the final response; HTTP clients leave out those in front of it",
                cite="RFC 9110 section 15.2",
            )
        body: bytes = OCTETS.accept(content)
        if method == "HEAD":
            body = b""
        if body and status_code in CONTENTLESS:
            without_content(content, len(body), status_code)
        lines = _forwarded(headers, without)
        if (body or method == "HEAD") and _is_decoded(lines, body, decoded=decoded):
            # The length in an answer to HEAD is that of the coded content, and the other one is not known.
            left_out = _OF_THE_CODED if body else _OF_THE_CODED | {b"content-length"}
            lines = [_weakened(line) for line in lines if line[0] not in left_out]
        self.status_code: int = int(status_code)
        self.method: str = method
        """The method of the request that is answered."""
        self.background = background
        self.body: bytes | memoryview = body
        self.raw_headers: list[Line] = _counted(lines, body, status_code, method)

    def check(self, *, url: str | None = None) -> tuple[Diagnostic, ...]:
        """The findings about the response as it is sent, judged as the response of any service: see `check_wire`.

        With `url`, where it is served, the rules that need the scheme and the host judge as well: a cookie for the
        domain of upstream is dropped by browsers.
        """
        from antiphon.captures.check import check_wire  # the judge is not needed to serve

        return check_wire(self.status_code, self.raw_headers, bytes(self.body), self.method, url=url)


def end_to_end_fields(headers: HeaderLines, *, without: Collection[str] = ()) -> list[tuple[str, str]]:
    """The field lines of another service that may be forwarded, for content that is forwarded as it comes.

    `StreamingResponse(upstream.aiter_raw(), upstream.status_code, end_to_end_fields(upstream.headers))`. Names are in
    lower case. Raises ParamError for a line that cannot be sent.
    """
    return [(name.decode(), value.decode("latin-1")) for name, value in _forwarded(headers, without)]


def _forwarded(headers: HeaderLines | None, without: Collection[str]) -> list[Line]:
    lines = [] if headers is None else [sendable_line(name, _stripped(value)) for name, value in lines_of(headers)]
    names = (without,) if isinstance(without, str) else without
    if not isinstance(names, Collection) or not all(isinstance(name, str) for name in names):
        help_, cite = 'give a list, such as ["server"]', "the signature of ProxiedResponse"
        raise ParamError("without", "is not a collection of field names", help=help_, cite=cite)
    return end_to_end(lines, frozenset(name.lower().encode("latin-1", "replace") for name in names))


def _stripped(value: Any) -> Any:
    """The value as every recipient reads it, without blanks around it (section 5.5)."""
    return value.strip(" \t") if isinstance(value, str) else value


def _is_decoded(lines: list[Line], body: bytes, *, decoded: bool | None) -> bool:
    """Whether the content is no longer in the coding that the fields name."""
    codings = [value.lower() for name, value in lines if name == b"content-encoding"]
    if not codings or decoded is not None or not body:
        return bool(codings) and decoded is not False
    lengths = [value for name, value in lines if name == b"content-length"]
    if lengths:
        return lengths[0].lstrip(b"0") != b"%d" % len(body)
    beginning = _BEGINNINGS.get(codings[-1].rpartition(b",")[2].strip(b" \t"))
    return beginning is None or not body.startswith(beginning)


def _weakened(line: Line) -> Line:
    name, value = line
    return (name, b"W/" + value) if name == b"etag" and value.startswith(b'"') else line


def _counted(lines: list[Line], body: bytes, status_code: int, method: str) -> list[Line]:
    """The lines with the one Content-Length that is right."""
    others = [line for line in lines if line[0] != b"content-length"]
    if status_code == 304 or (method == "HEAD" and status_code not in UNCOUNTED):
        lengths = {value for name, value in lines if name == b"content-length"}
        told = [value for value in lengths if DIGITS.fullmatch(value.decode("latin-1"))]
        return [*others, (b"content-length", told.pop())] if len(told) == 1 else others
    return others if status_code in UNCOUNTED else [*others, (b"content-length", b"%d" % len(body))]

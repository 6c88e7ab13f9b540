# Written by `nox -s generate` from src; do not edit.
"""A response of another service, handed on: status, fields and content come from upstream.

    upstream = await client.get(url)
    return ProxiedResponse(upstream.content, upstream.status_code, upstream.headers)

Section numbers are those of RFC 9110.
"""

from collections.abc import Collection

from antiphon.diagnostics.diagnostic import Diagnostic
from antiphon.http.hop_by_hop import Line
from antiphon.responses import Response
from antiphon.responses.header_lines import HeaderLines
from antiphon.responses.starlette_classes import BackgroundTask

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

    status_code: int
    method: str
    background: BackgroundTask | None
    body: bytes | memoryview
    raw_headers: list[Line]

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
    ) -> None: ...
    def check(self, *, url: str | None = None) -> tuple[Diagnostic, ...]:
        """The findings about the response as it is sent, judged as the response of any service: see `check_wire`.

        With `url`, where it is served, the rules that need the scheme and the host judge as well: a cookie for the
        domain of upstream is dropped by browsers.
        """

def end_to_end_fields(headers: HeaderLines, *, without: Collection[str] = ()) -> list[tuple[str, str]]:
    """The field lines of another service that may be forwarded, for content that is forwarded as it comes.

    `StreamingResponse(upstream.aiter_raw(), upstream.status_code, end_to_end_fields(upstream.headers))`. Names are in
    lower case. Raises ParamError for a line that cannot be sent.
    """

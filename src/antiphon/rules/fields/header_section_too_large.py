"""HD016."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import write
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Octets of a header section that proxies accept by default: nginx 4 or 8 KiB, others about as much.
_MANY = 8 * 1024
#: Where Chromium 156 says ERR_RESPONSE_HEADERS_TOO_BIG.
_TOO_MANY = 256 * 1024
#: The colon and space behind a name, and the end of the line.
_AROUND = 4


@rule(
    code="HD016",
    level="warning",
    citation="RFC 9110 sections 5.4 and 17.5",
    help="send the data as content, or keep it on the server and send an identifier",
    bad=HeaderSpec(name="X-Profile", value="p" * 9000),
    good=HeaderSpec(name="X-Profile-Id", value="p"),
)
def header_section_too_large(response: ResponseParts) -> Iterator[Finding]:
    """The field lines of a response come to less than 8 KiB, cookies included.

    Many proxies answer 502 for more, since their buffers end there. From 256 KiB on Chromium 156 refuses the response
    with ERR_RESPONSE_HEADERS_TOO_BIG.
    """
    lines = [(header.name, header.value or "") for _, header in response.headers()]
    lines += [("Set-Cookie", write(cookie)) for path, cookie in response.cookies if path.startswith("cookies")]
    size = sum(len(name) + len(value) + _AROUND for name, value in lines)
    if size >= _TOO_MANY:
        yield Finding("headers", f"the field lines come to {size} octets, which browsers refuse", "error")
    elif size > _MANY:
        yield Finding("headers", f"the field lines come to {size} octets, more than many proxies pass on")

"""CC016."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import BytesBody, HeaderSpec, ParamSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_FIELDS = (HeaderSpec(name="Content-Encoding"), HeaderSpec(name="Vary", value="Accept-Encoding"))
_PARAM = ParamSpec(name="content_encoding", fills="header", slot="Content-Encoding", optional=True)


@rule(
    code="CC016",
    level="warning",
    citation="RFC 9110 section 8.8.3.3",
    help='make the tag weak (`W/"v2"`), or a param that differs for each coding (`"v2-gzip"`)',
    bad=ResponseSpec(
        status=200, headers=(HeaderSpec(name="ETag", value='"v2"'), *_FIELDS), params=(_PARAM,), body=BytesBody()
    ),
    good=ResponseSpec(
        status=200, headers=(HeaderSpec(name="ETag", value='W/"v2"'), *_FIELDS), params=(_PARAM,), body=BytesBody()
    ),
)
def etag_shared_by_encodings(response: ResponseParts) -> Iterator[Finding]:
    """Responses in different content codings do not share a strong ETag.

    A strong tag promises the same octets. A cache that holds the one in gzip then resumes a download with octets of
    the plain one, or says 304 to a client that has the other. It is judged where the coding is a param and the tag
    is fixed.
    """
    if all(header.value is not None for _, header in response.headers("Content-Encoding")):
        return
    for path, value in response.values("ETag"):
        if value.lstrip(" \t").startswith('"'):  # whitespace around the value is HD004's
            yield Finding(path, "a strong ETag stays the same while Content-Encoding varies")

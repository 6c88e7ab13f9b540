"""HD017."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Why each field is obsolete. CC021 reports Pragma and Warning.
_OBSOLETE = {
    "content-md5": "was removed from HTTP in RFC 7231; Content-Digest does its work",
    "expect-ct": "is ignored by every browser since certificates are logged anyway",
    "feature-policy": "was replaced by Permissions-Policy",
    "p3p": "is read by no browser any more",
    "public-key-pins": "was removed from every browser",
    "public-key-pins-report-only": "was removed from every browser",
    "x-powered-by": "tells attackers what to try, and nobody else anything",
    "x-ua-compatible": "is read by Internet Explorer alone",
    "x-xss-protection": "was removed from every browser; where it still works, it opens holes of its own",
}


@rule(
    code="HD017",
    level="info",
    citation="RFC 9111 sections 5.4 and 5.5; IANA HTTP Field Name Registry",
    help="leave the field out",
    bad=HeaderSpec(name="X-Powered-By", value="antiphon"),
    good=HeaderSpec(name="X-XSS-Protection", value="0"),
)
def obsolete_field(response: ResponseParts) -> Iterator[Finding]:
    """A field that no client reads any more is left out.

    It costs octets in every response, and whoever reads the declaration believes that it protects. The exception is
    `X-XSS-Protection: 0`, which switches the old filter off where it still exists.
    """
    for path, header in response.headers(*_OBSOLETE):
        name = header.name.lower()
        if name != "x-xss-protection" or (header.value or "0").strip(" \t") != "0":
            yield Finding(path, f"{header.name} {_OBSOLETE[name]}")

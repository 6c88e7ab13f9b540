"""SF010."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.link_faults import link_faults
from antiphon.http.parsing.links import links
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule


@rule(
    code="SF010",
    level="error",
    citation="RFC 8288 sections 3, 3.1, 3.2, 3.3, 3.4 and 3.4.1",
    help="write `</style.css>; rel=preload; as=style`, and a comma before the next link",
    bad=HeaderSpec(name="Link", value="/style.css; rel=preload; as=style"),
    good=HeaderSpec(name="Link", value='</style.css>; rel=preload; as=style, </page/2>; rel="next"; title="Page 2"'),
)
def malformed_link(response: ResponseParts) -> Iterator[Finding]:
    """A link is a URI reference in angle brackets and parameters behind it: one rel, and `as` where it preloads.

    Chromium 156 did not preload for a bare URI, for single quotes, without `as`, and with a comma where a semicolon
    should be. Clients that follow rel=next stop there. A `type` that is not a media type, and an `hreflang` that is
    not a language tag, tell nobody what the target is.
    """
    for path, value in response.values("Link"):
        found, strays = links(value)
        for stray in strays:
            yield Finding(path, f"Link holds {shown(stray)}, which does not begin with a URI in angle brackets")
        for link in found:
            for fault in link_faults(link):
                weight: CaptureLevel | None = "warning" if fault.followed else None
                yield Finding(path, f"the link to {shown(link.target)} {fault.text}", in_captures=weight)

"""SF010."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.grammar import QUOTED_STRING, TOKEN, URI
from antiphon.http.parsing.extended_value import extended_fault
from antiphon.http.parsing.links import Link, links
from antiphon.http.parsing.pieces import shown, unquoted
from antiphon.http.parsing.target import authority_fault, is_reference
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import CaptureLevel, Finding, rule
from antiphon.spec import HeaderSpec

#: RFC 8288 section 3.3: reg-rel-type = LOALPHA *( LOALPHA / DIGIT / "." / "-" ), compared without regard to case.
_REGISTERED = re.compile(r"[a-z][a-z0-9.\-]*", re.IGNORECASE)
#: RFC 8288 sections 3.3 and 3.4.1: parameters that stand once in a link.
_ONCE = frozenset({"media", "rel", "title", "title*", "type"})
#: Fetch, "destination": what `as` can say.
_DESTINATIONS = frozenset({
    *("audio", "audioworklet", "document", "embed", "fetch", "font", "frame", "iframe", "image", "json", "manifest"),
    *("object", "paintworklet", "report", "script", "serviceworker", "sharedworker", "style", "text", "track"),
    *("video", "webidentity", "worker", "xslt"),
})  # fmt: skip

_UNQUOTED = "with a value that needs quotes"


@rule(
    code="SF010",
    level="error",
    citation="RFC 8288 sections 3, 3.1, 3.2, 3.3 and 3.4",
    help="write `</style.css>; rel=preload; as=style`, and a comma before the next link",
    bad=HeaderSpec(name="Link", value="/style.css; rel=preload; as=style"),
    good=HeaderSpec(name="Link", value='</style.css>; rel=preload; as=style, </page/2>; rel="next"; title="Page 2"'),
)
def malformed_link(response: ResponseParts) -> Iterator[Finding]:
    """A link is a URI reference in angle brackets and parameters behind it: one rel, and `as` where it preloads.

    Chromium 156 did not preload for a bare URI, for single quotes, without `as`, and with a comma where a semicolon
    should be. Clients that follow rel=next stop there.
    """
    for path, value in response.values("Link"):
        found, strays = links(value)
        for stray in strays:
            yield Finding(path, f"Link holds {shown(stray)}, which does not begin with a URI in angle brackets")
        for link in found:
            for fault in _faults(link):
                # Clients take the text up to the next semicolon, in quotes or not.
                weight: CaptureLevel | None = "warning" if fault.endswith(_UNQUOTED) else None
                yield Finding(path, f"the link to {shown(link.target)} {fault}", in_captures=weight)


def _faults(link: Link) -> Iterator[str]:
    if not is_reference(link.target):
        yield "leads to no URI reference"
    elif fault := authority_fault(link.target):
        yield fault
    first: dict[str, str] = {}
    for parameter in link.parameters:
        name, value = parameter.name.lower(), parameter.value
        if not TOKEN.fullmatch(name) or not (value is None or TOKEN.fullmatch(value) or QUOTED_STRING.fullmatch(value)):
            named = TOKEN.fullmatch(name) and value is not None and '"' not in value
            yield f"has {shown(parameter.name)} {_UNQUOTED if named else 'where a parameter should be'}"
        elif name in first and name in _ONCE:
            yield f"has {name} twice"
        first.setdefault(name, unquoted(value or ""))
    yield from _rel_faults(first)
    if not is_reference(first.get("anchor", "")):
        yield f"has the anchor {shown(first['anchor'])}, which is not a URI reference"
    for name, value in first.items():
        if name.endswith("*") and (fault := extended_fault(value)):
            yield f"has {name}, which {fault}"


def _rel_faults(parameters: dict[str, str]) -> Iterator[str]:
    relations = parameters.get("rel", "").split()
    if not relations:
        yield "has no rel"
    for relation in relations:
        if not _REGISTERED.fullmatch(relation) and not URI.fullmatch(relation):
            yield f"has the relation {shown(relation)}, which is neither a name nor a URI"
    if "preload" in (relation.lower() for relation in relations):
        destination = parameters.get("as", "").lower()
        if destination not in _DESTINATIONS:
            yield f"preloads as {shown(destination)}, which is no destination" if destination else "preloads without as"

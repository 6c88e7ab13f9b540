"""Faults of one link (RFC 8288 section 3), as clients and browsers meet them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.http.grammar import QUOTED_STRING, TOKEN, URI
from antiphon.http.parsing.extended_value import extended_fault
from antiphon.http.parsing.links import Link
from antiphon.http.parsing.pieces import shown, unquoted
from antiphon.http.parsing.target import authority_fault, is_reference

#: RFC 8288 section 3.3: reg-rel-type = LOALPHA *( LOALPHA / DIGIT / "." / "-" ), compared without regard to case.
_REGISTERED = re.compile(r"[a-z][a-z0-9.\-]*", re.IGNORECASE)
#: RFC 8288 sections 3.3 and 3.4.1: parameters that may occur only once in a link.
_ONCE = frozenset({"media", "rel", "title", "title*", "type"})
#: Fetch, "destination": what `as` can say.
_DESTINATIONS = frozenset({
    *("audio", "audioworklet", "document", "embed", "fetch", "font", "frame", "iframe", "image", "json", "manifest"),
    *("object", "paintworklet", "report", "script", "serviceworker", "sharedworker", "style", "text", "track"),
    *("video", "webidentity", "worker", "xslt"),
})  # fmt: skip

#: How the fault of a value without its quotes ends.
NEEDS_QUOTES = "with a value that needs quotes"


def link_faults(link: Link) -> Iterator[str]:
    """Why clients do not follow a link, or do not fetch what it preloads."""
    if not is_reference(link.target):
        yield "leads to no URI reference"
    elif fault := authority_fault(link.target):
        yield fault
    first: dict[str, str] = {}
    for parameter in link.parameters:
        name, value = parameter.name.lower(), parameter.value
        if not TOKEN.fullmatch(name) or not (value is None or TOKEN.fullmatch(value) or QUOTED_STRING.fullmatch(value)):
            named = TOKEN.fullmatch(name) and value is not None and '"' not in value
            yield f"has {shown(parameter.name)} {NEEDS_QUOTES if named else 'where a parameter should be'}"
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
            yield (
                f"preloads as {shown(destination)}, which is not a destination"
                if destination
                else "preloads without as"
            )

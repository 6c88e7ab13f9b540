"""Faults of one link (RFC 8288 section 3), as clients and browsers meet them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from antiphon.http.expression import expression
from antiphon.http.grammar import LANGUAGE_TAG, QUOTED_STRING, TOKEN, URI
from antiphon.http.parsing.extended_value import extended_fault
from antiphon.http.parsing.links import Link
from antiphon.http.parsing.media_type import media_type_fault
from antiphon.http.parsing.pieces import Parameter, shown, unquoted
from antiphon.http.parsing.target import authority_fault, is_reference

#: RFC 8288 section 3.3: reg-rel-type = LOALPHA *( LOALPHA / DIGIT / "." / "-" ), compared without regard to case.
_REGISTERED = expression(r"[a-z][a-z0-9.\-]*", re.IGNORECASE)
#: RFC 8288 sections 3.3 and 3.4.1: parameters that may occur only once in a link.
_ONCE = frozenset({"media", "rel", "title", "title*", "type"})
#: Fetch, "destination": what `as` can say.
_DESTINATIONS = frozenset({
    *("audio", "audioworklet", "document", "embed", "fetch", "font", "frame", "iframe", "image", "json", "manifest"),
    *("object", "paintworklet", "report", "script", "serviceworker", "sharedworker", "style", "text", "track"),
    *("video", "webidentity", "worker", "xslt"),
})  # fmt: skip


class LinkFault(NamedTuple):
    """One fault, as the end of a sentence about the link; and whether clients follow the link all the same."""

    text: str
    followed: bool = False


def link_faults(link: Link) -> Iterator[LinkFault]:
    """Why clients do not follow a link, do not fetch what it preloads, or pass over what it says of its target."""
    first: dict[str, str] = {}
    for parameter in link.parameters:
        name, value = parameter.name.lower(), parameter.value
        if not TOKEN.fullmatch(name) or not (value is None or TOKEN.fullmatch(value) or QUOTED_STRING.fullmatch(value)):
            # Clients take the text up to the next semicolon, in quotes or not.
            named = TOKEN.fullmatch(name) is not None and value is not None and '"' not in value
            what = "with a value that needs quotes" if named else "where a parameter should be"
            yield LinkFault(f"has {shown(parameter.name)} {what}", followed=named)
        elif name in first and name in _ONCE:
            yield LinkFault(f"has {name} twice")
        first.setdefault(name, unquoted(value or ""))
    yield from map(LinkFault, _target_faults(link.target, first))
    yield from map(LinkFault, _rel_faults(first))
    for parameter in link.parameters:
        if hint := _hint_fault(parameter):
            yield LinkFault(hint, followed=True)


def _target_faults(target: str, parameters: dict[str, str]) -> Iterator[str]:
    if not is_reference(target):
        yield "leads to no URI reference"
    elif fault := authority_fault(target):
        yield fault
    if not is_reference(parameters.get("anchor", "")):
        yield f"has the anchor {shown(parameters['anchor'])}, which is not a URI reference"
    for name, value in parameters.items():
        if name.endswith("*") and (fault := extended_fault(value)):
            yield f"has {name}, which {fault}"


def _hint_fault(parameter: Parameter) -> str:
    """The fault of what a link says of its target's media type or of its language, which there may be several of.

    RFC 8288 section 3.4.1. Nobody who looks for a type or a language finds it there.
    """
    name, value = parameter.name.lower(), unquoted(parameter.value or "")
    if name == "type" and (fault := media_type_fault(value)):
        return f"has the type {shown(value)}, which {fault}"
    if name == "hreflang" and not LANGUAGE_TAG.fullmatch(value):
        return f"has the hreflang {shown(value)}, which is not a language tag such as 'en'"
    return ""


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

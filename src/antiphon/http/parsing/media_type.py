"""Media types as they are written (RFC 9110 section 8.3.1)."""

from __future__ import annotations

import re

from antiphon.http.expression import expression
from antiphon.http.grammar import QUOTED_STRING, TOKEN
from antiphon.http.parsing.pieces import parameters, shown, split, unquoted

#: MIME Sniffing section 4.6, "JavaScript MIME type".
JAVASCRIPT_TYPES = frozenset({
    *("application/ecmascript", "application/javascript", "application/x-ecmascript", "application/x-javascript"),
    *("text/ecmascript", "text/javascript", "text/jscript", "text/livescript", "text/x-ecmascript"),
    *("text/javascript1.0", "text/javascript1.1", "text/javascript1.2", "text/javascript1.3", "text/javascript1.4"),
    *("text/javascript1.5", "text/x-javascript"),
})  # fmt: skip

#: MIME Sniffing section 7: types that say nothing, so that browsers guess from the content; `*/*` is one, too.
UNKNOWN_TYPES = frozenset({"application/unknown", "unknown/unknown"})
#: RFC 2046 section 5.1.1: boundary = 0*69<bchars> bcharsnospace
BOUNDARY: re.Pattern[str] = expression(r"[0-9A-Za-z'()+_,\-./:=? ]{0,69}[0-9A-Za-z'()+_,\-./:=?]")

_ACTIVE = frozenset({"application/xml", "multipart/x-mixed-replace", "text/html", "text/xml", "text/xsl"})


def essence(value: str) -> str:
    """The type and subtype of a media type, in lower case."""
    return value.partition(";")[0].strip(" \t").lower()


def parameter_of(media_type: str, name: str) -> str | None:
    """The first parameter of that name in a media type, without quotes; None where there is none."""
    for parameter in parameters(split(media_type, ";")[1:]):
        if parameter.name.lower() == name:
            return unquoted(parameter.value or "")
    return None


def is_json(media_type: str) -> bool:
    """Whether a type and subtype in lower case means one JSON text."""
    return media_type in ("application/json", "text/json") or media_type.endswith("+json")


def is_active(media_type: str) -> bool:
    """Whether browsers run scripts in content of that type and subtype: HTML and all XML (MIME Sniffing section 4.6).

    Parts of multipart/x-mixed-replace are shown as pages.
    """
    return media_type in _ACTIVE or media_type.endswith("+xml")


def media_type_fault(value: str, *, wildcards: bool = False) -> str:
    """The fault of a media type in a few words; empty where it has none. A media range may have wildcards."""
    essence, *rest = split(value, ";")
    type_, _, subtype = essence.partition("/")
    if not (TOKEN.fullmatch(type_) and TOKEN.fullmatch(subtype)):
        return "is not of the form type/subtype"
    if "*" in (type_, subtype) and not wildcards:
        return "has a wildcard, which only a request's Accept may have"
    seen: set[str] = set()
    for parameter in parameters(rest):
        name, given = parameter.name.lower(), parameter.value
        if not TOKEN.fullmatch(name) or given is None:
            return f"has {shown(parameter.name)} where a parameter `name=value` should be"
        if not (TOKEN.fullmatch(given) or QUOTED_STRING.fullmatch(given)):
            return f"has a parameter {name!r} whose value is neither a token nor a quoted string"
        if parameter.spaced:  # browsers ignore it (MIME Sniffing section 4.4)
            return f"has whitespace around the '=' of its parameter {name!r}"
        if name in seen:
            return f"has the parameter {name!r} twice"
        seen.add(name)
    return ""

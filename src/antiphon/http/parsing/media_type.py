"""Media types as they are written (RFC 9110 section 8.3.1)."""

from __future__ import annotations

from antiphon.http.grammar import QUOTED_STRING, TOKEN
from antiphon.http.parsing.pieces import parameters, shown, split

#: MIME Sniffing section 4.6, "JavaScript MIME type".
JAVASCRIPT_TYPES = frozenset({
    *("application/ecmascript", "application/javascript", "application/x-ecmascript", "application/x-javascript"),
    *("text/ecmascript", "text/javascript", "text/jscript", "text/livescript", "text/x-ecmascript"),
    *("text/javascript1.0", "text/javascript1.1", "text/javascript1.2", "text/javascript1.3", "text/javascript1.4"),
    *("text/javascript1.5", "text/x-javascript"),
})  # fmt: skip


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
        if name in seen:
            return f"has the parameter {name!r} twice"
        seen.add(name)
    return ""

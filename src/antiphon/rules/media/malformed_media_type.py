"""CT001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.bodies import BytesBody
from antiphon.grammar import QUOTED_STRING, TOKEN
from antiphon.reading.pieces import parameters, shown, split
from antiphon.rules.content import media_types
from antiphon.rules.rule import Finding, rule
from antiphon.spec import ResponseSpec


@rule(
    code="CT001",
    level="error",
    citation="RFC 9110 sections 8.3.1 and 5.6.6; RFC 6838 section 4.2",
    help="write `type/subtype`, each parameter as `; name=value`, and quote a value that is no token",
    bad=ResponseSpec(status=200, body=BytesBody(media_type="json")),
    good=ResponseSpec(status=200, body=BytesBody(media_type='application/vnd.shop+json; profile="a b"')),
)
def malformed_media_type(spec: ResponseSpec) -> Iterator[Finding]:
    """A Content-Type is one `type/subtype` of tokens without a wildcard, and parameters that each stand once.

    Chromium 156 takes `html`, `text` and `*/*` for no type at all and guesses from the content, so that text which a
    user sent may run as HTML. Of two charset parameters it takes the first.
    """
    for path, value in media_types(spec):
        if message := _fault(value.strip(" \t")):  # whitespace around the value is HD004's
            yield Finding(path, f"the media type {shown(value)} {message}")


def _fault(value: str) -> str:
    essence, *rest = split(value, ";")
    type_, _, subtype = essence.partition("/")
    if not (TOKEN.fullmatch(type_) and TOKEN.fullmatch(subtype)):
        return "is not of the form type/subtype"
    if "*" in (type_, subtype):
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

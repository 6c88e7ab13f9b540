"""HD010."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.grammar import NEEDLESS_ESCAPE
from antiphon.http.parsing.cache_control import ARGUMENTS
from antiphon.http.parsing.pieces import members, parameter, shown, split
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Fields defined as a comma-separated list (`#element`), other than structured fields, which SF001 reads.
_LISTS = (
    *("Accept", "Accept-Encoding", "Accept-Patch", "Accept-Post", "Accept-Ranges", "Allow", "Alt-Svc", "Cache-Control"),
    *("Access-Control-Allow-Headers", "Access-Control-Allow-Methods", "Access-Control-Expose-Headers"),
    *("Content-Encoding", "Content-Language", "Link", "Preference-Applied", "Proxy-Authenticate", "Referrer-Policy"),
    *("Server-Timing", "Timing-Allow-Origin", "Trailer", "Upgrade", "Vary", "Via", "WWW-Authenticate"),
)
#: Fields whose members have parameters `name=value`. Server-Timing allows whitespace around its `=`.
_WITH_PARAMETERS = (
    *("Accept-Patch", "Accept-Post", "Alt-Svc", "Cache-Control", "Content-Disposition", "Link", "Preference-Applied"),
    *("Proxy-Authenticate", "WWW-Authenticate"),
)
_URI = expression(r"<[^<>]*>")
_QUOTED = expression(r'"(?:[^"\\]|\\.)*+"?')
_AROUND_EQUALS = expression(r"[ \t]=|=[ \t]+[^ \t,;]")


@rule(
    code="HD010",
    level="error",
    citation="RFC 9110 sections 5.6.1.1, 5.6.3, 5.6.4 and 5.6.6",
    help="write `a, b` and `name=value`: one comma between members, nothing around the `=`",
    bad=HeaderSpec(name="Vary", value="Accept,,Accept-Language"),
    good=HeaderSpec(name="Vary", value="Accept, Accept-Language"),
)
def malformed_list_or_parameter(response: ResponseParts) -> Iterator[Finding]:
    """A list has no empty member, the `=` of a parameter has no whitespace around it, and only needed escapes are used.

    Chromium 156 ignores `charset = utf-8` and `max-age = 60`. One empty member is enough for recipients that read the
    field as a structured one to drop it whole.
    """
    for path, header in response.headers(*_LISTS):
        value = _URI.sub("<>", header.value or "")
        if value.strip(" \t") and "" in split(value, ","):
            yield Finding(
                path,
                f"{header.name} is {shown(header.value or '')}, which has an empty list member",
                in_captures="info",
            )
    dispositions = _paths(response, "content-disposition")
    for path, value in _with_parameters(response):
        plain = _QUOTED.sub('""', _URI.sub("<>", value))
        if _AROUND_EQUALS.search(plain):
            yield Finding(path, f"the value {shown(value)} has whitespace around a `=`", in_captures="warning")
        # A file name has a rule of its own (FL005).
        if path not in dispositions and any(map(NEEDLESS_ESCAPE.search, _QUOTED.findall(value))):
            yield Finding(path, f"the value {shown(value)} escapes what needs no escape", "warning", "info")


def _with_parameters(response: ResponseParts) -> Iterator[tuple[str, str]]:
    """Every value with parameters. Directives with seconds are left out: CC001 judges them."""
    for path, value in response.media_types():
        yield path, value.strip(" \t")
    directives = _paths(response, "cache-control")
    for path, value in response.values(*_WITH_PARAMETERS):
        if path in directives:
            others = [member for member in members(value) if ARGUMENTS.get(_name(member)) != "seconds"]
            yield path, ", ".join(others)
        else:
            yield path, value


def _name(member: str) -> str:
    return parameter(member).name.lower()


def _paths(response: ResponseParts, name: str) -> frozenset[str]:
    return frozenset(path for path, _ in response.headers(name))

"""SC004."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.grammar import QUOTED_STRING, TOKEN
from antiphon.http.hosts import is_ip_address
from antiphon.http.parsing.pieces import Parameter, parameters, shown, split, unquoted, whole_number
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: hstspreload.org: a year, and every subdomain.
_PRELOADED = 31_536_000


@rule(
    code="SC004",
    level="error",
    citation="RFC 6797 sections 6.1, 7.2 and 8.1; hstspreload.org",
    help="write `max-age=31536000; includeSubDomains`",
    bad=HeaderSpec(name="Strict-Transport-Security", value="includeSubDomains"),
    good=HeaderSpec(name="Strict-Transport-Security", value="max-age=31536000; includeSubDomains; preload"),
)
def ineffective_transport_security(response: ResponseParts) -> Iterator[Finding]:
    """Strict-Transport-Security is sent once, with one max-age in digits, and no directive twice.

    Browsers ignore the whole field where it breaks its grammar, and the first visit over plain HTTP can be taken over.
    They ignore it over http and on an IP address as well; the preload list wants a year and every subdomain.
    """
    lines = response.headers("Strict-Transport-Security")
    for path, header in lines[1:]:
        message = "Strict-Transport-Security is given a second time, and browsers read the first"
        yield Finding(path, message, in_captures="info" if header.value == lines[0][1].value else "warning")
    for path, header in lines:
        if header.value is None:
            continue
        directives = parameters(split(header.value, ";"))
        if faults := list(_faults(directives)):
            yield from (Finding(path, f"Strict-Transport-Security {fault}") for fault in faults)
        else:
            named = {directive.name.lower(): directive.value for directive in directives}
            yield from (Finding(path, text, "warning", "info") for text in _weaknesses(response, named))


def _faults(directives: list[Parameter]) -> Iterator[str]:
    """RFC 6797 section 6.1: directive = directive-name [ "=" directive-value ]."""
    seen: set[str] = set()
    for directive in directives:
        name, value = directive.name.lower(), directive.value
        if not TOKEN.fullmatch(name) or not (value is None or TOKEN.fullmatch(value) or QUOTED_STRING.fullmatch(value)):
            yield f"has {shown(directive.name)} where a directive should be"
        elif name in seen:
            yield f"has {directive.name} a second time"
        elif name == "max-age" and whole_number(unquoted(value or "")) is None:
            yield f"has max-age {shown(value or '')}, which is not a number in digits alone"
        elif name in ("includesubdomains", "preload") and value is not None:
            yield f"has {directive.name} with a value"
        seen.add(name)
    if "max-age" not in seen:
        yield "has no max-age"


def _weaknesses(response: ResponseParts, directives: dict[str, str | None]) -> Iterator[str]:
    lifetime = whole_number(unquoted(directives["max-age"] or "")) or 0
    if not lifetime:
        yield "max-age=0 switches Strict-Transport-Security off"
    elif "preload" in directives and (lifetime < _PRELOADED or "includesubdomains" not in directives):
        yield f"the preload list takes no max-age below {_PRELOADED}, and none without includeSubDomains"
    if response.site is None:
        return
    if response.site.scheme == "http":
        yield "browsers ignore Strict-Transport-Security over http"
    elif is_ip_address(response.site.host or ""):
        yield "browsers ignore Strict-Transport-Security on an IP address"

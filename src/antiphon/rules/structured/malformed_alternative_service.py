"""SF016."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.expression import expression
from antiphon.http.grammar import DIGITS, QUOTED_STRING, TOKEN
from antiphon.http.parsing.pieces import members, parameter, parameters, shown, split, unquoted
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: RFC 7838 section 3: alt-authority = quoted-string ; containing [ uri-host ] ":" port
_AUTHORITY = expression(r"(?:[A-Za-z0-9_.\-~%!$&'()*+,;=]*|\[[0-9A-Fa-f:.]+\]):[0-9]+")


@rule(
    code="SF016",
    level="error",
    citation="RFC 7838 section 3",
    help='write `h3=":443"; ma=86400`, or `clear` alone',
    bad=HeaderSpec(name="Alt-Svc", value="h3=:443"),
    good=HeaderSpec(name="Alt-Svc", value='h3=":443"; ma=86400, h2="alt.example:443"'),
)
def malformed_alternative_service(response: ResponseParts) -> Iterator[Finding]:
    """Alt-Svc is `clear` alone, or protocols each with a host and port in double quotes.

    Without the quotes browsers ignore the service and stay on the protocol that they have. Beside `clear` everything
    else is lost.
    """
    if (line := response.joined("Alt-Svc")) is None:
        return
    path, value = line
    services = members(value)
    if "clear" in services:
        if len(services) > 1:
            yield Finding(path, "Alt-Svc holds other services beside clear")
        return
    for service in services:
        yield from (Finding(path, f"the service {shown(service)} {fault}") for fault in _faults(service))


def _faults(service: str) -> Iterator[str]:
    first, *rest = split(service, ";")
    protocol = parameter(first)
    authority = protocol.value or ""
    if not TOKEN.fullmatch(protocol.name) or not QUOTED_STRING.fullmatch(authority):
        yield 'is not of the form protocol="host:port"'
    elif not _AUTHORITY.fullmatch(unquoted(authority)):
        yield f"has {shown(authority)} where a host and port should be"
    for given in parameters(rest):
        value = given.value or ""
        if not TOKEN.fullmatch(given.name) or not (TOKEN.fullmatch(value) or QUOTED_STRING.fullmatch(value)):
            yield f"has {shown(given.name)} where a parameter should be"
        elif given.name == "ma" and not DIGITS.fullmatch(unquoted(value)):
            yield f"has ma {shown(value)}, which is not a number in digits alone"

"""SF015."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.untyped import query_fault
from antiphon.http.expression import expression
from antiphon.http.grammar import TCHAR, TOKEN
from antiphon.http.parsing.media_type import media_type_fault
from antiphon.http.parsing.pieces import members, shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: RFC 9110 sections 12.4.2 and 12.5.3: codings [ weight ]
_CODING = expression(rf"{TCHAR}+(?:[ \t]*;[ \t]*[qQ]=(?:0(?:\.[0-9]{{0,3}})?|1(?:\.0{{0,3}})?))?")


@rule(
    code="SF015",
    level="error",
    citation="RFC 9110 sections 10.2.1, 12.5.1 and 12.5.3; RFC 5789 section 3.1; Linked Data Platform section 7.1",
    help="list media types (`application/json, text/csv`) or methods (`GET, HEAD`), with commas between them",
    bad=HeaderSpec(name="Accept-Patch", value="json"),
    good=HeaderSpec(name="Accept-Patch", value="application/merge-patch+json, application/json-patch+json"),
)
def malformed_accepted_list(response: ResponseParts) -> Iterator[Finding]:
    """Accept, Accept-Patch, Accept-Post and Accept-Query are lists of media types, and Allow of methods.

    Clients pick from the list what to send next. They find nothing in one that they cannot read, and nothing under
    `get`, since methods match by case.
    """
    for path, header in response.headers("Accept", "Accept-Patch", "Accept-Post"):
        ranges = header.name.lower() != "accept-patch"
        for member in members(header.value or ""):
            if fault := media_type_fault(member, wildcards=ranges):
                yield Finding(path, f"{header.name} holds {shown(member)}, which {fault}")
    yield from _words(response)
    yield from _queries(response)


def _words(response: ResponseParts) -> Iterator[Finding]:
    for path, value in response.values("Accept-Encoding"):
        for member in members(value):
            if not _CODING.fullmatch(member):
                yield Finding(path, f"Accept-Encoding holds {shown(member)}, which is not a content coding")
    for path, value in response.values("Allow"):
        for method in members(value):
            if not TOKEN.fullmatch(method):
                yield Finding(path, f"Allow holds {shown(method)}, which is not a method")
            elif (
                method.upper() in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS") and not method.isupper()
            ):
                yield Finding(path, f"{method} is not {method.upper()}: methods match by case", "warning")


def _queries(response: ResponseParts) -> Iterator[Finding]:
    if (line := response.joined("Accept-Query")) is not None and (fault := query_fault(line[1])):
        yield Finding(line[0], f"Accept-Query {fault}")

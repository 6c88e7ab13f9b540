"""SC015."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.field import FieldError
from antiphon.headers.reporting_endpoints import endpoint_fault
from antiphon.headers.values.structured.reading import read_dictionary, read_item
from antiphon.headers.values.structured.values import InnerList, Item, Member, Token
from antiphon.http.parsing.content_security_policy import policies
from antiphon.http.parsing.json_text import json_fault
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_POLICIES = ("Content-Security-Policy", "Content-Security-Policy-Report-Only")


@rule(
    code="SC015",
    level="error",
    citation="HTML, Origin-Agent-Cluster; Reporting API section 3.2",
    help='write `Origin-Agent-Cluster: ?1`, and `Reporting-Endpoints: csp="https://reports.example/csp"`',
    bad=HeaderSpec(name="Origin-Agent-Cluster", value="true"),
    good=HeaderSpec(name="Origin-Agent-Cluster", value="?1"),
)
def ignored_isolation_or_reporting_field(response: ResponseParts) -> Iterator[Finding]:
    """Origin-Agent-Cluster is `?1` or `?0`; Reporting-Endpoints gives https URLs to the names that report-to refers to.

    Browsers ignore `true` and `1`, and an endpoint that is not an https URL in double quotes. Reports to a name that no
    endpoint has are lost.
    """
    if (line := response.joined("Origin-Agent-Cluster")) is not None:
        path, value = line
        if not _is_boolean(value):
            yield Finding(path, f"Origin-Agent-Cluster is {shown(value)}, which is neither ?1 nor ?0")
    yield from _endpoint_faults(response)
    # The older pair is JSON: a list of objects without its brackets.
    for path, header in response.headers("NEL", "Report-To"):
        if header.value is not None and (fault := json_fault(f"[{header.value}]")):
            yield Finding(path, f"{header.name} is not JSON: {fault}")


def _is_boolean(value: str) -> bool:
    try:
        return isinstance(read_item(value).value, bool)
    except FieldError:
        return False


def _endpoint_faults(response: ResponseParts) -> Iterator[Finding]:
    line = response.joined("Reporting-Endpoints")
    if line is None:
        return
    path, value = line
    try:
        endpoints = read_dictionary(value)
    except FieldError as error:
        yield Finding(path, f"Reporting-Endpoints cannot be read: {error}")
        return
    for name, member in endpoints:
        if fault := _endpoint_fault(member):
            yield Finding(path, f"the endpoint {name} {fault}")
    if not response.has("Report-To"):
        names = {name for name, _ in endpoints}
        for policy_path, name in _referred(response):
            if name not in names:
                yield Finding(policy_path, f"report-to names {shown(name)}, and no endpoint has that name", "warning")


def _endpoint_fault(member: Member) -> str:
    url = None if isinstance(member, InnerList) else member.value
    if not isinstance(url, str) or isinstance(url, Token):
        return "is not a URL in double quotes"
    return endpoint_fault(url)


def _referred(response: ResponseParts) -> Iterator[tuple[str, str]]:
    """The names that policies report to."""
    for path, value in response.values(*_POLICIES):
        for directives in policies(value):
            for directive in directives:
                if directive.name.lower() == "report-to":
                    yield from ((path, word) for word in directive.words[:1])
    for path, value in response.values("Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy"):
        try:
            item: Item = read_item(value)
        except FieldError:
            continue
        yield from ((path, str(name)) for key, name in item.parameters if key == "report-to")

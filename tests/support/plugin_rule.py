"""A rule as a company's plug-in brings it."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.plugins import Source
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import ResponseSpec

SOURCE = Source("acme-rules 1.0", "antiphon.rules: acme = acme:RULES")


@rule(
    code="XACME001",
    level="warning",
    citation="c",
    help="h",
    url="https://a.example/",
    bad=ResponseSpec(status=200),
    good=ResponseSpec(status=204),
)
def greeting(response: ResponseParts) -> Iterator[Finding]:
    """A response says hello."""
    yield Finding("status", "no hello")

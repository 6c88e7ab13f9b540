"""SC006."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.content_security_policy import directive_faults, policies
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="SC006",
    level="error",
    citation="Content Security Policy Level 3 sections 2.2.1 and 2.3.1",
    help="write `script-src 'self' https://cdn.example; object-src 'none'`",
    bad=HeaderSpec(name="Content-Security-Policy", value="script-src: 'none'"),
    good=HeaderSpec(
        name="Content-Security-Policy", value="script-src 'none'; img-src 'self' https://cdn.example data:"
    ),
)
def malformed_content_security_policy(response: ResponseParts) -> Iterator[Finding]:
    """A policy is directives that browsers know with semicolons between them, in ASCII, and its keywords are quoted.

    A directive that is misspelt, or has `:` or `=` behind its name, is ignored: with `script-src: 'none'` Chromium 156
    ran every script. `none` without quotes is the name of a host.
    """
    for path, value in response.values("Content-Security-Policy", "Content-Security-Policy-Report-Only"):
        for directives in policies(value):
            for directive in directives:
                yield from (Finding(path, message) for message in directive_faults(directive))

"""SC001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="SC001",
    level="error",
    citation="Fetch, determine nosniff",
    help="write `nosniff`",
    bad=HeaderSpec(name="X-Content-Type-Options", value="no-sniff"),
    good=HeaderSpec(name="X-Content-Type-Options", value="nosniff"),
)
def ineffective_nosniff(response: ResponseParts) -> Iterator[Finding]:
    """X-Content-Type-Options is `nosniff`, and nothing else.

    With `no-sniff`, `"nosniff"`, `nosniff;` or `x, nosniff` Chromium 156 ran text/plain as a script: the protection is
    off and looks on.
    """
    if (line := response.joined("X-Content-Type-Options")) is None:
        return
    path, value = line
    first, *others = (member.strip(" \t").lower() for member in value.split(","))
    if first != "nosniff":
        yield Finding(path, f"X-Content-Type-Options is {shown(value)}, which does nothing")
    elif others:
        yield Finding(path, f"X-Content-Type-Options is {shown(value)}, and only its first member counts", "warning")

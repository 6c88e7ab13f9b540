"""AN033."""

from __future__ import annotations

import re
from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_CODE = re.compile(r"(?:AN|CC|CK|CR|CT|FL|HD|PY|RD|SC|SF|ST)\d{3}", re.ASCII)


@rule(
    code="AN033",
    level="error",
    applies_to_captures=False,
    citation="RFC 9110 section 10.2.1: Allow lists methods",
    help='accept a finding by `.accept_finding("CK081", because="...")`; `.allow("GET")` lists methods',
    bad=ResponseSpec(status=405, headers=(HeaderSpec(name="Allow", value="CK081"),)),
    good=ResponseSpec(status=405, headers=(HeaderSpec(name="Allow", value="GET, HEAD"),)),
)
def rule_code_as_a_method(response: ResponseParts) -> Iterator[Finding]:
    """The methods of Allow are not codes of rules.

    `.allow("CK081")` looks as if it accepted a finding. It tells clients of a method that does not exist.
    """
    for path, value in response.values("Allow"):
        for method in value.split(","):
            if _CODE.fullmatch(method.strip()):
                yield Finding(path, f"{method.strip()!r} is the code of a rule, and not a method")

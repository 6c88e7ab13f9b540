"""AN003."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.bodies import JSONBody
from antiphon.rules.json_text import json_fault
from antiphon.rules.rule import Finding, rule
from antiphon.spec import ResponseSpec


@rule(
    code="AN003",
    level="error",
    citation="RFC 8259 section 2",
    help="write JSON text: double quotes, no trailing commas, no comments, and null for NaN",
    bad=ResponseSpec(status=200, body=JSONBody(content="{'status': 'up',}")),
    good=ResponseSpec(status=200, body=JSONBody(content='{"status": "up"}')),
)
def json_content_that_is_not_json(spec: ResponseSpec) -> Iterator[Finding]:
    """The fixed content of a JSON body is JSON text.

    It is sent as it stands, so every client that reads the response as what it says it is fails.
    """
    content = spec.body.content if isinstance(spec.body, JSONBody) else None
    if content is not None and (fault := json_fault(content)) is not None:
        yield Finding("body.content", f"the content is not JSON: {fault}")

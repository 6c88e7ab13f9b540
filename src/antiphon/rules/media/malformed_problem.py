"""CT018."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from antiphon.http.parsing.pieces import shown
from antiphon.http.parsing.target import is_reference
from antiphon.rules.content import essences, uncoded
from antiphon.rules.examples import JSONBody, ProblemBody, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_PROBLEM = "application/problem+json"


@rule(
    code="CT018",
    level="error",
    citation="RFC 9457 sections 3 and 3.1",
    help="use `.problem(...)`, which writes the members; `status` is the response's own number",
    bad=ResponseSpec(status=404, body=JSONBody(media_type=_PROBLEM, content='{"title": "No user", "status": "404"}')),
    good=ResponseSpec(status=404, body=ProblemBody(type="/problems/no-such-user", title="No such user")),
)
def malformed_problem(response: ResponseParts) -> Iterator[Finding]:
    """In problem details `type` and `instance` are URI references, `status` is the response's own, the rest text.

    A consumer ignores a member of the wrong type, so that the `type` which it was to act on is `about:blank` to it.
    """
    if response.body.kind == "problem":
        for name, value in (("type", response.body.type), ("instance", response.body.instance)):
            if value is not None and not is_reference(value):
                yield Finding(f"body.{name}", f"{name} is {shown(value)}, which is not a URI reference")
    elif any(type_ == _PROBLEM for _, type_ in essences(response)):
        yield from _faults(response, uncoded(response))


def _faults(response: ResponseParts, sent: bytes | None) -> Iterator[Finding]:
    try:
        problem: Any = json.loads(sent or b"{}", parse_int=_integer)
    except (ValueError, RecursionError):  # not JSON at all is CT006's
        return
    if not isinstance(problem, dict):
        yield Finding("body.content", "the content is not a JSON object")
        return
    for name in ("type", "instance", "title", "detail"):
        value = problem.get(name, "")
        if not isinstance(value, str):
            yield Finding("body.content", f"{name} is not a string")
        elif name in ("type", "instance") and not is_reference(value):
            yield Finding("body.content", f"{name} is {shown(value)}, which is not a URI reference")
    status = problem.get("status", response.status)
    if isinstance(status, bool) or status != response.status:
        yield Finding("body.content", f"status is not the number {response.status}, which is the response's")


def _integer(digits: str) -> int:
    return int(digits[:20])  # too long for a status

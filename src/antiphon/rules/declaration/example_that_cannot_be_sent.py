"""AN012."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.parsing.json_text import json_fault
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule
from antiphon.spec import ExampleSpec, ResponseSpec
from antiphon.spec.bodies import EmptyBody, JSONBody, RedirectBody
from antiphon.spec.type_name import TypeName


@rule(
    code="AN012",
    level="error",
    applies_to_captures=False,
    citation="antiphon's own: an example shows content that the response can have",
    help="write the example as it would be sent: JSON text for a JSON body, none for a response without content",
    bad=ResponseSpec(
        status=200,
        body=JSONBody(model=TypeName("dict[str, int]")),
        examples=(ExampleSpec(name="two", content="{apples: 2}"),),
    ),
    good=ResponseSpec(
        status=200,
        body=JSONBody(model=TypeName("dict[str, int]")),
        examples=(ExampleSpec(name="two", content='{"apples": 2}'),),
    ),
)
def example_that_cannot_be_sent(response: ResponseParts) -> Iterator[Finding]:
    """An example is content of the body's kind.

    Clients are written from examples: one that is not JSON, or has no content to describe, misleads them.
    """
    for index, example in enumerate(response.spec.examples):
        path = f"examples[{index}].content"
        if isinstance(response.body, EmptyBody | RedirectBody):
            yield Finding(path, f"the example {example.name!r} shows content, of which the response has none")
        elif isinstance(response.body, JSONBody) and (fault := json_fault(example.content)):
            yield Finding(path, f"the example {example.name!r} is not JSON: {fault}")

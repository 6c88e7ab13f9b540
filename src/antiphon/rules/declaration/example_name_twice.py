"""AN011."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.rules.examples import ExampleSpec, ResponseSpec, TextBody
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="AN011",
    level="error",
    applies_to_captures=False,
    citation="OpenAPI 3.1.1 section 4.8.14 (Media Type Object: `examples` is a map by name)",
    help="give each example a name of its own",
    bad=ResponseSpec(
        status=200,
        body=TextBody(),
        examples=(ExampleSpec(name="up", content="ok"), ExampleSpec(name="up", content="fine")),
    ),
    good=ResponseSpec(
        status=200,
        body=TextBody(),
        examples=(ExampleSpec(name="up", content="ok"), ExampleSpec(name="busy", content="slow")),
    ),
)
def example_name_twice(response: ResponseParts) -> Iterator[Finding]:
    """Examples of one response have different names.

    Documentation keeps them by name, so the second one would take the first one's place.
    """
    seen: set[str] = set()
    for index, example in enumerate(response.spec.examples):
        if example.name in seen:
            message = f"another example of this response is named {example.name!r} as well"
            yield Finding(f"examples[{index}].name", message)
        seen.add(example.name)

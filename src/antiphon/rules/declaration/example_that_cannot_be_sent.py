"""AN012."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from antiphon.http.parsing.json_text import json_fault
from antiphon.rules.examples import ExampleSpec, JSONBody, ResponseSpec, TypeName
from antiphon.rules.parts import ResponseParts
from antiphon.rules.resolved import NOWHERE, resolved
from antiphon.rules.rule import Finding, rule
from antiphon.runtime.content.declared import graph


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
        if response.body.kind in ("empty", "redirect"):
            yield Finding(path, f"the example {example.name!r} shows content, of which the response has none")
        elif response.body.kind == "json":
            if fault := json_fault(example.content):
                yield Finding(path, f"the example {example.name!r} is not JSON: {fault}")
            elif misfit := _misfit(response.body, example.content):
                yield Finding(path, f"the example {example.name!r} is not what the body holds: {misfit}")


def _misfit(body: JSONBody, content: str) -> str:
    """The reason why an example is not of a declared type; empty where it is, or where msgspec does not know the type.

    What pydantic writes may look otherwise than what it reads, and options of the body leave members out: these are not
    compared.
    """
    type_ = resolved(body.model)
    if type_ in (None, NOWHERE) or not _is_as_declared(body):
        return ""
    if any(node.kind in ("model", "described") for node in graph(type_).all()):
        return ""
    try:
        decode = msgspec.json.Decoder(type_, dec_hook=_unknown).decode
    except Exception:  # noqa: BLE001 - it evaluates annotations, which may raise anything, and cannot read every type
        return ""
    try:
        decode(content)
    except msgspec.ValidationError as error:
        return str(error)
    except Exception:  # noqa: BLE001 - a hook of the type may raise anything
        return ""
    return ""


def _is_as_declared(body: JSONBody) -> bool:
    """Whether no option changes which members are sent, and how."""
    return body.options == type(body.options)()


def _unknown(_type: type, _value: object) -> None:
    """Ends the comparison at a type that msgspec does not read."""
    raise NotImplementedError

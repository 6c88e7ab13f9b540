"""AN002."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from antiphon.rules.content import body_types, json_encode
from antiphon.rules.examples import JSONBody, ResponseSpec, TypeName
from antiphon.rules.json_form import Fault, faults
from antiphon.rules.parts import ResponseParts
from antiphon.rules.resolved import NOWHERE, resolved
from antiphon.rules.rule import Finding, rule
from antiphon.runtime.events.declared import declared_events


@rule(
    code="AN002",
    level="error",
    applies_to_captures=False,
    citation="RFC 8259 section 3",
    help="declare a type that JSON can say, or give the field a serializer (a pydantic PlainSerializer, for instance)",
    bad=ResponseSpec(status=200, body=JSONBody(model=TypeName("dict[str, list[builtins:complex]]"))),
    good=ResponseSpec(status=200, body=JSONBody(model=TypeName("dict[str, list[float]]"))),
)
def body_type_without_json_form(response: ResponseParts) -> Iterator[Finding]:
    """Every field of the type of a JSON body, or of its items, or of the data of an event, has a JSON form.

    The encoder would refuse the field in every response that holds it, and the first to learn of it would be a user.
    Structs, dataclasses, attrs classes, typed dicts, named tuples, enumerations, pydantic models, and unions, lists and
    dictionaries of them are looked into; what a type leaves open, such as `Any`, is left to the request.
    """
    if json_encode(response) is not None:
        return  # which values the user's function takes, nobody knows
    for where, name in body_types(response):
        type_ = resolved(name)
        if type_ is NOWHERE:
            continue
        for path, type_name in _faults(type_, in_events=response.body.kind == "events"):
            yield Finding(where, f"{path} is {type_name}, which has no JSON form")


def _faults(type_: Any, *, in_events: bool) -> Iterable[Fault]:
    types = [event.data for event in declared_events(type_)] if in_events else [type_]
    return dict.fromkeys(fault for one in types for fault in faults(one))

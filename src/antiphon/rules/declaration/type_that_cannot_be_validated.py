"""AN047."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from antiphon.rules.content import body_types, is_validated
from antiphon.rules.examples import JSONBody, ResponseSpec, TypeName
from antiphon.rules.parts import ResponseParts
from antiphon.rules.resolved import NOWHERE, resolved
from antiphon.rules.rule import Finding, rule
from antiphon.runtime.content.validation import validation_fault
from antiphon.runtime.events.declared import declared_events


@rule(
    code="AN047",
    level="error",
    applies_to_captures=False,
    citation="antiphon's own: content is checked as msgspec or pydantic reads it (docs/reference/json.md)",
    help="leave `validate` out, or declare a type of which each value can be told from any other: tag the Structs of a "
    "union, and let it have one list, set or tuple",
    bad=ResponseSpec(status=200, body=JSONBody(model=TypeName("list[int] | set[str]"), validation="always")),
    good=ResponseSpec(status=200, body=JSONBody(model=TypeName("list[int | str]"), validation="always")),
)
def type_that_cannot_be_validated(response: ResponseParts) -> Iterator[Finding]:
    """Content that is to be checked with each call is of a type that msgspec or pydantic can check.

    Of a union of two Structs without tags, or of two kinds of arrays, nobody can say which one a value is meant to be.
    """
    if not is_validated(response):
        return
    for path, name in body_types(response):
        type_ = resolved(name)
        if type_ is NOWHERE:
            continue
        for one in _data(type_) if response.body.kind == "events" else (type_,):
            if fault := validation_fault(one):
                yield Finding(path, fault)


def _data(events: Any) -> tuple[Any, ...]:
    """The types of the data of events; text is not checked, since all of it is taken."""
    return tuple(event.data for event in declared_events(events) if not event.as_text)

"""A param that is added to a draft by itself, as the generated steps do."""

from __future__ import annotations

import dataclasses

from antiphon.builder.draft_state import DraftState
from antiphon.builder.param_declaration import Specifier, param
from antiphon.builder.refused import refused
from antiphon.builder.specified import MISSING
from antiphon.builder.steps import ResponseDraft
from antiphon.runtime.param_types import admits_none


def with_param(draft: ResponseDraft, name: str, type: object, specifier: Specifier, default: object) -> DraftState:
    """The draft's state with one param more. What is of the wrong kind is refused at the line that called the step."""
    where, call_site = f"params[{len(draft._state.spec.params)}]", specifier.call_site
    for said, given in (("the name of a param", name), ("wire", specifier.name or "")):
        if not isinstance(given, str):
            raise refused(f"{said} is {given.__class__.__qualname__}, not text", where, "give a str", call_site)
    if isinstance(type, str | bytes | int | float):
        raise refused(f"the type of {name!r} is a value: {type!r}", where, "give a type, such as str", call_site)
    if default is MISSING:
        default = None if admits_none(type) else dataclasses.MISSING
    made = param(name, type, specifier, default)
    return dataclasses.replace(draft._with_parameters((made,)), has_known_signature=False)

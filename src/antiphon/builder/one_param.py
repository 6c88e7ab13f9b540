"""A param that is added to a draft by itself, as the generated steps do."""

from __future__ import annotations

import dataclasses

from antiphon.builder.cookie_arguments import refusal
from antiphon.builder.params import MISSING, Param, Slot, admits_none, param
from antiphon.builder.steps import Parts, ResponseDraft
from antiphon.errors import ParamError
from antiphon.runtime.slots import Slot as CompiledSlot
from antiphon.runtime.slots import cookie_slot, header_slot, placeholder_slot
from antiphon.spec import CookieSpec


def with_param(draft: ResponseDraft, name: str, type: object, slot: Slot, default: object) -> Parts:
    """The draft's parts with one param more. What is of the wrong kind is refused at the line that called the step."""
    where = f"params[{len(draft._parts.params)}]"
    for said, given in (("the name of a param", name), ("wire", slot.name or "")):
        if not isinstance(given, str):
            raise refusal(f"{said} is {given.__class__.__qualname__}, not text", where, "give a str", slot.call_site)
    if isinstance(type, str | bytes | int | float):
        raise refusal(f"the type of {name!r} is a value: {type!r}", where, "give a type, such as str", slot.call_site)
    if default is MISSING:
        default = None if admits_none(type) else dataclasses.MISSING
    try:
        made = param(name, type, slot, default)
        if made.spec.default is not None:
            _slot_of(made).check(default)
    except ParamError as error:
        raise refusal(f"the default of {name!r} {error.what}", where, error.help, slot.call_site) from None
    return dataclasses.replace(draft._with_parameters((made,)), untold=True)


def _slot_of(made: Param) -> CompiledSlot:
    """The param as the compiler sees it."""
    if made.slot is None:
        return placeholder_slot(made.spec, "segment")
    return cookie_slot(made.spec, made.slot) if isinstance(made.slot, CookieSpec) else header_slot(made.spec)

"""A param that is added to a draft by itself, as the generated steps do."""

from __future__ import annotations

import dataclasses

from antiphon.builder.draft_state import DraftState
from antiphon.builder.params import MISSING, ParamDeclaration, Specifier, admits_none, param
from antiphon.builder.refused import refused
from antiphon.builder.steps import ResponseDraft
from antiphon.errors import ParamError
from antiphon.runtime.slots import ParamEncoder, cookie_encoder, header_encoder, placeholder_encoder
from antiphon.spec import CookieSpec


def with_param(draft: ResponseDraft, name: str, type: object, specifier: Specifier, default: object) -> DraftState:
    """The draft's state with one param more. What is of the wrong kind is refused at the line that called the step."""
    where = f"params[{len(draft._state.spec.params)}]"
    for said, given in (("the name of a param", name), ("wire", specifier.name or "")):
        if not isinstance(given, str):
            raise refused(
                f"{said} is {given.__class__.__qualname__}, not text", where, "give a str", specifier.call_site
            )
    if isinstance(type, str | bytes | int | float):
        raise refused(
            f"the type of {name!r} is a value: {type!r}", where, "give a type, such as str", specifier.call_site
        )
    if default is MISSING:
        default = None if admits_none(type) else dataclasses.MISSING
    try:
        made = param(name, type, specifier, default)
        if made.spec.default is not None:
            _encoder_of(made).check(default)
    except ParamError as error:
        raise refused(f"the default of {name!r} {error.what}", where, error.help, specifier.call_site) from None
    return dataclasses.replace(draft._with_parameters((made,)), has_known_signature=False)


def _encoder_of(made: ParamDeclaration) -> ParamEncoder:
    """The param as the compiler sees it."""
    if made.slot is None:
        return placeholder_encoder(made.spec, "segment")
    return cookie_encoder(made.spec, made.slot) if isinstance(made.slot, CookieSpec) else header_encoder(made.spec)

"""AN015."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.http.set_cookie import PlainCookie
from antiphon.rules.examples import HeaderSpec, ParamSpec, ResponseSpec, TypeName
from antiphon.rules.parts import ResponseParts
from antiphon.rules.resolved import NOWHERE, resolved, resolved_function
from antiphon.rules.rule import Finding, rule
from antiphon.runtime.field_text import NoTextForm
from antiphon.runtime.slots import cookie_encoder, header_encoder


def _debug(type_: str) -> ResponseSpec:
    param = ParamSpec(name="x_debug", fills="header", slot="X-Debug", type=TypeName(type_))
    return ResponseSpec(status=200, headers=(HeaderSpec(name="X-Debug"),), params=(param,))


@rule(
    code="AN015",
    level="error",
    applies_to_captures=False,
    citation="antiphon's own: a param is written as its field says, then its type (docs/reference/params.md)",
    help="declare a type that the field takes (its class, str, int, float, Decimal, UUID, a Literal or an Enum), or "
    "say how a value is written: `encode=`, a function from the value to its text",
    bad=_debug("bool"),
    good=_debug("Literal['on', 'off']"),
)
def param_without_a_text_form(response: ResponseParts) -> Iterator[Finding]:
    """The field or the type of a param says how its value is written.

    A bool has several usual texts (`true`, `1`, `?1`), a dict has none, and a list has no place in a field that takes
    one value. Such a param would be refused, or sent in a form that nobody chose, with each call.
    """
    for index, param in enumerate(response.params):
        if param.fills == "placeholder":
            continue  # see AN013
        if NOWHERE in (resolved(param.type), resolved_function(param.encode)):
            continue
        try:
            if param.fills == "header":
                header_encoder(param)
            else:
                cookie_encoder(param, PlainCookie(name=param.slot, value=None))
        except NoTextForm as error:
            told = f"the param {param.name!r} of the {param.fills} {param.slot!r}"
            yield Finding(f"params[{index}].type", f"{told} {error}")

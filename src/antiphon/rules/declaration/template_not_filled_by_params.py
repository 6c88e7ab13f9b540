"""AN013."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from antiphon.http.field_template import field_template
from antiphon.http.uri_template import TemplateError
from antiphon.rules.examples import HeaderSpec, ParamSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.resolved import NOWHERE, resolved, resolved_function
from antiphon.rules.rule import Finding, rule
from antiphon.runtime.field_text import NoTextForm
from antiphon.runtime.slots import placeholder_encoder

_LOCATION = HeaderSpec(name="Location", template="/users/{user_id}")
_USER_ID = ParamSpec(name="user_id", fills="placeholder", slot="user_id")


@rule(
    code="AN013",
    level="error",
    applies_to_captures=False,
    citation="RFC 6570 section 1.2 (level 1), RFC 3986 sections 3.3 and 3.4",
    help="let each placeholder be a whole segment of the path, a whole value of the query, a nonce or text in double "
    "quotes, and declare one param for each: `user_id: int = placeholder()` in a Params class, or "
    "`.placeholder_param(...)`",
    bad=ResponseSpec(status=201, headers=(_LOCATION,)),
    good=ResponseSpec(status=201, headers=(_LOCATION,), params=(_USER_ID,)),
)
def template_not_filled_by_params(response: ResponseParts) -> Iterator[Finding]:
    """Every placeholder of a template fills one place and has one param, and every such param has its place.

    In a URI a value is percent-encoded into its place, so that it can neither change the origin nor leave its segment.
    That holds where a placeholder is the whole of a segment or of a query value; never in a scheme, a host or a
    fragment. In other fields it is a nonce, or text in double quotes, and a value that would end those is refused.
    """
    placeholders: list[tuple[str, str]] = []
    for index, header in enumerate(response.spec.headers):
        if header.template is not None:
            path = f"headers[{index}].template"
            yield from (Finding(path, fault) for fault in _faults(header))
            placeholders += [(path, name) for name in _names(header)]
    names = Counter(name for _, name in placeholders)
    slots = Counter(param.slot for param in response.params if param.fills == "placeholder")
    for path, name in placeholders:
        if name not in slots:
            yield Finding(path, f"no param fills the placeholder {{{name}}}")
        if names[name] > 1:
            yield Finding(path, f"the placeholder {{{name}}} is in several templates")
    for index, param in enumerate(response.params):
        if param.fills == "placeholder":
            told = f"the param {param.name!r} fills the placeholder {{{param.slot}}}"
            yield from (Finding(f"params[{index}]", f"{told}{fault}") for fault in _misfits(param, names, slots))


def _faults(header: HeaderSpec) -> Iterator[str]:
    """The faults of one field line that has a template."""
    if header.value is not None:
        yield f"{header.name} has a value and a template"
    try:
        field_template(header.name, header.template or "")
    except TemplateError as error:
        yield str(error)


def _names(header: HeaderSpec) -> list[str]:
    try:
        return [placeholder.name for placeholder in field_template(header.name, header.template or "").placeholders]
    except TemplateError:
        return []


def _misfits(param: ParamSpec, names: Counter[str], slots: Counter[str]) -> Iterator[str]:
    """The reasons why one param cannot fill its placeholder."""
    if param.slot not in names:
        yield ", which no template has"
    if slots[param.slot] > 1:
        yield ", as another param does"
    if param.optional:
        yield " and may be None, which fills nothing"
    elif not _has_a_place(param):
        yield f" with a {param.type}, which has no form in a URI: give a str, an int or a UUID, or an `encode`"


def _has_a_place(param: ParamSpec) -> bool:
    if NOWHERE in (resolved(param.type), resolved_function(param.encode)):
        return True
    try:
        placeholder_encoder(param, "segment")
    except NoTextForm:
        return False
    return True

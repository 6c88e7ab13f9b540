"""AN001."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from antiphon.rules.examples import HeaderSpec, ParamSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_ETAG = HeaderSpec(name="ETag")


@rule(
    code="AN001",
    level="error",
    applies_to_captures=False,
    citation="antiphon's own: a value of None says that a param supplies it",
    help="give the header or cookie a value, or declare one param with header(...) or cookie(...) that fills it",
    bad=ResponseSpec(status=200, headers=(_ETAG,)),
    good=ResponseSpec(status=200, headers=(_ETAG,), params=(ParamSpec(name="etag", fills="header", slot="ETag"),)),
)
def slot_not_filled_by_one_param(response: ResponseParts) -> Iterator[Finding]:
    """Every header or cookie without a value is filled by one param, and every param fills one of them.

    A slot that nothing fills has nothing to send; a param that fills no slot, or shares it, has no effect on the
    response although callers must pass it. Field names are compared in any case, cookie names exactly.
    """
    slots: list[tuple[str, tuple[str, str]]] = []
    slots += [
        (f"headers[{i}]", ("header", h.name.lower()))
        for i, h in enumerate(response.spec.headers)
        if h.value is None and h.template is None and not h.from_content
    ]
    slots += [(f"cookies[{i}]", ("cookie", c.name)) for i, c in enumerate(response.spec.cookies) if c.value is None]
    params: list[tuple[str, str]] = [
        (p.fills, p.slot.lower() if p.fills == "header" else p.slot) for p in response.params
    ]
    asked, given = Counter(key for _, key in slots), Counter(params)
    seen: set[tuple[str, str]] = set()
    for path, (kind, name) in slots:
        if not given[kind, name]:
            yield Finding(path, f"the {kind} {name!r} has no value, and no param supplies one")
    for index, key in enumerate(params):
        kind, name = key
        if kind == "placeholder":
            continue  # see AN013
        param = response.params[index].name
        if not asked[key]:
            yield Finding(
                f"params[{index}]", f"the param {param!r} fills the {kind} {name!r}, which waits for no value"
            )
        elif asked[key] > 1:
            yield Finding(
                f"params[{index}]", f"the param {param!r} fills the {kind} {name!r}, of which there are several"
            )
        elif key in seen:
            yield Finding(f"params[{index}]", f"the param {param!r} fills the {kind} {name!r}, as another param does")
        seen.add(key)

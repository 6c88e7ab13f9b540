"""SC010."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.diagnostics.diagnostic import Level
from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_dictionary
from antiphon.headers.values.structured.values import InnerList, Item, Member, Token
from antiphon.http.parsing.allowlist import ALLOWLIST_ORIGIN
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

_TOKENS = frozenset({"*", "self", "src"})


@rule(
    code="SC010",
    level="error",
    citation="Permissions Policy sections 5.2 and 9.2; RFC 9651 section 3.2",
    help='write `geolocation=(self "https://maps.example"), camera=()`',
    bad=HeaderSpec(name="Permissions-Policy", value="geolocation 'none'"),
    good=HeaderSpec(name="Permissions-Policy", value='geolocation=(self "https://maps.example"), camera=(), usb=*'),
)
def malformed_permissions_policy(response: ResponseParts) -> Iterator[Finding]:
    """Permissions-Policy is a structured Dictionary of features, each with `*`, self, src or origins in double quotes.

    One error voids the whole field, and every feature is allowed again: `geolocation 'none'` did so in Chromium 156,
    and so did a comma at the end. `"self"` in quotes and an origin without them are dropped from the list.
    `none` and `?0` are dropped too, which leaves nobody, as it was meant: that is a warning. An empty field does
    nothing.
    """
    for name in ("Permissions-Policy", "Permissions-Policy-Report-Only"):
        if (line := response.joined(name)) is None:
            continue
        path, value = line
        try:
            features = read_dictionary(value)
        except FieldError as error:
            yield Finding(path, f"{name} cannot be read: {error}")
            continue
        if not features:
            yield Finding(path, f"{name} is empty, and forbids nothing", "warning")
        for feature, member in features:
            level: Level | None = "warning" if _is_nobody(member) else None
            yield from (Finding(path, f"{feature} {fault}", level) for fault in _faults(member))


def _is_nobody(member: Member) -> bool:
    """Whether a member is a word for nobody, which browsers read as the empty list `()` that it should be."""
    items = member.items if isinstance(member, InnerList) else (member,)
    return not member.parameters and all(item.value is False or item.value == Token("none") for item in items)


def _faults(member: Member) -> Iterator[str]:
    for item in member.items if isinstance(member, InnerList) else (member,):
        if fault := _fault(item):
            yield fault
    for key, _ in member.parameters:
        if key != "report-to":
            yield f"has a parameter {key}; features are separated by commas"


def _fault(item: Item) -> str:
    value = item.value
    if isinstance(value, Token):
        known = value in _TOKENS
        return "" if known else f"allows {shown(str(value))}, which is neither *, self nor src; origins need quotes"
    if isinstance(value, str):
        return "" if ALLOWLIST_ORIGIN.fullmatch(value) else f"allows {shown(value)} in quotes, which is not an origin"
    return "has no list of who may use it, such as (self)"

"""SF013."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_list
from antiphon.headers.values.structured.values import InnerList, Member, Token
from antiphon.rules.examples import HeaderSpec, ResponseSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule

#: Of each field, the parameter that every item has, and all parameters that are whole numbers from 0 up.
_FIELDS = {"RateLimit-Policy": ("q", ("q", "w")), "RateLimit": ("r", ("r", "t"))}


@rule(
    code="SF013",
    level="error",
    citation="draft-ietf-httpapi-ratelimit-headers-11 sections 3, 3.1, 4 and 4.1",
    help='write `RateLimit-Policy: "default";q=100;w=60` and `RateLimit: "default";r=50;t=30`',
    bad=HeaderSpec(name="RateLimit", value="50"),
    good=ResponseSpec(
        status=200,
        headers=(
            HeaderSpec(name="RateLimit-Policy", value='"default";q=100;w=60'),
            HeaderSpec(name="RateLimit", value='"default";r=50;t=30'),
        ),
    ),
)
def malformed_rate_limit(response: ResponseParts) -> Iterator[Finding]:
    """RateLimit and RateLimit-Policy are lists of named policies, each with what is left (r) or what there is (q).

    `50` and `limit=100, remaining=50` are forms of older drafts. Clients that read the list ignore them, and run into
    429 instead of slowing down.
    """
    for name, (needed, numbers) in _FIELDS.items():
        if (line := response.joined(name)) is None:
            continue
        path, value = line
        try:
            members = read_list(value)
        except FieldError as error:
            yield Finding(path, f"{name} cannot be read: {error}")
            continue
        for member in members:
            yield from (Finding(path, f"{name} {fault}") for fault in _faults(member, needed, numbers))


def _faults(member: Member, needed: str, numbers: tuple[str, ...]) -> Iterator[str]:
    if isinstance(member, InnerList) or not isinstance(member.value, str) or isinstance(member.value, Token):
        yield "names its policy by something that is not a string in double quotes"
    given = dict(member.parameters)
    if needed not in given:
        yield f"has an item without {needed}"
    for key in numbers:
        number = given.get(key, 0)
        if type(number) is not int or number < 0:
            yield f"has {key} that is not a whole number"

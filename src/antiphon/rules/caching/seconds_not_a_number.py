"""CC001."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.headers.field import FieldError
from antiphon.headers.values.structured.reading import read_dictionary
from antiphon.headers.values.structured.values import Item
from antiphon.http.grammar import DIGITS
from antiphon.http.parsing.cache_control import ARGUMENTS, directives, is_directive
from antiphon.http.parsing.pieces import shown
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, rule


@rule(
    code="CC001",
    level="error",
    citation="RFC 9111 sections 1.2.2, 5.2.2.1 and 5.2.2.10; RFC 5861 sections 3 and 4; RFC 9213 section 2.1",
    help="write whole seconds in digits alone, such as `max-age=60`",
    bad=HeaderSpec(name="Cache-Control", value='max-age="60"'),
    good=HeaderSpec(name="Cache-Control", value="max-age=60, stale-while-revalidate=30"),
)
def seconds_not_a_number(response: ResponseParts) -> Iterator[Finding]:
    """max-age, s-maxage, stale-while-revalidate and stale-if-error take whole seconds in digits, without quotes.

    Chromium 156 does not cache with `max-age="60"`, `60.5`, `+60`, `60s` or `= 60`: every request goes to the server.
    """
    for path, value in response.values("Cache-Control"):
        for directive in directives(value):
            if ARGUMENTS.get(directive.name.lower()) != "seconds":
                continue
            seconds = directive.value
            if seconds is None:
                yield Finding(path, f"{directive.name} does not say how many seconds")
            elif directive.spaced:
                yield Finding(path, f"{directive.name} has whitespace around its `=`")
            elif not DIGITS.fullmatch(seconds) and (is_directive(directive) or not _runs_on(seconds)):
                message = f"{directive.name} is {shown(seconds)}, which is not a number in digits alone"
                negative = DIGITS.fullmatch(seconds.removeprefix("-")) is not None  # stale, as it was meant
                yield Finding(path, message, in_captures="info" if negative else None)
    yield from _targeted(response)


def _runs_on(argument: str) -> bool:
    """Whether another directive follows without a comma: CC002's."""
    return any(separator in argument for separator in "; \t")


def _targeted(response: ResponseParts) -> Iterator[Finding]:
    """RFC 9213: CDN-Cache-Control is a structured Dictionary. SF001 reports a value that is not one."""
    for path, value in response.values("CDN-Cache-Control"):
        try:
            found = read_dictionary(value)
        except FieldError:
            continue
        for name, member in found:
            seconds = member.value if isinstance(member, Item) else None
            if ARGUMENTS.get(name) == "seconds" and (type(seconds) is not int or seconds < 0):
                yield Finding(path, f"{name} of CDN-Cache-Control is not a whole number of seconds")

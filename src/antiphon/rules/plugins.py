"""Rules that installed distributions bring: the entry points of the group `antiphon.rules`."""

from __future__ import annotations

import dataclasses
import functools
import inspect
import re
from collections.abc import Iterable, Iterator
from typing import Any

from antiphon.diagnostics.pages import kept_at
from antiphon.errors import PluginError
from antiphon.headers.field import FieldError
from antiphon.headers.plugins import Loaded, Source, loaded, own_fields_with_sources
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import Finding, Rule, as_response
from antiphon.spec import HeaderSpec

GROUP = "antiphon.rules"
#: Codes of antiphon's own have two letters, and none begins with X.
_CODE = re.compile(r"X[A-Z]{2,10}\d{3}")


def own_rules(known: Iterable[Rule]) -> Iterator[Rule]:
    """The rules of all installed plug-ins, beside those that are known. Raises PluginError."""
    taken = {name for rule in known for name in (rule.code, rule.slug)}
    of_fields = (one._replace(value=rule_of_field(one.value)) for one in own_fields_with_sources().values())
    for one in (*loaded(GROUP), *of_fields):
        rule = checked_rule(one)
        for name in (rule.code, rule.slug):
            if name in taken:
                raise one.source.broken(f"there is a rule {name} already", "give it a code and a name of its own")
            taken.add(name)
        kept_at(rule.code, rule.url)
        yield rule


def rule_of_field(field: Any) -> Rule:
    """The rule that a value of a plug-in's field is one that its class reads; the class says what is on its page."""
    name = field.field_name

    def check(response: ResponseParts) -> Iterator[Finding]:
        for path, value in response.values(name):
            try:
                field.decode(value)
            except FieldError as error:
                yield Finding(path, str(error))

    return Rule(
        code=field.code,
        slug=f"malformed-{name.lower()}",
        level="error",
        citation=field.citation,
        doc=f"The value of {name} is one that its class reads.",
        why=inspect.cleandoc(field.__doc__ or ""),
        help=f"write a value such as `{name}: {field.examples[0]}`",
        bad=as_response(HeaderSpec(name=name, value=next((text for text in field.refused if text), ""))),
        good=as_response(HeaderSpec(name=name, value=field.examples[0])),
        check=check,
        url=field.url,
    )


def checked_rule(one: Loaded) -> Rule:
    """A rule whose own faults are told by their distribution. Raises PluginError for what is not a rule."""
    rule = one.value
    if not isinstance(rule, Rule):
        what = f"{getattr(rule, '__qualname__', type(rule).__qualname__)} is not a rule"
        raise one.source.broken(what, "name a function that @rule decorates, or a list of such")
    if not _CODE.fullmatch(rule.code):
        advice = "write X, the letters of your house, and three digits, such as XACME001"
        raise one.source.broken(f"the code {rule.code!r} is not one of a plug-in", advice)
    if not rule.url.startswith("https://"):
        raise one.source.broken(f"{rule.code} has no page", 'say where it is read: @rule(..., url="https://...")')
    return dataclasses.replace(rule, check=functools.partial(_judged, rule, one.source))


def _judged(rule: Rule, source: Source, response: ResponseParts) -> tuple[Finding, ...]:
    """The findings of a rule, all of them, so that an exception of its function is told as its own."""
    try:
        found = tuple(rule.check(response))
        wrong = next((one for one in found if not isinstance(one, Finding)), None)
    except PluginError:
        raise
    except Exception as error:  # a function of somebody else's may raise anything
        what = f"{rule.code} ({rule.slug}) raises {type(error).__name__}: {str(error).partition(chr(10))[0]}"
        raise source.broken(what, "mend the rule, or uninstall it") from error
    if wrong is not None:
        what = f"{rule.code} ({rule.slug}) gives {type(wrong).__qualname__} where Finding is needed"
        raise source.broken(what, 'yield Finding("status", "what is wrong")')
    return found

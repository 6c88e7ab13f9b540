"""Rules that installed distributions bring: the entry points of the group `antiphon.rules`."""

from __future__ import annotations

import functools
import inspect
from collections.abc import Iterable, Iterator
from typing import Any, Final

from antiphon.diagnostics.pages import kept_at
from antiphon.errors import PluginError
from antiphon.headers.field import FieldError
from antiphon.headers.plugins import Loaded, Source, loaded, own_fields_with_sources
from antiphon.http.expression import expression
from antiphon.rules.examples import HeaderSpec
from antiphon.rules.parts import ResponseParts
from antiphon.rules.rule import LEVELS, Finding, Rule

GROUP = "antiphon.rules"
#: Codes of antiphon's own have two letters, and none begins with X.
_CODE = expression(r"X[A-Z]{2,10}\d{3}")
#: The levels of a rule; `silent` is for captures alone.
_DECLARED: Final = LEVELS[:-1]
_TEXTS: Final = ("code", "slug", "citation", "doc", "why", "help", "url")


def own_rules(known: Iterable[str]) -> Iterator[Rule]:
    """The rules of all installed plug-ins, beside those whose slugs are known. Raises PluginError."""
    taken = dict.fromkeys(known, "antiphon")  # codes of antiphon's own do not begin with X
    of_fields = (one._replace(value=rule_of_field(one.value)) for one in own_fields_with_sources().values())
    for one in (*loaded(GROUP), *of_fields):
        rule = checked_rule(one)
        for name in (rule.code, rule.slug):
            if name in taken:
                what = f"there is a rule {name} already, of {taken[name]}"
                raise one.source.broken(what, "give it a code and a name of its own")
        taken |= dict.fromkeys((rule.code, rule.slug), one.source.distribution)
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
        written_bad=HeaderSpec(name=name, value=next((text for text in field.refused if text), "")),
        written_good=HeaderSpec(name=name, value=field.examples[0]),
        check=check,
        url=field.url,
    )


def checked_rule(one: Loaded) -> Rule:
    """A rule whose own faults are told by their distribution. Raises PluginError for what is not a rule."""
    rule = one.value
    if not isinstance(rule, Rule):
        what = f"{getattr(rule, '__qualname__', type(rule).__qualname__)} is not a rule"
        raise one.source.broken(what, "name a function that @rule decorates, or a list of such")
    wrong = next((name for name in _TEXTS if not isinstance(getattr(rule, name), str)), None)
    if wrong:
        what = f"{rule.slug}: its {wrong} is {type(getattr(rule, wrong)).__qualname__}, and str is needed"
        raise one.source.broken(what, f'write @rule(..., {wrong}="...")')
    if rule.level not in _DECLARED or rule.strict not in (None, *_DECLARED):
        strict = f" and in the profile strict {rule.strict!r}" if rule.strict is not None else ""
        what = f"{rule.code} has the level {rule.level!r}{strict}"
        raise one.source.broken(what, f"write one of {', '.join(_DECLARED)}")
    if not _CODE.fullmatch(rule.code):
        advice = "write X, the letters of your house, and three digits, such as XACME001"
        raise one.source.broken(f"the code {rule.code!r} is not one of a plug-in", advice)
    if not rule.url.startswith("https://"):
        raise one.source.broken(f"{rule.code} has no page", 'say where it is read: @rule(..., url="https://...")')
    return rule._replace(check=functools.partial(_judged, rule, one.source))


def _judged(rule: Rule, source: Source, response: ResponseParts) -> tuple[Finding, ...]:
    """The findings of a rule, all of them, so that an exception of its function is told as its own."""
    named = f"{rule.code} ({rule.slug})"
    try:
        found = tuple(rule.check(response))
    except PluginError:
        raise
    except BaseException as error:  # a function of somebody else's may raise anything, or end the process
        raise source.raised(f"{named} raises", error, "mend the rule, or uninstall it") from error
    for one in found:
        given: object = one
        if not isinstance(given, Finding):
            what = f"{named} gives {type(given).__qualname__} where Finding is needed"
            raise source.broken(what, 'yield Finding("status", "what is wrong")')
        if not all(isinstance(text, str) for text in (one.path, one.message, one.help)):
            what = f"{named} gives a Finding whose path, message and help are not all str"
            raise source.broken(what, 'yield Finding("status", "what is wrong")')
        if one.level not in (None, *_DECLARED) or one.in_captures not in (None, *LEVELS):
            what = f"{named} gives a Finding with the level {one.level or one.in_captures!r}"
            raise source.broken(what, f"write one of {', '.join(_DECLARED)}, or leave it out")
    return found

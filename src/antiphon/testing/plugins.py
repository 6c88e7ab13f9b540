"""Hold a plug-in to what antiphon demands of its own rules and fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from antiphon.errors import PluginError
from antiphon.headers.field import Field, FieldError
from antiphon.headers.plugins import GROUP as HEADERS
from antiphon.headers.plugins import checked_field, loaded
from antiphon.rules.check import check
from antiphon.rules.plugins import GROUP as RULES
from antiphon.rules.registry import rule_of
from antiphon.rules.rule import Rule


class Plugin(NamedTuple):
    """The rules and the typed fields that a distribution brings."""

    rules: tuple[Rule, ...]
    fields: tuple[type[Field], ...]


def assert_plugin(distribution: str) -> Plugin:
    """Assert that the rules and fields of an installed distribution keep what their pages say; gives them.

    The bad example of a rule draws the rule at its level, and no error of another rule; its good example draws nothing
    of any rule. Its page has a sentence that says what is right, why the mistake hurts, help and a citation. Every
    example of a field is read and written unchanged, every text in `refused` raises FieldError, and so the rule of the
    field holds.

    Raises AssertionError with every fault at once, also where the distribution has no entry point for antiphon.
    """
    __tracebackhide__ = True
    try:
        named = [one.value.code for one in loaded(RULES, distribution) if isinstance(one.value, Rule)]
        fields = tuple(checked_field(one) for one in loaded(HEADERS, distribution))
        named += [_code(field) for field in fields]
        rules = tuple(rule for code in named if (rule := rule_of(code)) is not None)
        faults = [fault for rule in rules for fault in _of_rule(rule)]
        faults += [fault for field in fields for fault in _of_field(field)]
    except PluginError as error:
        raise AssertionError(str(error)) from error
    if not rules and not fields:
        faults.append(f"no entry point of {distribution} is in the group {RULES} or {HEADERS}; is it installed?")
    if faults:
        raise AssertionError("\n".join([f"the plug-in {distribution} is not as its pages say:", *faults]))
    return Plugin(rules, fields)


def _of_rule(rule: Rule) -> Iterator[str]:
    found = check(rule.bad)
    if rule.level not in {one.level for one in found if one.code == rule.code}:
        yield f"  {rule.code}: its bad example does not draw it at the level {rule.level}"
    for one in found:
        if one.code != rule.code and one.level == "error":
            yield f"  {rule.code}: its bad example draws {one.code} as well: {one.message}"
    for one in check(rule.good):
        yield f"  {rule.code}: its good example draws {one.code}: {one.message}"
    if not rule.doc.endswith("."):
        yield f"  {rule.code}: its docstring does not begin with a sentence that says what is right"
    for name, text in (("why", rule.why), ("help", rule.help), ("citation", rule.citation)):
        if not text.strip():
            yield f"  {rule.code}: its page does not say its {name}"


def _of_field(field: type[Field]) -> Iterator[str]:
    for text in field.examples:
        try:
            written = field.decode(text).encode().decode("latin-1")
        except FieldError as error:
            yield f"  {field.field_name}: its example {text!r} is refused: {error}"
            continue
        if written != text:
            yield f"  {field.field_name}: its example {text!r} is written as {written!r}"
    for text in _refused(field):
        try:
            field.decode(text)
        except FieldError:
            continue
        yield f"  {field.field_name}: it takes {text!r}, which it says it refuses"


def _code(field: Any) -> str:
    code: str = field.code
    return code


def _refused(field: Any) -> tuple[str, ...]:
    refused: tuple[str, ...] = field.refused
    return refused

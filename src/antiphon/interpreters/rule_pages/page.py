"""A rule's page, in Markdown: printed by `antiphon rule` and kept in docs/rules."""

from __future__ import annotations

from collections.abc import Iterator

from antiphon.interpreters.rule_pages.declaration import declaration
from antiphon.interpreters.rule_pages.python_source import example_of, imports_of, spelling
from antiphon.interpreters.rule_pages.sent import wire
from antiphon.rules.check import check
from antiphon.rules.rule import Rule
from antiphon.spec import ResponseSpec


def page(rule: Rule) -> str:
    """Everything that a rule says, with both examples on the wire and as they are declared. Ends with a newline."""
    return "\n".join(_lines(rule))


def _lines(rule: Rule) -> Iterator[str]:
    yield f"# {rule.code} {rule.slug}\n"
    yield f"{rule.doc}\n"
    if rule.why:
        yield f"{rule.why}\n"
    yield ", ".join([f"- level: {rule.level}", *_other_levels(rule)])
    yield f"- help: {rule.help}"
    yield f"- cite: {rule.citation}\n"
    yield "## Bad\n"
    yield from _example("bad", rule.bad)
    for diagnostic in check(rule.bad):
        if diagnostic.code == rule.code:
            yield f"> {diagnostic.level}: {diagnostic.message}\n"
    yield "## Good\n"
    yield from _example("good", rule.good)


def _other_levels(rule: Rule) -> Iterator[str]:
    if rule.strict:
        yield f"{rule.strict} in the profile strict"
    if not rule.applies_to_captures or rule.in_captures == "silent":
        yield "not said of a capture"
    elif rule.in_captures:
        yield f"{rule.in_captures} at most in a capture"


def _example(name: str, spec: ResponseSpec) -> Iterator[str]:
    if declared := declaration(spec):
        spec, imports, expression = declared.spec, declared.imports, declared.expression
    else:
        part = example_of(spec)
        imports, expression = imports_of(part), spelling(part)
    yield f"```http\n{wire(spec)}\n```\n"
    yield f"```python\n{imports}\n{name} = {expression}\n```\n"

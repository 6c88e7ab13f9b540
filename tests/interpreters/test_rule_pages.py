"""A rule's page shows the rule as it is: what it prints can be pasted and run."""

from __future__ import annotations

import re
from typing import Any

import pytest

from antiphon.interpreters.rule_pages.declaration import declaration
from antiphon.interpreters.rule_pages.page import page
from antiphon.interpreters.rule_pages.sent import LONGEST, wire
from antiphon.rules.check import check
from antiphon.rules.example_type import Example
from antiphon.rules.registry import rules
from antiphon.rules.rule import Rule, as_response
from antiphon.spec import CookieSpec, HeaderSpec, ParamSpec, ResponseSpec
from antiphon.spec.model import Model

RULES = [pytest.param(rule, id=rule.code) for rule in rules()]


@pytest.mark.parametrize("rule", RULES)
def test_the_python_of_a_page_makes_the_examples(rule: Rule) -> None:
    """Each Python block runs by itself; it sends what the block above it shows, and the rules say the same of it."""
    made: dict[str, Any] = {}
    text = page(rule)
    for block in re.findall(r"^```python\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        exec(block, made)
    specs = [made[name] if isinstance(made[name], Model) else made[name].spec() for name in ("bad", "good")]
    bad, good = map(as_response, specs)

    assert [told(rule.bad), told(rule.good)] == [told(bad), told(good)]
    shown = re.findall(r"^```http\n(.*?)^```", text, re.MULTILINE | re.DOTALL)
    assert shown == [f"{wire(spec)}\n" for spec in (bad, good)]
    assert wire(rule.good).replace("; HttpOnly", "") == wire(good).replace("; HttpOnly", "")
    assert wire(rule.bad).replace("; HttpOnly", "") == wire(bad).replace("; HttpOnly", "")


def told(spec: ResponseSpec) -> set[tuple[str, str]]:
    """The codes and messages of what is found."""
    return {(one.code, one.message) for one in check(spec)}


def test_most_examples_are_declarations() -> None:
    """Who meets a rule has written steps or a class, and no spec: where steps can say an example, they do."""
    shown = [declaration(spec) for rule in rules() for spec in (rule.bad, rule.good)]

    assert len([one for one in shown if one]) > 0.7 * len(shown)


def test_what_no_step_says_is_shown_as_a_spec() -> None:
    """A cookie with an attribute that no browser knows, a number of seconds that is none, a varying field."""
    odd: list[Example] = [
        CookieSpec(name="a", value="b", path="/", extensions=(("X-Note", "c"),)),
        CookieSpec(name="a", value="b", path="/", max_age="1.5"),
        HeaderSpec(name="Location"),
    ]

    assert [None] * 3 == [declaration(as_response(one)) for one in odd]


@pytest.mark.parametrize("rule", RULES)
def test_a_page_has_every_part(rule: Rule) -> None:
    """Code, slug, what is right, help, citation, and what the bad example is told."""
    text = page(rule)

    assert text.startswith(f"# {rule.code} {rule.slug}\n\n{rule.doc}\n")
    assert f"- help: {rule.help}\n- cite: {rule.citation}\n" in text
    assert re.search(r"^> (error|warning|info): ", text, re.MULTILINE)
    assert text.endswith("```\n")


def test_no_line_of_the_wire_can_break_in_two() -> None:
    """A line break in a value is shown as its escape, so that nothing on the page pretends to be a field line."""
    shown = wire(ResponseSpec(status=200, headers=(HeaderSpec(name="X-Next", value="a\r\nSet-Cookie: b=c"),)))

    assert ["HTTP/1.1 200 OK", r"X-Next: a\r\nSet-Cookie: b=c"] == shown.splitlines()


def test_params_are_placeholders() -> None:
    """A part that varies is shown in braces, under the name of its param."""
    spec = ResponseSpec(
        status=201,
        headers=(HeaderSpec(name="Location"),),
        cookies=(CookieSpec(name="sid", path="/"),),
        params=(
            ParamSpec(name="location", fills="header", slot="Location"),
            ParamSpec(name="session", fills="cookie", slot="sid"),
        ),
    )

    assert ["HTTP/1.1 201 Created", "Location: {location}", "Set-Cookie: sid={session}; Path=/"] == (
        wire(spec).splitlines()
    )


def test_a_long_line_shows_its_ends() -> None:
    """A line that is too long is cut in the middle, with its length."""
    line = wire(ResponseSpec(status=200, headers=(HeaderSpec(name="A", value="x" * 500 + "end"),))).splitlines()[1]

    assert len(line) <= LONGEST
    assert line.startswith("A: xxx")
    assert "[506 characters]" in line
    assert line.endswith("end")

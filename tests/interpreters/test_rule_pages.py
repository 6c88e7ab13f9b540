"""A rule's page shows the rule as it is: what it prints can be pasted and run."""

from __future__ import annotations

import re
from typing import Any

import pytest

from antiphon.interpreters.rule_pages.page import page
from antiphon.interpreters.rule_pages.sent import LONGEST, wire
from antiphon.rules.registry import rules
from antiphon.rules.rule import Rule, as_response
from antiphon.spec import CookieSpec, HeaderSpec, ParamSpec, ResponseSpec

RULES = [pytest.param(rule, id=rule.code) for rule in rules()]


@pytest.mark.parametrize("rule", RULES)
def test_the_python_of_a_page_makes_the_examples(rule: Rule) -> None:
    """Each Python block runs by itself and gives a value equal to the rule's own example."""
    made: dict[str, Any] = {}
    for block in re.findall(r"^```python\n(.*?)^```", page(rule), re.MULTILINE | re.DOTALL):
        exec(block, made)

    assert (rule.bad, rule.good) == (as_response(made["bad"]), as_response(made["good"]))


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

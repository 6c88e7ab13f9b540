"""`antiphon rule`: the page of a rule, and the table of all."""

from __future__ import annotations

import pytest

from antiphon.diagnostics.faults import FAULTS
from antiphon.diagnostics.refusal import Refusal
from antiphon.diagnostics.refusals import REFUSALS
from antiphon.interpreters.rule_pages.page import page
from antiphon.interpreters.rule_pages.refusal_page import refusal_page
from antiphon.rules.registry import rule_of, rules
from tests.support.project import Project


@pytest.mark.parametrize("name", ["CK052", "ck052", "same-site-none-without-secure", "same_site_none_without_secure"])
def test_a_page(project: Project, name: str) -> None:
    """A rule is found by its code and by its name, in any case."""
    rule = rule_of("CK052")
    assert rule is not None

    assert (0, page(rule)) == (project.run("rule", name), project.out)
    assert project.out.startswith("# CK052 same-site-none-without-secure\n")


def test_the_table(project: Project) -> None:
    """Every rule has a line: code, level, name and first sentence, in columns."""
    assert 0 == project.run("rule", "all")
    lines = project.out.splitlines()
    assert sorted([*(refusal.code for refusal in (*REFUSALS, *FAULTS)), *(rule.code for rule in rules())]) == [
        line.split()[0] for line in lines
    ]
    assert {lines[0].index("declaration-raised")} == {line.index(line.split()[2]) for line in lines}


@pytest.mark.parametrize("refusal", [*REFUSALS, *FAULTS], ids=lambda refusal: str(refusal.slug))
def test_what_is_no_rule(project: Project, refusal: Refusal) -> None:
    """A refusal has a page as well, by its code and by its name, though it judges no response."""
    for name in (refusal.code, refusal.slug, refusal.code.lower()):
        assert (0, refusal_page(refusal)) == (project.run("rule", name), project.out)


@pytest.mark.parametrize("refusal", REFUSALS, ids=lambda refusal: str(refusal.slug))
def test_the_examples_of_a_refusal(project: Project, refusal: Refusal) -> None:
    """The bad example is refused with its own code alone, and the good one with nothing."""
    first = "from antiphon import *\n"
    project.write({"bad.py": f"{first}{refusal.bad}\n", "good.py": f"{first}{refusal.good}\n"})

    assert {refusal.code} == {line.split()[1] for line in project.findings("bad")} - {"CT001"}
    assert [] == [line for line in project.findings("good") if refusal.code in line]


@pytest.mark.parametrize(
    ("name", "help"),
    [("CK0052", "did you mean CK052"), ("same-site-none", "did you mean"), ("", "lists the codes")],
)
def test_an_unknown_rule(project: Project, name: str, help: str) -> None:
    """Exit code 2, with the names that look like it."""
    assert 2 == project.run("rule", name)
    assert project.err.startswith(f"error: there is no rule {name!r}\n")
    assert help in project.err

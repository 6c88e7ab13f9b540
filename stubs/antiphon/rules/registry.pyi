# Written by `nox -s generate` from src; do not edit.
"""All rules, found by walking the family folders: a new file is a new rule."""

from antiphon.rules.rule import Rule

def rules() -> tuple[Rule, ...]:
    """Every rule, in code order."""

def rule_of(code: str) -> Rule | None:
    """The rule of that code or slug, in any case."""

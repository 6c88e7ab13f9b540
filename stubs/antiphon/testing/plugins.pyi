# Written by `nox -s generate` from src; do not edit.
"""Hold a plug-in to what antiphon demands of its own rules and fields."""

from typing import NamedTuple

from antiphon.headers.field import Field
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

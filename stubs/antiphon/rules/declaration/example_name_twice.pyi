# Written by `nox -s generate` from src; do not edit.
"""AN011."""

from antiphon.rules.rule import Rule

example_name_twice: Rule
"""Examples of one response have different names.

Documentation keeps them by name, so the second one would take the first one's place."""

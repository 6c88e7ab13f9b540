# Written by `nox -s generate` from src; do not edit.
"""AN007."""

from antiphon.rules.rule import Rule

allowance_for_unknown_rule: Rule
"""An allowance names a rule by its code.

A misspelt code allows nothing, and the finding that it was meant for is reported all the same."""

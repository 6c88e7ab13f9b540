# Written by `nox -s generate` from src; do not edit.
"""AN006."""

from antiphon.rules.rule import Rule

allowance_without_reason: Rule
"""An allowance says why the finding is accepted.

Whoever reads it later cannot tell whether it still holds, so it stays for ever."""

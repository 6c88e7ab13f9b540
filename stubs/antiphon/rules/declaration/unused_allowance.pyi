# Written by `nox -s generate` from src; do not edit.
"""AN005."""

from antiphon.rules.rule import Rule

unused_allowance: Rule
"""An allowance allows a finding that is there.

It was written for a mistake that has been mended since; it would hide the same mistake when it comes back."""

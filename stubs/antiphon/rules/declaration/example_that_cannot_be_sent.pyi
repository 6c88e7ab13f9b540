# Written by `nox -s generate` from src; do not edit.
"""AN012."""

from antiphon.rules.rule import Rule

example_that_cannot_be_sent: Rule
"""An example is content of the body's kind.

Clients are written from examples: one that is not JSON, or stands where nothing is sent, misleads them."""

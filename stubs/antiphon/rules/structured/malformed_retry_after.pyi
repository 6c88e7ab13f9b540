# Written by `nox -s generate` from src; do not edit.
"""SF012."""

from antiphon.rules.rule import Rule

malformed_retry_after: Rule
"""Retry-After is a whole number of seconds, or an IMF-fixdate.

Clients ignore anything else, and retry when they like: at once, and all together."""

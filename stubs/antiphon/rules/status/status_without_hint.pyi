# Written by `nox -s generate` from src; do not edit.
"""ST018."""

from antiphon.rules.rule import Rule

status_without_hint: Rule
"""A status that asks something of the client says how: where the new resource is, when to try again, what to send.

Without it clients guess: they retry at once, and all together."""

# Written by `nox -s generate` from src; do not edit.
"""CT018."""

from antiphon.rules.rule import Rule

malformed_problem: Rule
"""In problem details `type` and `instance` are URI references, `status` is the response's own, the rest text.

A consumer ignores a member of the wrong type, so that the `type` which it was to act on is `about:blank` to it."""

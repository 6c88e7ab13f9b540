# Written by `nox -s generate` from src; do not edit.
"""CK024."""

from antiphon.rules.rule import Rule

expires_without_max_age: Rule
"""A cookie that lasts has a Max-Age.

Both browsers shift Expires by the difference between their clock and the response's Date: with a Date ten days
fast, a cookie for five days ends on arrival. Max-Age is not affected, and wins where both are given."""

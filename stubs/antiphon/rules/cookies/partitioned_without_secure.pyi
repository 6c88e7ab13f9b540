# Written by `nox -s generate` from src; do not edit.
"""CK070."""

from antiphon.rules.rule import Rule

partitioned_without_secure: Rule
"""A Partitioned cookie is Secure.

Chromium 156 and Firefox 153 do not store it otherwise, and neither gives a reason, not even in the developer tools."""

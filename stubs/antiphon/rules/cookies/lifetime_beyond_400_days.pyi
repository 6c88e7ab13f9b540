# Written by `nox -s generate` from src; do not edit.
"""CK021."""

from antiphon.rules.rule import Rule

lifetime_beyond_400_days: Rule
"""A cookie lives for at most 400 days.

Browsers cap a longer lifetime, whether Max-Age or Expires gives it: Chromium 156 stores 34 560 000 seconds."""

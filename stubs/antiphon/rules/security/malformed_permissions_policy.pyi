# Written by `nox -s generate` from src; do not edit.
"""SC010."""

from antiphon.rules.rule import Rule

malformed_permissions_policy: Rule
"""Permissions-Policy is a structured Dictionary of features, each with `*`, self, src or origins in double quotes.

One error voids the whole field, and every feature is allowed again: `geolocation 'none'` did so in Chromium 156,
and so did a comma at the end. `"self"` in quotes and an origin without them are dropped from the list."""

# Written by `nox -s generate` from src; do not edit.
"""CK051."""

from antiphon.rules.rule import Rule

same_site_unknown: Rule
"""SameSite is Strict, Lax or None.

Browsers treat anything else, an empty text and quotes included, as if SameSite were left out: Lax in Chromium, and
not so in Safari."""

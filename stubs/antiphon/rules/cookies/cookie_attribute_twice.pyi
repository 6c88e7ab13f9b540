# Written by `nox -s generate` from src; do not edit.
"""CK009."""

from antiphon.rules.rule import Rule

cookie_attribute_twice: Rule
"""A cookie has each attribute once.

The last one wins, and an unusable last one undoes a good first one: `SameSite=Strict; SameSite=x` is a cookie
without SameSite, and `Max-Age=100; Max-Age=` lasts for the session (Chromium 156 and Firefox 153)."""

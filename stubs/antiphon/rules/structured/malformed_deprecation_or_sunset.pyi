# Written by `nox -s generate` from src; do not edit.
"""SF011."""

from antiphon.rules.rule import Rule

malformed_deprecation_or_sunset: Rule
"""Deprecation is a structured Date, and Sunset an IMF-fixdate that is not before it.

`true` and HTTP dates are what drafts of the one had, and clients that follow the standard ignore them. A resource
that ends before it is deprecated warns nobody."""
